import type { Context, Options } from '../command.ts'
import type { OpenGraph } from './open-graph.ts'

/** Where the database is, asked of the database; whoever needs no database does not load what talks to one. */
export async function currentRevisions(
  context: Context,
  open: OpenGraph,
  options: Options,
): Promise<readonly string[]> {
  const { readCurrent } = await import('../../database/run/read-current.ts')
  const { openDatabase } = await import('./open-database.ts')
  const { runOptions } = await import('./run-options.ts')
  return (await readCurrent(openDatabase(context, open, options), open, runOptions(context, options))).current
}
