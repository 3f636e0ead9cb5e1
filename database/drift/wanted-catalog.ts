import type { Dialect } from '../../compiler/dialects/dialect.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import type { SqlStep } from '../../compiler/steps/step.ts'
import { connectSqlite } from '../sqlite.ts'
import { catalogOf } from '../verify/build-schema.ts'

/**
 * What a database would hold of a schema. SQLite keeps the text of every statement, so the schema is built in memory and read
 * back; where that cannot be, for want of a function that only the application has, what the dialect says of it must do.
 */
export async function wantedCatalog(
  dialect: Dialect,
  schema: Schema,
  handWritten: readonly SqlStep[],
): Promise<Schema> {
  if (dialect.name === 'postgres') return dialect.project(schema)
  const memory = await connectSqlite(':memory:')
  try {
    return await catalogOf(dialect, memory, { schema, handWritten })
  } catch {
    return dialect.project(schema)
  } finally {
    await memory.close()
  }
}
