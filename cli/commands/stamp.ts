import { checkStamp } from '../../compiler/revisions/stamp.ts'
import { type Stamped, stampDatabase } from '../../database/run/stamp.ts'
import { stampScript } from '../../database/run/stamp-script.ts'
import type { Command } from '../command.ts'
import { DATABASE_OPTION, DATABASE_TARGET_OPTION } from '../project/chosen-database.ts'
import { chosenDialect } from '../project/chosen-dialect.ts'
import { openDatabase } from '../project/open-database.ts'
import { openGraph } from '../project/open-graph.ts'
import { MIGRATIONS_OPTION } from '../project/open-project.ts'
import { progressTo } from '../project/progress-to.ts'
import { LEDGER_OPTION, runOptions, WAIT_OPTIONS } from '../project/run-options.ts'

/** `mig stamp REV…`: says where a database is, and runs nothing. */
export const stamp: Command = {
  takes: '<rev...>',
  options: [
    DATABASE_OPTION,
    DATABASE_TARGET_OPTION,
    { flags: '--purge', text: 'forget everything that the ledger holds first' },
    { flags: '--dry-run', text: 'say what would change in the ledger' },
    { flags: '--sql', text: 'print the SQL instead; A:B says where the ledger is' },
    WAIT_OPTIONS[0]!,
    LEDGER_OPTION,
    MIGRATIONS_OPTION,
  ],
  examples: [
    ['mig stamp head', 'this database holds all that the revisions make'],
    ['mig stamp base', 'this database holds nothing of it'],
    ['mig stamp --purge b5fa', 'whatever the ledger says: the database is at b5fa'],
  ],
  run: async (context, targets, options) => {
    const open = await openGraph(context, options)
    const [purge, sql, dryRun] = [options.purge === true, options.sql === true, options.dryRun === true]
    checkStamp({ sql, purge })
    if (sql) {
      const script = stampScript(open, targets, chosenDialect(context, open, options), runOptions(context, options))
      return { exit: 0, text: script, json: { sql: script } }
    }
    const progress = progressTo(options)
    try {
      const run = { ...runOptions(context, options), dryRun, signal: progress.signal, onEvent: progress.onEvent }
      const stamped = await stampDatabase(openDatabase(context, open, options), open, { targets, purge }, run)
      return { exit: 0, text: textOf(stamped, dryRun), json: jsonOf(stamped) }
    } finally {
      progress.release()
    }
  },
}

function textOf({ added, removed, refreshed, current }: Stamped, dryRun: boolean): string {
  const would = dryRun ? 'would count' : 'counts'
  const lines = [
    ...removed.map(id => `  ${would} as not applied: ${id}`),
    ...added.map(id => `  ${would} as applied: ${id}`),
    ...refreshed.map(id => `  ${would} as applied as its file is now: ${id}`),
  ]
  const where = `the ledger ${dryRun ? 'would say' : 'says'} that the database is at ${current.join(', ') || 'base'}`
  return lines.length === 0 ? `nothing to do: ${where}` : [...lines, `${where}; nothing was run`].join('\n')
}

function jsonOf({ added, removed, refreshed, current }: Stamped): unknown {
  const one = (direction: 'up' | 'down') => (id: string) => ({ id, direction, milliseconds: 0 })
  return { ran: [...removed.map(one('down')), ...added.map(one('up'))], refreshed, current }
}
