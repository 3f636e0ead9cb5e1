import type { Connection } from '../connection.ts'
import type { Ledger, LedgerRow } from '../ledger/ledger.ts'
import { readLedger } from '../ledger/read-ledger.ts'
import { Overtaken } from './overtaken.ts'

/** What a runner knows of the ledger: what it held when the plan was made, and what this runner wrote since. */
export interface LedgerMemory {
  /** Throws `Overtaken` when an SQLite file, which has no lock that outlives a transaction, holds something else. */
  readonly confirm: () => Promise<void>
  /** The row that this runner has written and committed; undefined when it has removed it. */
  readonly wrote: (id: string, row: RowState | undefined) => void
}

/** What tells two states of a row apart. */
export type RowState = Pick<LedgerRow, 'direction' | 'done' | 'begun'> & { readonly finished: boolean }

/** What the database says of itself before the plan is made; see `memoryOf`. */
export type Version = unknown

/** `pragma data_version` changes when another connection has committed (pragma.html#pragma_data_version). */
export async function versionOf(connection: Connection): Promise<Version> {
  if (connection.dialect !== 'sqlite') return undefined
  return (await connection.query('pragma data_version'))[0]?.data_version
}

/** The memory of a runner that made its plan from these rows, having read the version before. */
export function memoryOf(
  connection: Connection,
  ledger: Ledger,
  rows: readonly LedgerRow[],
  version: Version,
): LedgerMemory {
  const known = new Map(rows.map(row => [row.id, textOf(rowState(row))]))
  let seen = version
  return {
    confirm: async () => {
      const now = await versionOf(connection)
      if (now === seen) return
      const found = (await readLedger(connection, ledger)).rows
      if (found.length !== known.size) throw new Overtaken()
      if (found.some(row => known.get(row.id) !== textOf(rowState(row)))) throw new Overtaken()
      seen = now
    },
    wrote: (id, row) => {
      if (row === undefined) known.delete(id)
      else known.set(id, textOf(row))
    },
  }
}

/** The state of a row of the ledger. */
export function rowState({ direction, done, begun, finished }: LedgerRow): RowState {
  return { direction, done, begun, finished: finished !== undefined }
}

function textOf({ direction, done, begun, finished }: RowState): string {
  return `${direction} ${done} ${begun} ${finished}`
}
