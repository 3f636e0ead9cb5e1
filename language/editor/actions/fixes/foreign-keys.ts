import { nameText, quoteName } from '../../../../compiler/schema/name.ts'
import { columnsOfTarget } from '../../../checks/foreign-key-target.ts'
import type { ForeignLine, TableSubject } from '../../../checks/subject.ts'
import { type Fix, type FixAt, type Fixer, fact, facts, fix } from '../fix.ts'
import { insert, removePiece, replace } from '../text/change.ts'
import { addModifier, retype, typesOf } from '../text/column-parts.ts'
import { foreignAt } from '../text/find-line.ts'
import { addMember } from '../text/member-lines.ts'
import { partOf, up } from '../text/nodes.ts'
import { optionSpan } from '../text/option-span.ts'

/** Adds the index that a foreign key has not. */
export const addIndex: Fixer = at => {
  const { parsed, node } = at
  const columns = facts(at, 'columns')
  const column = up(node, 'ColumnDeclaration')
  if (column !== undefined) return fix('Add `index` to the column', addModifier(parsed, column, 'index'), true)
  const holder = up(node, 'TableDeclaration', 'MixinDeclaration')
  if (holder === undefined || columns.length === 0) return []
  const line = `index (${columns.map(quoteName).join(', ')})`
  return fix(`Add \`${line}\``, addMember(parsed, holder, line), true)
}

/** Gives the column of a foreign key the type of the column that it goes to. */
export const takeTargetType: Fixer = at => {
  const found = foreignAt(at.model, at.node)
  const target = found && at.model.subject.tables.get(found.line.target)
  if (found === undefined || target === undefined) return []
  const index = found.line.columns.indexOf(fact(at, 'column') ?? '')
  const from = found.table.columns.get(found.line.columns[index] ?? '')
  const to = target.columns.get(columnsOfTarget(found.line, target)[index] ?? '')
  const types = to && typesOf(to.node)
  if (from === undefined || to === undefined || types === undefined) return []
  const written = to.context.parsed.text.slice(types.start, types.end).replaceAll('?', '')
  const title = `Make \`${from.column.name}\` \`${written}\` as ${target.key}.${quoteName(to.column.name)} is`
  return fix(title, retype(from.context.parsed, from.node, written), true)
}

/** Makes what a foreign key goes to unique, or lets it go to the primary key. */
export const makeUnique: Fixer = at => {
  const target = at.model.subject.tables.get(fact(at, 'table') ?? '')
  const columns = facts(at, 'columns')
  if (target === undefined || columns.length === 0) return []
  return [...uniqueFix(target, columns), ...toPrimaryKey(at, target)]
}

function uniqueFix(target: TableSubject, columns: readonly string[]): readonly Fix[] {
  const [name] = columns
  const only = columns.length === 1 ? target.columns.get(name!) : undefined
  const isFree = only !== undefined && !only.node.modifiers.some(({ $type }) => $type === 'UniqueModifier')
  if (isFree)
    return fix(`Make ${target.key}.${quoteName(name!)} unique`, addModifier(only.context.parsed, only.node, 'unique'))
  const line = `unique (${columns.map(quoteName).join(', ')})`
  return fix(`Add \`${line}\` to ${target.key}`, addMember(target.context.parsed, target.node, line))
}

function toPrimaryKey({ model, node, parsed }: FixAt, target: TableSubject): readonly Fix[] {
  const found = foreignAt(model, node)
  const key = target.keys.find(line => line.kind === 'primary')
  if (found === undefined || key === undefined || found.line.targetColumns.length !== key.columns.length) return []
  const own = found.line.node
  const name = partOf(own, 'target')
  const last = partOf(own, own.$type === 'ForeignMember' ? 'targetColumns' : 'column', key.columns.length - 1)
  const close = last && parsed.text.indexOf(')', last.end)
  if (name === undefined || close === undefined || close < 0) return []
  return fix(`Go to the primary key of ${target.key}`, [replace(parsed, name.end, close + 1, '')])
}

/** Takes the rule away that puts null where null cannot be, or lets rows go along. */
export const otherAction: Fixer = ({ parsed, start, end }) => {
  const span = optionSpan(parsed, start, end)
  const rule = parsed.text.slice(span.start, span.end)
  return [
    ...fix(`Write \`${parsed.text.slice(span.start, start)}cascade\``, [replace(parsed, start, span.end, 'cascade')]),
    ...fix(`Leave \`${rule}\` out`, [removePiece(parsed, span.start, span.end)]),
  ]
}

/** Says where a foreign key goes: a key of as many columns, or the primary key that its target has not yet. */
export const nameTarget: Fixer = at => {
  const found = foreignAt(at.model, at.node)
  const target = found && at.model.subject.tables.get(found.line.target)
  if (found === undefined || target === undefined) return []
  return [...toKeys(at, found.line, target), ...withPrimaryKey(found.line, target)]
}

function toKeys({ parsed }: FixAt, line: ForeignLine, target: TableSubject): readonly Fix[] {
  const at = partOf(line.node, 'target')
  if (at === undefined || line.targetColumns.length > 0) return []
  const keys = target.keys.filter(key => key.kind !== 'foreign' && key.columns.length === line.columns.length)
  return keys.slice(0, 3).flatMap(key => {
    const columns = `(${key.columns.map(quoteName).join(', ')})`
    return fix(`Go to ${target.key} ${columns}`, [insert(parsed, at.end, ` ${columns}`)], keys.length === 1)
  })
}

function withPrimaryKey(line: ForeignLine, target: TableSubject): readonly Fix[] {
  const id = target.columns.get('id')
  const has = target.keys.some(key => key.kind === 'primary')
  if (has || id === undefined || line.columns.length !== 1 || line.targetColumns.length > 0) return []
  return fix(
    `Make \`id\` the primary key of ${nameText(target.table.name)}`,
    addModifier(id.context.parsed, id.node, 'primary'),
    true,
  )
}
