import type { TableHead } from '../../../schema/table.ts'
import type { Row } from '../../dialect.ts'
import { optionalText, parametersOf } from './row.ts'

const REPLICA_IDENTITY: Readonly<Record<string, TableHead['replicaIdentity']>> = { f: 'full', n: 'nothing' }

/** How a table is kept, where it is not as usual. */
export function storageOf(row: Row): Pick<TableHead, 'using' | 'with' | 'tablespace' | 'replicaIdentity'> {
  const options = [...parametersOf(row, 'options')].sort(([a], [b]) => (a < b ? -1 : 1))
  const tablespace = optionalText(row, 'tablespace')
  const method = optionalText(row, 'method') ?? 'heap'
  const replicaIdentity = REPLICA_IDENTITY[optionalText(row, 'replica_identity') ?? '']
  return {
    ...(options.length > 0 && { with: options }),
    ...(tablespace !== undefined && { tablespace }),
    ...(method !== 'heap' && { using: method }),
    ...(replicaIdentity && { replicaIdentity }),
  }
}
