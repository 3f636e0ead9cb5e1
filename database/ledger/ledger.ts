import { quoteIdentifier as quotePostgres } from '../../compiler/dialects/postgres/quote.ts'
import { quoteIdentifier as quoteSqlite } from '../../compiler/dialects/sqlite/quote.ts'
import type { Direction } from '../../compiler/revisions/stored-revision.ts'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import { badLedgerName } from './ledger-failures.ts'

/** The table in which a database keeps what has run on it. */
export interface Ledger {
  readonly dialect: DialectName
  /** Postgres only: `public` unless something else is said. */
  readonly schema?: string
  readonly table: string
  /** Whether somebody said in which schema it is. */
  readonly isPlaced?: boolean
}

/** One applied revision, or one that stands half way. */
export interface LedgerRow {
  readonly id: string
  readonly parents: readonly string[]
  readonly message: string
  /** SHA-256 of the body of the SQL that ran up. */
  readonly checksum: string
  /** The direction of the last run. */
  readonly direction: Direction
  /** As the database writes it. */
  readonly started: string
  /** Undefined while the revision stands half way. */
  readonly finished?: string
  readonly milliseconds: number
  readonly by: string
  /** The version of Mig. */
  readonly tool: string
  /** How many statements the SQL has. */
  readonly statements: number
  readonly done: number
  /** The number of the statement outside a transaction that was begun last: beyond `done` when nobody knows how it ended. */
  readonly begun: number
  /** SHA-256 of the body of the SQL that runs down, while a downgrade stands half way. */
  readonly downChecksum?: string
  readonly error?: string
}

/** The form of the table that this version writes; a table with a higher one was written by a newer Mig. */
export const LEDGER_FORMAT = 1

const DEFAULT_TABLE = 'mig_revisions'
/** NAMEDATALEN less one: Postgres cuts a longer name, and the table would never be found again (sql-syntax-lexical). */
const LONGEST = 63

/**
 * The ledger that `name` means: `table` or `schema.table`, by default `mig_revisions`, in Postgres in the schema
 * `public`. Throws MIG540 for a name that a database would not keep as it is.
 */
export function ledgerOf(dialect: DialectName, name: string = DEFAULT_TABLE): Ledger {
  const dot = name.indexOf('.')
  const parts = dot < 0 ? [name] : [name.slice(0, dot), name.slice(dot + 1)]
  if (parts.some(part => part === '' || Buffer.byteLength(part) > LONGEST)) throw badLedgerName(name)
  const table = parts.at(-1)!
  if (dialect === 'sqlite') return { dialect, table }
  return parts.length === 1
    ? { dialect, schema: 'public', table }
    : { dialect, schema: parts[0]!, table, isPlaced: true }
}

/** The name of the ledger in SQL. */
export function ledgerSqlName({ schema, table }: Ledger): string {
  return schema === undefined ? quoteSqlite(table) : `${quotePostgres(schema)}.${quotePostgres(table)}`
}

/** The name of the ledger as people write it. */
export function ledgerText({ schema, table }: Ledger): string {
  return schema === undefined ? table : `${schema}.${table}`
}
