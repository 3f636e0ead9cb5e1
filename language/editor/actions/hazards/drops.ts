import { nameText, quoteName } from '../../../../compiler/schema/name.ts'
import { readName } from '../../../literals/name-literal.ts'
import { type Fixer, fact, fix } from '../fix.ts'
import { insert } from '../text/change.ts'
import { addHeadLine } from '../text/declarations.ts'
import { addMember } from '../text/member-lines.ts'
import { spanOf } from '../text/nodes.ts'
import { writtenKey } from '../text/written-key.ts'
import { addDropped, dropFix, droppedName } from './ambiguous.ts'
import { memberAt, objectAt } from './object-key.ts'
import { putColumnBack, putTableBack } from './put-back.ts'
import { columnsSince } from './since.ts'

/** A column that is gone is meant to go. */
export const sayDroppedColumn: Fixer = at => {
  const object = memberAt(at)
  const table = object && at.model.subject.tables.get(object.in)
  if (object === undefined || table === undefined) return []
  const { gone } = columnsSince(at.model, object.in)
  if (!gone.some(({ name }) => name === object.name)) return []
  return [...dropFix(table, object.name), ...putColumnBack(at.model, table, object.name)]
}

/** The value that rows get when a column comes back that is dropped. */
export const sayValueBack: Fixer = at => {
  const table = at.model.subject.tables.get(fact(at, 'in') ?? '')
  const name = fact(at, 'name')
  const value = fact(at, 'value')
  if (table === undefined || name === undefined || value === undefined) return []
  const said = table.node.members.find(member => member.$type === 'DroppedMember' && member.name === name)
  const end = spanOf(said)?.end
  const title = `Say what rows get when it comes back: \`backfill ${value}\``
  if (end !== undefined) return fix(title, [insert(table.context.parsed, end, ` backfill ${value}`)])
  return fix(title, addMember(table.context.parsed, table.node, `dropped ${droppedName(name)} backfill ${value}`))
}

/** A table that is gone is meant to go. */
export const sayDroppedTable: Fixer = at => {
  const key = objectAt(at)
  if (key === undefined || at.model.loaded.schema.tables.has(key) || !at.model.past?.schema.tables.has(key)) return []
  const parsed = at.model.file(at.parsed.file) ?? at.model.file(at.model.main)
  if (parsed === undefined) return []
  const dropped = `dropped table ${writtenKey(at.model, key)}`
  return [
    ...fix(`Say that the drop is meant: \`${dropped}\``, addDropped(parsed, dropped)),
    ...putTableBack(at.model, parsed, key),
  ]
}

/** An extension that others may use stays. */
export const keepExtension: Fixer = at => {
  const name = readName(fact(at, 'object') ?? '').name
  const extension =
    at.model.past?.schema.extensions.get(nameText({ name })) ?? at.model.past?.schema.extensions.get(name)
  if (extension === undefined || at.model.loaded.schema.extensions.has(name)) return []
  const only = extension.only === undefined ? '' : ` only ${extension.only}`
  const line = `extension ${quoteName(name)}${only}`
  return fix(`Leave it: \`${line}\``, addHeadLine(at.parsed, line, 'ExtensionDeclaration'))
}
