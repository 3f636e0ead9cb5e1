import { heads } from '../../compiler/revisions/graph.ts'
import { history as historyOf } from '../../compiler/revisions/history.ts'
import type { Command } from '../command.ts'
import { drawGraph } from '../output/draw-graph.ts'
import { revisionJson, revisionLine } from '../output/revision-line.ts'
import { stepLine } from '../output/step-json.ts'
import { displayPath } from '../project/display-path.ts'
import { openHistory } from '../project/open-history.ts'
import { readSchema } from '../project/open-schema.ts'

/** `mig history`: the graph of revisions, newest first. */
export const history: Command = {
  options: [
    { flags: '-r, --range <A:B>', text: 'only the revisions from A to B, both included; either end may be left out' },
  ],
  examples: [
    ['mig history', 'all of it'],
    ['mig history -r base:head', 'the way to the head'],
    ['mig history -r -3: --verbose', 'the last three with their files and steps'],
  ],
  run: (context, _, { range, verbose }) => {
    const { graph, revisions } = openHistory(readSchema(context).loaded.project, context.cwd)
    const ids = historyOf(graph, range === undefined ? undefined : String(range))
    const tips = new Set(heads(graph))
    const nodes = ids.map(id => {
      const { revision, file } = revisions.get(id)!
      const line = revisionLine(revision, tips.has(id) ? ['head'] : [])
      const more = verbose ? [displayPath(context.cwd, file), ...revision.steps.map(stepLine)] : []
      return { id, parents: revision.parents, text: [line, ...more].join('\n') }
    })
    const json = { revisions: ids.map(id => revisionJson(revisions.get(id)!.revision)) }
    return { exit: 0, text: nodes.length === 0 ? 'no revisions yet' : drawGraph(nodes), json }
  },
}
