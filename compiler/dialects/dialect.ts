import type { DialectName } from '../schema/dialect.ts'
import type { Schema } from '../schema/schema.ts'
import type { Type } from '../schema/type.ts'
import type { Step } from '../steps/step.ts'

/** One database: how steps become statements, and how a live database is read back. */
export interface Dialect {
  readonly name: DialectName
  /** The type as this database spells it, or undefined when it has none and the text must say how. */
  readonly spell: (type: Type) => string | undefined
  /** What this database would hold of a schema: objects of other dialects left out, every per-dialect value chosen. */
  readonly project: (schema: Schema) => Schema
  /** The statements for an ordered list of steps on a database that holds `before`. Several steps may share a statement. */
  readonly render: (steps: readonly Step[], before: Schema) => readonly Statement[]
  /** The live schema, in the form that `project` gives. `query` runs one SQL statement and answers its rows. */
  readonly inspect: (query: Query) => Promise<Schema>
}

/** One SQL statement without its semicolon. */
export interface Statement {
  readonly sql: string
  /** What it is for: the descriptions of the steps it serves, shown as a comment above it. */
  readonly about: string
  /** False when the database refuses to run it inside a transaction. */
  readonly transaction: boolean
  /** Why data is lost that the other direction cannot bring back. */
  readonly lossy?: string
}

export type Row = Readonly<Record<string, unknown>>
export type Query = (sql: string) => Promise<readonly Row[]>
