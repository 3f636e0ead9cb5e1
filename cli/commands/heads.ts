import { heads as headsOf } from '../../compiler/revisions/graph.ts'
import type { Command } from '../command.ts'
import { branchMarks } from '../output/graph-marks.ts'
import { revisionLine } from '../output/revision-line.ts'
import { displayPath } from '../project/display-path.ts'
import { openGraph } from '../project/open-graph.ts'
import { MIGRATIONS_OPTION } from '../project/open-project.ts'

/** `mig heads`: the revisions that no other one follows. */
export const heads: Command = {
  options: [MIGRATIONS_OPTION],
  examples: [
    ['mig heads', 'one line each'],
    ['mig heads --verbose', 'with what each comes after, and its file'],
    ['mig heads --json', '{"heads": ["ID", …]}'],
  ],
  run: async (context, _, options) => {
    const { graph, revisions } = await openGraph(context, options)
    const ids = headsOf(graph)
    const lines = ids.flatMap(id => {
      const { head, file } = revisions.get(id)!
      const after = head.parents.length === 0 ? 'base' : head.parents.join(', ')
      const more = options.verbose ? [`  after ${after}`, `  ${displayPath(context.cwd, file)}`] : []
      return [revisionLine(head, branchMarks(graph, id)), ...more]
    })
    return { exit: 0, text: lines.length === 0 ? 'no revisions yet' : lines.join('\n'), json: { heads: ids } }
  },
}
