import type { File } from '../generated/ast.ts'
import { lowerColumn } from './column.ts'
import type { Context } from './context.ts'
import { resolveAlias } from './type.ts'

/** Reads mixins and aliases that nothing may use, for the sake of the diagnostics. */
export function lowerUnused(ast: File, context: Context): void {
  for (const node of ast.elements) {
    if (node.$type === 'TypeDeclaration') resolveAlias(node, context)
    if (node.$type === 'MixinDeclaration')
      for (const member of node.members ?? []) if (member.$type === 'ColumnDeclaration') lowerColumn(member, context)
  }
}
