import { history as historyOf } from '../../compiler/revisions/history.ts'
import type { Command } from '../command.ts'
import { drawGraph } from '../output/draw-graph.ts'
import { graphMarks } from '../output/graph-marks.ts'
import { revisionJson, revisionLine } from '../output/revision-line.ts'
import { DATABASE_OPTION, DATABASE_TARGET_OPTION } from '../project/chosen-database.ts'
import { currentRevisions } from '../project/current-revisions.ts'
import { displayPath } from '../project/display-path.ts'
import { type OpenGraph, openGraph, wholeRevision } from '../project/open-graph.ts'
import { MIGRATIONS_OPTION } from '../project/open-project.ts'
import { LEDGER_OPTION } from '../project/run-options.ts'

/** `mig history`: the graph of revisions, newest first. */
export const history: Command = {
  options: [
    { flags: '-r, --range <A:B>', text: 'only the revisions from A to B, both included; either end may be left out' },
    { flags: '-i, --indicate-current', text: 'ask the database where it is, and mark it' },
    DATABASE_OPTION,
    DATABASE_TARGET_OPTION,
    LEDGER_OPTION,
    MIGRATIONS_OPTION,
  ],
  examples: [
    ['mig history', 'all of it'],
    ['mig history -r base:head', 'the way to the head'],
    ['mig history -i', 'with a mark where the database is'],
    ['mig history -r current:', 'what the database does not have yet, and where it is'],
    ['mig history -r -3: --verbose', 'the last three with their files and steps'],
  ],
  run: async (context, _, options) => {
    const open = await openGraph(context, options)
    const range = options.range === undefined ? undefined : String(options.range)
    const isAsked = options.indicateCurrent === true || options.database !== undefined || speaksOfCurrent(range)
    const current = isAsked ? await currentRevisions(context, open, options) : undefined
    const ids = historyOf(open.graph, range, current)
    const nodes = []
    for (const id of ids) {
      const { head } = open.revisions.get(id)!
      const more = options.verbose ? await details(open, id, context.cwd) : []
      const text = [revisionLine(head, graphMarks(open.graph, id, current)), ...more].join('\n')
      nodes.push({ id, parents: head.parents, text })
    }
    const json = { revisions: ids.map(id => revisionJson(open.revisions.get(id)!.head)) }
    return { exit: 0, text: nodes.length === 0 ? 'no revisions yet' : drawGraph(nodes), json }
  },
}

/** Whether an end of the range is where the database is. */
function speaksOfCurrent(range: string | undefined): boolean {
  return range?.split(':').includes('current') === true
}

async function details({ revisions }: OpenGraph, id: string, cwd: string): Promise<readonly string[]> {
  const { stepTexts } = await import('../output/step-json.ts')
  const light = revisions.get(id)!
  const { steps } = await wholeRevision(light, cwd)
  return [displayPath(cwd, light.file), ...stepTexts(steps)]
}
