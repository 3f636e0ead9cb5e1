import type { SqlFile } from '../../compiler/revisions/sql-file.ts'
import type { Direction } from '../../compiler/revisions/stored-revision.ts'
import type { LedgerRow } from '../ledger/ledger.ts'
import type { Unit } from './units.ts'

/** One revision that is to run in one direction. */
export interface PlannedRun {
  readonly id: string
  readonly message: string
  readonly parents: readonly string[]
  readonly direction: Direction
  readonly file: SqlFile
  /** How messages call the SQL file. */
  readonly name: string
  readonly units: readonly Unit[]
  /** SHA-256 of the body of the SQL that runs up, and of what runs now. */
  readonly upChecksum: string
  readonly checksum: string
  /** The row of the revision in the ledger, where it has one and somebody looked. */
  readonly row?: LedgerRow
  /** The same, when the revision stands half way and this run goes on with it. */
  readonly resume?: LedgerRow
}
