import { closest } from '../edit-distance.ts'
import type { ColumnDeclaration, IncludeMember, Member, MixinDeclaration } from '../generated/ast.ts'
import type { Context } from './context.ts'
import { notImported } from './not-imported.ts'

/** A member of a table that is no `include`, with the file that it stands in. */
export interface ExpandedMember {
  readonly member: Exclude<Member, IncludeMember>
  readonly context: Context
}

/** The members of a table in the order of the text, those of its mixins in the places of the `include`s. */
export function expandMembers(members: readonly Member[], context: Context): readonly ExpandedMember[] {
  const found: ExpandedMember[] = []
  expandInto(found, members, context, [])
  return found
}

function expandInto(
  found: ExpandedMember[],
  members: readonly Member[],
  context: Context,
  within: readonly MixinDeclaration[],
): void {
  for (const member of members) {
    if (member.$type === 'IncludeMember') expandInclude(found, member, context, within)
    else found.push({ member, context })
  }
}

function expandInclude(
  all: ExpandedMember[],
  node: IncludeMember,
  context: Context,
  within: readonly MixinDeclaration[],
): void {
  const name = node.mixin
  if (name === undefined) return
  const found = context.names.mixin(name)
  if (found === undefined) all.push(...noMixin(node, name, context))
  else if (within.includes(found.declaration)) {
    const remedy = 'Remove one of the lines that include each other.'
    context.report.error('MIG125', `The mixin \`${name}\` includes itself.`, remedy, { node, property: 'mixin' })
  } else expandInto(all, found.declaration.members ?? [], found.context, [...within, found.declaration])
}

function noMixin(node: IncludeMember, name: string, context: Context): readonly ExpandedMember[] {
  if (context.names.isType(name)) return [{ member: columnCalledInclude(node, name), context }]
  if (context.names.mayBeLost(name)) return []
  const file = context.names.hiddenIn(name)
  if (file !== undefined) {
    notImported(name, file, { node, property: 'mixin' }, context)
    return []
  }
  const meant = closest(name, context.names.mixinNames())
  const remedy = meant === undefined ? `Declare it: \`mixin ${name} { … }\`.` : `Did you mean \`${meant}\`?`
  const data = meant === undefined ? { name } : { name, meant }
  context.report.error('MIG121', `There is no mixin \`${name}\`.`, remedy, { node, property: 'mixin' }, data)
  return []
}

/** `include text` declares a column where no mixin is called `text`. */
function columnCalledInclude(node: IncludeMember, type: string): ColumnDeclaration {
  const { $container, $cstNode } = node
  const spelling = {
    $type: 'TypeSpelling',
    $container,
    $cstNode,
    name: type,
    args: [],
    dimensions: [],
    nullable: false,
  }
  const column = { $type: 'ColumnDeclaration', $container, $cstNode, name: 'include', types: [spelling], modifiers: [] }
  return column as unknown as ColumnDeclaration
}
