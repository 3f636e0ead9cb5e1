import { OWN_TEMPORARY } from '../../../compiler/dialects/postgres/inspect/catalog-sql.ts'
import { inspectTriggers } from '../../../compiler/dialects/postgres/inspect/triggers.ts'
import { inspectViews } from '../../../compiler/dialects/postgres/inspect/views.ts'
import { inspectTables } from '../../../compiler/dialects/postgres/inspect.ts'
import { postgres } from '../../../compiler/dialects/postgres/postgres.ts'
import { EMPTY_SCHEMA, type Schema } from '../../../compiler/schema/schema.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import type { Connection } from '../../connection.ts'
import { isLost } from '../../run/lost.ts'
import { type FailedTrial, failedTrial } from './refused-text.ts'

/** How a trial is made. */
export interface TrialSettings {
  /** Milliseconds that it waits for a lock; it takes none but ACCESS SHARE on the tables of views. */
  readonly lockTimeout: number
  /** Puts the search path in place, within the transaction. */
  readonly searchPath?: string
}

/** What a trial came to: what Postgres makes of the steps, or why it does not take them. */
export type Trial = { readonly told: Schema } | FailedTrial

/** Makes temporary objects, reads them back in Postgres' own words, and leaves nothing: the transaction is rolled back. */
export async function tryTexts(
  connection: Connection,
  steps: readonly Step[],
  settings: TrialSettings,
): Promise<Trial> {
  const { query, exec } = connection
  const statements = postgres.render(steps, EMPTY_SCHEMA).map(({ sql }) => `${sql}\n;\n`)
  const { lockTimeout, searchPath = '' } = settings
  const sql = `set local lock_timeout = ${lockTimeout};\n${searchPath}\n${statements.join('')}`
  await exec('begin')
  try {
    await exec(sql)
    const tables = await inspectTables(query, OWN_TEMPORARY)
    const views = await inspectViews(query, OWN_TEMPORARY)
    const triggers = await inspectTriggers(query, OWN_TEMPORARY)
    return { told: { ...EMPTY_SCHEMA, tables, views, triggers } }
  } catch (error) {
    if (isLost(error)) throw error
    const failed = failedTrial(error, sql)
    if (failed === undefined) throw error
    return failed
  } finally {
    await exec('rollback').catch(() => {})
  }
}
