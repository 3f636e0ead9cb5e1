import type { DialectName } from '../compiler/schema/dialect.ts'

/** One session of a database. Statements run one after another, in the order in which they were asked for. */
export interface Connection {
  readonly dialect: DialectName
  /** Runs one statement and answers its rows, of several those of the last; see `postgres-values.ts` and `sqlite.ts` for what a value looks like. */
  readonly query: (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>
  /** Runs one statement or several and answers nothing. Opens no transaction by itself. */
  readonly exec: (sql: string) => Promise<void>
  /** Ends the session. Safe to call twice. */
  readonly close: () => Promise<void>
}
