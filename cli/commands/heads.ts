import { heads as headsOf } from '../../compiler/revisions/graph.ts'
import type { Command } from '../command.ts'
import { revisionLine } from '../output/revision-line.ts'
import { displayPath } from '../project/display-path.ts'
import { openHistory } from '../project/open-history.ts'
import { readSchema } from '../project/open-schema.ts'

/** `mig heads`: the revisions that no other one follows. */
export const heads: Command = {
  options: [],
  examples: [
    ['mig heads', 'one line each'],
    ['mig heads --json', '{"heads": ["ID", …]}'],
  ],
  run: (context, _, { verbose }) => {
    const { graph, revisions } = openHistory(readSchema(context).loaded.project, context.cwd)
    const ids = headsOf(graph)
    const lines = ids.flatMap(id => {
      const { revision, file } = revisions.get(id)!
      return [revisionLine(revision), ...(verbose ? [`  ${displayPath(context.cwd, file)}`] : [])]
    })
    return { exit: 0, text: lines.length === 0 ? 'no revisions yet' : lines.join('\n'), json: { heads: ids } }
  },
}
