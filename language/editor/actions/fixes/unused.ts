import { type Fixer, fix } from '../fix.ts'
import type { Change } from '../text/change.ts'
import { removeNode } from '../text/declarations.ts'
import { importedPath, importsOf } from '../text/import-lines.ts'
import { removeItem } from '../text/lists.ts'
import { partOf } from '../text/nodes.ts'

/** Takes a declaration away that nothing uses, and its name out of the imports. */
export const removeUnused: Fixer = ({ model, parsed, start }) => {
  const own = parsed.ast.elements.find(
    ({ $cstNode }) => $cstNode !== undefined && $cstNode.offset <= start && start < $cstNode.end,
  )
  const name = own !== undefined && 'name' in own ? own.name : undefined
  if (own === undefined || name === undefined) return []
  const imports = model.loaded.files.flatMap(({ parsed: from }): readonly Change[] =>
    importsOf(from).flatMap(node => {
      const index = importedPath(from, node) === parsed.file ? (node.names ?? []).indexOf(name) : -1
      const span = index < 0 ? undefined : partOf(node, 'names', index)
      if (span === undefined) return []
      return node.names.length < 2 ? removeNode(from, node) : removeItem(from, span.start, span.end)
    }),
  )
  return fix('Remove it', [...removeNode(parsed, own), ...imports])
}
