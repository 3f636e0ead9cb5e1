import type { AstNode } from 'langium'
import type { MixinDeclaration, TableDeclaration } from '../generated/ast.ts'
import type { Context } from '../lower/context.ts'
import type { Parsed } from '../parse.ts'

/** Whether the parser understood all of a declaration: what a broken one lacks may stand in the part that was not understood. */
export function isWhole(node: AstNode, { errors }: Parsed): boolean {
  const cst = node.$cstNode
  if (errors.length === 0 || cst === undefined) return true
  return !errors.some(({ range }) => range.end.offset >= cst.offset && range.start.offset <= cst.end)
}

/** Whether a table or mixin was read as a whole, and each mixin that it includes. */
export function hasWholeMembers(
  node: TableDeclaration | MixinDeclaration,
  context: Context,
  within: ReadonlySet<MixinDeclaration> = new Set(),
): boolean {
  if (!isWhole(node, context.parsed)) return false
  return (node.members ?? []).every(member => {
    if (member.$type !== 'IncludeMember' || member.mixin === undefined) return true
    const found = context.names.mixin(member.mixin)
    if (found === undefined || within.has(found.declaration)) return false
    return hasWholeMembers(found.declaration, found.context, new Set([...within, found.declaration]))
  })
}
