import { branchPoints } from '../../compiler/revisions/history.ts'
import type { Command } from '../command.ts'
import { branchMarks, graphMarks } from '../output/graph-marks.ts'
import { revisionLine } from '../output/revision-line.ts'
import { displayPath } from '../project/display-path.ts'
import { openGraph } from '../project/open-graph.ts'
import { MIGRATIONS_OPTION } from '../project/open-project.ts'

/** `mig branches`: the revisions where the history parts, each with those that follow it. */
export const branches: Command = {
  options: [MIGRATIONS_OPTION],
  examples: [
    ['mig branches', 'where the history parts, newest first'],
    ['mig branches --json', '{"branches": [{"id": "ID", "children": ["ID", …]}, …]}'],
  ],
  run: async (context, _, options) => {
    const { graph, revisions } = await openGraph(context, options)
    const points = branchPoints(graph).map(id => ({ id, children: graph.children.get(id) ?? [] }))
    const lineOf = (id: string, marks: readonly string[], indent: string) => {
      const { head, file } = revisions.get(id)!
      const line = `${indent}${revisionLine(head, marks)}`
      return options.verbose ? [line, `${' '.repeat(indent.length)}  ${displayPath(context.cwd, file)}`] : [line]
    }
    const lines = points.flatMap(({ id, children }) => [
      ...lineOf(id, [], ''),
      ...children.flatMap(child => lineOf(child, [...graphMarks(graph, child), ...branchMarks(graph, child)], '  -> ')),
    ])
    return { exit: 0, text: lines.length === 0 ? 'no branches' : lines.join('\n'), json: { branches: points } }
  },
}
