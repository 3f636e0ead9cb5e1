import { OWN_TEMPORARY } from '../../../compiler/dialects/postgres/inspect/catalog-sql.ts'
import { inspectTriggers } from '../../../compiler/dialects/postgres/inspect/triggers.ts'
import { inspectViews } from '../../../compiler/dialects/postgres/inspect/views.ts'
import { inspectTables } from '../../../compiler/dialects/postgres/inspect.ts'
import { postgres } from '../../../compiler/dialects/postgres/postgres.ts'
import { EMPTY_SCHEMA, type Schema } from '../../../compiler/schema/schema.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import type { Connection } from '../../connection.ts'
import { isLost } from '../../run/lost.ts'

/** How a trial is made. */
export interface TrialSettings {
  /** Milliseconds that it waits for a lock; it takes none but ACCESS SHARE on the tables of views. */
  readonly lockTimeout: number
  /** Puts the search path in place, within the transaction. */
  readonly searchPath?: string
}

/** What a trial came to: what Postgres makes of the steps, or why it does not take them. */
export type Trial = { readonly told: Schema } | { readonly failed: string; readonly isWrong: boolean }

/** Makes temporary objects, reads them back in Postgres' own words, and leaves nothing: the transaction is rolled back. */
export async function tryTexts(
  connection: Connection,
  steps: readonly Step[],
  settings: TrialSettings,
): Promise<Trial> {
  const { query, exec } = connection
  const statements = postgres.render(steps, EMPTY_SCHEMA).map(({ sql }) => `${sql}\n;\n`)
  const { lockTimeout, searchPath = '' } = settings
  await exec('begin')
  try {
    await exec(`set local lock_timeout = ${lockTimeout};\n${searchPath}\n${statements.join('')}`)
    const tables = await inspectTables(query, OWN_TEMPORARY)
    const views = await inspectViews(query, OWN_TEMPORARY)
    const triggers = await inspectTriggers(query, OWN_TEMPORARY)
    return { told: { ...EMPTY_SCHEMA, tables, views, triggers } }
  } catch (error) {
    if (isLost(error)) throw error
    const { code, message } = error as { readonly code?: string; readonly message: string }
    if (code === undefined) throw error
    return { failed: message, isWrong: isWrongText(code) }
  } finally {
    await exec('rollback').catch(() => {})
  }
}

/**
 * Whether the text is to blame: a syntax error, a name or a type that is not there, something that Postgres does not
 * do (errcodes-appendix). Else it is the session: rights, locks, a standby.
 */
function isWrongText(code: string): boolean {
  return code !== '42501' && /^(?:0A|22|42)/.test(code)
}
