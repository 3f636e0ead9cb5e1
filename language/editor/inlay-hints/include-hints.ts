import type { EnumEntry, Member } from '../../generated/ast.ts'
import { expandMembers } from '../../lower/expand-members.ts'
import type { Hint, HintPlace } from './hint.ts'

const MOST = 4

/** The columns that a mixin brings. */
export function includeHints(member: Member | EnumEntry, { context }: HintPlace): readonly Hint[] {
  if (member.$type !== 'IncludeMember' || member.$cstNode === undefined) return []
  if (member.mixin === undefined || context.names.mixin(member.mixin) === undefined) return []
  const columns = expandMembers([member], context).flatMap(({ member: one }) =>
    one.$type === 'ColumnDeclaration' && one.name !== undefined ? [one.name] : [],
  )
  if (columns.length === 0) return []
  const rest = columns.length - MOST
  const label = columns.slice(0, MOST).join(', ') + (rest > 0 ? ` and ${rest} more` : '')
  const tooltip = `The columns of \`mixin ${member.mixin}\`: ${columns.map(name => `\`${name}\``).join(', ')}.`
  return [{ at: member.$cstNode.end, label, tooltip }]
}
