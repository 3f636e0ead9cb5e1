import { nameText, quoteName } from '../../../compiler/schema/name.ts'
import { primaryKeyOf } from '../../../compiler/schema/table.ts'
import type { EnumEntry, ForeignMember, Member, ReferenceModifier } from '../../generated/ast.ts'
import { code } from '../revisions/markdown.ts'
import type { Hint, HintPlace } from './hint.ts'
import { placeAfterTarget } from './target-place.ts'

/** The columns that a foreign key goes to where only its table is written, unless that is `id`, as nearly everywhere. */
export function targetHints(member: Member | EnumEntry, place: HintPlace): readonly Hint[] {
  if (member.$type === 'ForeignMember') return (member.targetColumns ?? []).length > 0 ? [] : hint(member, place)
  if (member.$type !== 'ColumnDeclaration') return []
  return (member.modifiers ?? []).flatMap(modifier =>
    modifier.$type === 'ReferenceModifier' && modifier.column === undefined ? hint(modifier, place) : [],
  )
}

function hint(node: ReferenceModifier | ForeignMember, { model, parsed, context }: HintPlace): readonly Hint[] {
  const { $cstNode: cst, target } = node
  if (cst === undefined || target === undefined || target === '') return []
  const table = nameText(context.names.qualify(target))
  const found = model.loaded.schema.tables.get(table)
  const columns = found && primaryKeyOf(found)?.columns
  const arrow = parsed.text.indexOf('->', cst.offset)
  if (columns === undefined || columns.length === 0 || arrow < 0 || arrow >= cst.end) return []
  if (columns.length === 1 && columns[0] === 'id') return []
  const label = `(${columns.map(quoteName).join(', ')})`
  const tooltip = `It goes to the primary key of ${code(table)}.`
  return [{ at: placeAfterTarget(parsed.text, arrow), label, tooltip, insert: ` ${label}` }]
}
