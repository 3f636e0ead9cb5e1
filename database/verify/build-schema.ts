import type { Dialect } from '../../compiler/dialects/dialect.ts'
import { diff } from '../../compiler/diff/diff.ts'
import { forDialect } from '../../compiler/schema/dialect.ts'
import { EMPTY_SCHEMA, type Schema } from '../../compiler/schema/schema.ts'
import { splitStatements } from '../../compiler/sql/statements.ts'
import { readTokens } from '../../compiler/sql/tokens.ts'
import type { SqlStep } from '../../compiler/steps/step.ts'
import type { Connection } from '../connection.ts'

/** A schema to build from nothing. */
export interface ToBuild {
  readonly schema: Schema
  /** Hand-written steps of its past: they may have made what the schema uses, functions above all. */
  readonly handWritten: readonly SqlStep[]
}

/** The catalog of a database that never held anything but this schema. The database must be empty, and is empty afterwards. */
export async function catalogOf(dialect: Dialect, connection: Connection, wanted: ToBuild): Promise<Schema> {
  await connection.exec('begin')
  try {
    await buildSchema(dialect, connection, wanted)
    return await dialect.inspect(connection.query)
  } finally {
    await connection.exec('rollback')
  }
}

/** Builds a schema in an empty database, inside of a transaction. */
export async function buildSchema(dialect: Dialect, connection: Connection, wanted: ToBuild): Promise<void> {
  const { schema, handWritten } = wanted
  const statements = dialect.render(diff(EMPTY_SCHEMA, schema), EMPTY_SCHEMA).map(({ sql }) => sql)
  if (handWritten.length === 0) return runAll(connection, statements)
  const own = handWritten.flatMap(({ up }) => ('run' in up ? (forDialect(up.run, dialect.name) ?? []) : []))
  const ways = [
    () => runAll(connection, statements),
    async () => {
      await runThoseThatCan(connection, own)
      await runAll(connection, statements)
    },
    () => runAlong(connection, statements, own.flatMap(definitions)),
  ]
  let first: unknown
  for (const way of ways) {
    try {
      return await inSavepoint(connection, way)
    } catch (error) {
      first ??= error
    }
  }
  throw first
}

const DEFINITION =
  /^create\s+(or\s+replace\s+)?(function|procedure|aggregate|operator|type|domain|sequence|collation|cast|text\s+search)\b/i

/** The statements of hand-written SQL that touch no rows and make what tables, views and triggers may use. */
function definitions(sql: string): readonly string[] {
  return splitStatements(sql)
    .map(({ text }) => text)
    .filter(text => DEFINITION.test(withoutComments(text)))
}

function withoutComments(statement: string): string {
  const first = readTokens(statement).find(({ kind }) => kind !== 'comment')
  return first === undefined ? '' : statement.slice(first.start)
}

/** Runs statements; where one fails, the hand-written ones come first: what they need is there by then. */
async function runAlong(
  connection: Connection,
  statements: readonly string[],
  handWritten: readonly string[],
): Promise<void> {
  for (const sql of statements) {
    const run = () => inSavepoint(connection, () => connection.exec(sql))
    await run().catch(async () => {
      await runThoseThatCan(connection, handWritten)
      await run()
    })
  }
}

async function runThoseThatCan(connection: Connection, handWritten: readonly string[]): Promise<void> {
  for (const sql of handWritten) await inSavepoint(connection, () => connection.exec(sql)).catch(() => {})
}

async function runAll(connection: Connection, statements: readonly string[]): Promise<void> {
  for (const sql of statements) await connection.exec(sql)
}

async function inSavepoint(connection: Connection, run: () => Promise<void>): Promise<void> {
  await connection.exec('savepoint mig_build')
  try {
    await run()
    await connection.exec('release savepoint mig_build')
  } catch (error) {
    await connection.exec('rollback to savepoint mig_build; release savepoint mig_build')
    throw error
  }
}
