import { heads } from '../../compiler/revisions/graph.ts'
import { checkAtHeads } from '../../compiler/revisions/new-revision.ts'
import { ledgerTrouble } from '../../database/run/applied.ts'
import { halfWay } from '../../database/run/plan-failures.ts'
import { type Current, readCurrent } from '../../database/run/read-current.ts'
import type { Command } from '../command.ts'
import type { Problem } from '../output/problem.ts'
import { revisionLine } from '../output/revision-line.ts'
import { DATABASE_OPTION, DATABASE_TARGET_OPTION } from '../project/chosen-database.ts'
import { openDatabase } from '../project/open-database.ts'
import { type OpenGraph, openGraph } from '../project/open-graph.ts'
import { MIGRATIONS_OPTION } from '../project/open-project.ts'
import { LEDGER_OPTION, runOptions } from '../project/run-options.ts'

/** `mig current`: where a database is. */
export const current: Command = {
  options: [
    DATABASE_OPTION,
    DATABASE_TARGET_OPTION,
    { flags: '--check-heads', text: 'exit 1 unless the database is at the heads' },
    LEDGER_OPTION,
    MIGRATIONS_OPTION,
  ],
  examples: [
    ['mig current', 'one line each revision that the database is at'],
    ['mig current -v', 'everything that was applied, when and by whom'],
    ['mig current --json', '{"current": ["ID", …], "pending": N}'],
  ],
  run: async (context, _, options) => {
    const open = await openGraph(context, options)
    const state = await readCurrent(openDatabase(context, open, options), open, runOptions(context, options))
    if (options.checkHeads === true) checkAtHeads(state.current, heads(open.graph))
    return {
      exit: 0,
      text: options.verbose === true ? [textOf(open, state), '', ...rowLines(state)].join('\n') : textOf(open, state),
      json: { current: state.current, pending: state.pending.length },
      warnings: warningsOf(open, state),
    }
  },
}

function textOf({ graph, revisions }: OpenGraph, { current: at, pending }: Current): string {
  const tips = new Set(heads(graph))
  const lines = at.map(id => {
    const light = revisions.get(id)
    return light === undefined ? `${id} (in no folder)` : revisionLine(light.head, tips.has(id) ? ['head'] : [])
  })
  const rest = pending.length === 0 ? 'nothing pending' : `${pending.length} pending; mig upgrade runs them`
  return [...(lines.length === 0 ? ['base'] : lines), rest].join('\n')
}

function rowLines({ rows }: Current): readonly string[] {
  return rows.map(row => {
    const state =
      row.finished === undefined ? `half way ${row.direction}, ${row.done} of ${row.statements}` : row.finished
    return `${row.id} ${row.message}\n  ${state} by ${row.by || 'unknown'} in ${row.milliseconds} ms, mig ${row.tool || 'unknown'}`
  })
}

/** What would keep `mig upgrade` from running, in its own words. */
function warningsOf({ graph }: OpenGraph, { rows, half }: Current): readonly Problem[] {
  const troubles = [ledgerTrouble(graph, rows), half && halfWay(graph, half)]
  return troubles.flatMap(trouble => {
    if (trouble === undefined) return []
    const { code, message, remedy } = trouble
    return [{ code, severity: 'warning' as const, message, remedy }]
  })
}
