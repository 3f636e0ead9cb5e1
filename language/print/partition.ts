import { nameText, quoteName } from '../../compiler/schema/name.ts'
import { boundText, isPlainBound, type PartitionKey, type PartitionOf } from '../../compiler/schema/partition.ts'
import type { TableHead } from '../../compiler/schema/table.ts'
import { writeDotted } from '../literals/name-literal.ts'
import { writeSqlText } from '../literals/sql-literal.ts'
import { KEY_WORDS } from './name.ts'
import { writeSql } from './parts.ts'

/** `of payments values from ('2022-01-01') to ('2022-02-01')`. */
export function writePartitionOf({ parent, bound }: PartitionOf): string {
  return `of ${nameText(parent)} ${boundText(bound, writeBoundValue)}`
}

function writeBoundValue(value: string): string {
  return isPlainBound(value) ? value : writeSqlText(value, '')
}

/** How a table is divided, and what it inherits from. */
export function* writeParents({ partitionBy, inherits }: TableHead): Iterable<string> {
  if (inherits !== undefined) yield `inherits ${inherits.map(nameText).join(', ')}`
  if (partitionBy !== undefined)
    yield `partition by ${partitionBy.strategy} (${partitionBy.keys.map(writeKey).join(', ')})`
}

function writeKey({ column, sql, collate, opclass }: PartitionKey): string {
  const parts = [column === undefined ? writeSql(sql ?? {}, '') : quoteName(column)]
  if (collate !== undefined) parts.push(`collate ${writeDotted(collate)}`)
  if (opclass !== undefined) parts.push(KEY_WORDS.has(opclass) ? `"${opclass}"` : writeDotted(opclass))
  return parts.join(' ')
}
