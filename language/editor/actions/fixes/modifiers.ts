import type { Modifier, TableDeclaration } from '../../../generated/ast.ts'
import { type Fix, type FixAt, type Fixer, fact, fix } from '../fix.ts'
import { removePiece, replace } from '../text/change.ts'
import { addModifier, removeModifiers, retype } from '../text/column-parts.ts'
import { removeNode } from '../text/declarations.ts'
import { tableWith } from '../text/find-line.ts'
import { addColumn } from '../text/member-lines.ts'
import { partOf, spanOf, textOf, up, wordOf } from '../text/nodes.ts'
import { columnOf } from './null-marks.ts'

/** Takes a modifier away from its column. */
export function removeModifier(isPreferred: boolean, ...types: readonly Modifier['$type'][]): Fixer {
  return ({ parsed, node }) => {
    const column = up(node, 'ColumnDeclaration')
    const found = column?.modifiers.find(({ $type }) => types.includes($type))
    if (column === undefined || found === undefined) return []
    const word = /^\S+/.exec(textOf(parsed, found))?.[0] ?? ''
    const shown = found.$type === 'GeneratedModifier' ? '= …' : word
    return fix(`Remove \`${shown}\``, removeModifiers(parsed, column, found.$type), isPreferred)
  }
}

/** Of modifiers that exclude each other, the one that the diagnostic stands at goes. */
export const removeThisModifier: Fixer = at => {
  const { parsed, node, start } = at
  const column = up(node, 'ColumnDeclaration')
  const own = column?.modifiers.find(modifier => spanOf(modifier)?.start === start)
  const span = spanOf(own)
  if (span === undefined) return []
  const word =
    fact(at, 'modifier') === 'generated' ? '= …' : (fact(at, 'modifier') ?? /^\S+/.exec(textOf(parsed, own!))![0])
  return fix(`Remove \`${word}\``, [removePiece(parsed, span.start, span.end)], true)
}

/** A column that counts is `bigint`. */
export const makeBigint: Fixer = ({ parsed, node, diagnostic }) => {
  const column = up(node, 'ColumnDeclaration')
  if (column === undefined || !/holds no whole numbers|of the type INTEGER/.test(diagnostic.message)) return []
  return fix('Make it `bigint`', retype(parsed, column, 'bigint'), true)
}

/** `identity (start 5)` without the number that cannot be. */
export const leaveNumberOut: Fixer = ({ parsed, node, start }) => {
  const identity = up(node, 'IdentityModifier')
  if (identity === undefined) return []
  for (const option of ['start', 'increment'] as const) {
    const span = partOf(identity, option)
    if (span === undefined || span.start !== start) continue
    const other = identity[option === 'start' ? 'increment' : 'start']
    const [open, close] = [wordOf(identity, '('), wordOf(identity, ')')]
    const word = wordOf(identity, option)
    if (open === undefined || close === undefined || word === undefined) return []
    const rest = other === undefined ? '' : ` (${option === 'start' ? 'increment' : 'start'} ${other})`
    const before = parsed.text.slice(0, open.start).trimEnd().length
    return fix(`Leave \`${option}\` out`, [replace(parsed, before, close.end, rest)], true)
  }
  return []
}

/** Makes the column the primary key of its table, which has none. */
export const makePrimary: Fixer = at => {
  const found = columnOf(at)
  const table = found && up(found.column, 'TableDeclaration')
  if (found === undefined || table === undefined || hasPrimaryKey(at, table)) return []
  return fix('Make it the primary key', addModifier(found.parsed, found.column, 'primary'), true)
}

function hasPrimaryKey({ model }: FixAt, node: TableDeclaration): boolean {
  return tableWith(model, node)?.keys.some(key => key.kind === 'primary') ?? true
}

/** Gives a table the primary key that it lacks: its first column called `id`, or a new one. */
export const addPrimaryKey: Fixer = ({ parsed, node }) => {
  const table = up(node, 'TableDeclaration')
  if (table === undefined || up(node, 'ColumnDeclaration') !== undefined) return []
  const id = (table.members ?? []).find(member => member.$type === 'ColumnDeclaration' && member.name === 'id')
  if (id?.$type === 'ColumnDeclaration') return fix('Make `id` the primary key', addModifier(parsed, id, 'primary'))
  const line = table.withoutRowid ? 'id bigint primary' : 'id bigint identity primary'
  return fix('Add a column `id` as the primary key', addColumn(parsed, table, line))
}

/** Stores what is computed, so that keys can be built on it. */
export const storeComputed: Fixer = (at): readonly Fix[] => {
  const found = columnOf(at)
  const generated = found?.column.modifiers.find(({ $type }) => $type === 'GeneratedModifier')
  const kind = generated && partOf(generated, 'kind')
  if (found === undefined || kind === undefined || found.parsed.text.slice(kind.start, kind.end) !== 'virtual')
    return []
  return fix('Write `stored`', [replace(found.parsed, kind.start, kind.end, 'stored')], at.diagnostic.code === 'MIG161')
}

/** Removes the line or the modifier that a key stands on. */
export const removeKey: Fixer = ({ parsed, node, start }) => {
  const member = up(node, 'PrimaryMember', 'UniqueMember', 'IndexMember')
  if (member !== undefined) return fix('Remove the line', removeNode(parsed, member))
  const span = spanOf(up(node, 'PrimaryModifier', 'UniqueModifier', 'IndexModifier'))
  return span === undefined || span.start !== start ? [] : fix('Remove it', [removePiece(parsed, span.start, span.end)])
}
