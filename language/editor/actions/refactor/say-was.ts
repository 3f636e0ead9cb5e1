import { oldName } from '../../../../compiler/hazards/old-name.ts'
import { nameText, quoteName } from '../../../../compiler/schema/name.ts'
import { nodeAt } from '../../node-at.ts'
import { nearest } from '../fixes/values.ts'
import { wasInHead } from '../hazards/ambiguous.ts'
import { columnsSince, tablesSince } from '../hazards/since.ts'
import { addHint } from '../text/column-parts.ts'
import { tableWith } from '../text/find-line.ts'
import { up } from '../text/nodes.ts'
import { writtenKey } from '../text/written-key.ts'
import { REWRITE, type Refactor } from './refactoring.ts'

const MOST = 3

/** What is new was called otherwise before: each of what is gone could be meant, the nearest by spelling first. */
export const sayWas: Refactor = (model, parsed, { start }) => {
  const isProject = model.loaded.project.targets.length > 0
  if (!isProject || model.past === undefined || parsed.errors.length > 0) return []
  const node = nodeAt(parsed.ast, start)
  const column = up(node, 'ColumnDeclaration')
  const table = tableWith(model, node)
  if (table === undefined || up(node, 'MixinDeclaration') !== undefined) return []
  if (column !== undefined) {
    const { gone, come } = columnsSince(model, table.key)
    if (!come.some(({ name }) => name === column.name)) return []
    const names = nearest(
      column.name,
      gone.map(({ name }) => name),
    ).slice(0, MOST)
    return names.map(name => ({
      title: `Say that \`${column.name}\` was \`${name}\``,
      kind: REWRITE,
      changes: addHint(parsed, column, `was ${quoteName(name)}`),
    }))
  }
  const { gone, come } = tablesSince(model)
  const own = come.find(({ name }) => nameText(name) === table.key)
  if (own === undefined || node !== table.node) return []
  const olds = new Map(gone.map(({ name }) => [oldName(name, own.name), name]))
  return nearest(table.key, [...olds.keys()])
    .slice(0, MOST)
    .map(key => writtenKey(model, key))
    .map(old => ({
      title: `Say that \`${table.node.name}\` was \`${old}\``,
      kind: REWRITE,
      changes: wasInHead(parsed, table.node, old),
    }))
}
