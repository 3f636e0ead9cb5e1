import { parentsOf } from '../../../../compiler/schema/inheritance.ts'
import { nameText, quoteName } from '../../../../compiler/schema/name.ts'
import { boundText, isPlainBound, type PartitionBound } from '../../../../compiler/schema/partition.ts'
import type { TableSubject } from '../../../checks/subject.ts'
import { writeSqlText } from '../../../literals/sql-literal.ts'
import { type Fix, type FixAt, type Fixer, fix } from '../fix.ts'
import { insert, removePiece, replace } from '../text/change.ts'
import { removeNode } from '../text/declarations.ts'
import { tableWith } from '../text/find-line.ts'
import { addColumn } from '../text/member-lines.ts'
import { partOf, textOf, up } from '../text/nodes.ts'
import { boundOf, parentAt } from './partition-parent.ts'

/** A column that only a partition has: its table gets it, or it goes. */
export const moveToParent: Fixer = at => {
  const column = up(at.node, 'ColumnDeclaration')
  const parent = parentAt(at)
  if (column?.name === undefined || parent === undefined) return []
  const gone = removeNode(at.parsed, column)
  const line = textOf(at.parsed, column)
  const name = quoteName(column.name)
  return [
    ...fix(`Move \`${name}\` to ${parent.key}`, [...gone, ...addColumn(parent.context.parsed, parent.node, line)]),
    ...fix(`Leave \`${name}\` out`, gone),
  ]
}

/** A bound of another kind, or with too few or too many values. */
export const mendBound: Fixer = at => {
  const parent = parentAt(at)
  const table = tableWith(at.model, at.node)
  const bound = table?.table.partitionOf?.bound
  const by = parent?.table.partitionBy
  if (parent === undefined || bound === undefined || by === undefined) return []
  if (bound.kind === by.strategy) return bound.kind === 'range' ? ofLength(at, bound, by.keys.length) : []
  return [...dividedAs(at, parent, bound), ...asDefault(at, parent)]
}

function ofLength(at: FixAt, { from, to }: PartitionBound & { kind: 'range' }, length: number): readonly Fix[] {
  const full = (values: readonly string[]) => Array.from({ length }, (_, index) => values[index] ?? 'minvalue')
  const text = boundText({ kind: 'range', from: full(from), to: full(to) }, written)
  return fix(`Write \`${text}\``, [replace(at.parsed, at.start, at.end, text)])
}

function written(value: string): string {
  return isPlainBound(value) ? value : writeSqlText(value, '')
}

/** Divides the table as all of its partitions have it. */
function dividedAs({ model }: FixAt, parent: TableSubject, { kind }: PartitionBound): readonly Fix[] {
  const by = parent.node.partitionBy
  const word = by && partOf(by, 'strategy')
  const all = [...model.subject.tables.values()].flatMap(({ table }) => boundOf(table, parent.key) ?? [])
  const fits = all.every(bound => bound.kind === kind || (bound.kind === 'default' && kind !== 'hash'))
  const isOne = kind !== 'list' || by?.keys.length === 1
  if (word === undefined || kind === 'default' || !fits || !isOne) return []
  return fix(`Divide ${parent.key} by ${kind}`, [replace(parent.context.parsed, word.start, word.end, kind)])
}

function asDefault({ model, parsed, start, end }: FixAt, parent: TableSubject): readonly Fix[] {
  const has = [...model.subject.tables.values()].some(({ table }) => boundOf(table, parent.key)?.kind === 'default')
  if (has || parent.table.partitionBy?.strategy === 'hash') return []
  const title = 'Write `default`: it has all rows that no other partition has'
  return fix(title, [replace(parsed, start, end, 'default')])
}

/** Says by which column the table is divided that a partition belongs to: one of its key, or one of the first. */
export const divideParent: Fixer = at => {
  const parent = parentAt(at)
  const bound = up(at.node, 'TableDeclaration')?.bound
  if (parent === undefined || bound === undefined || parentsOf(parent.table).length > 0) return []
  const how = bound.modulus === undefined ? (bound.from.length > 0 || bound.isDefault ? 'range' : 'list') : 'hash'
  const wide = Math.max(bound.from.length, bound.to.length)
  const keys = parent.keys.flatMap(key => (key.kind === 'foreign' ? [] : [key.columns]))
  const shared = keys.reduce((some, key) => some.filter(name => key.includes(name)), [...parent.columns.keys()])
  const head = partOf(parent.node, 'name')
  if (head === undefined || wide > 1) return []
  return shared.slice(0, 3).flatMap(name => {
    const said = `partition by ${how} (${quoteName(name)})`
    return fix(`Divide ${parent.key}: \`${said}\``, [insert(parent.context.parsed, head.end, ` ${said}`)])
  })
}

/** A table that would have its columns from itself does without one of those that lead back. */
export const leaveInheritsOut: Fixer = ({ model, parsed, node }) => {
  const table = up(node, 'TableDeclaration')
  const [first, last] = [table && partOf(table, 'inherits', 0), table?.inherits?.length ?? 0]
  if (table === undefined || first === undefined || last !== 1) return []
  const word = parsed.text.lastIndexOf('inherits', first.start)
  const isCircle = tableWith(model, table)?.table.inherits === undefined
  const title = `Leave \`inherits ${nameText({ name: parsed.text.slice(first.start, first.end) }).replaceAll('"', '')}\` out`
  return isCircle && word >= 0 ? fix(title, [removePiece(parsed, word, first.end)], true) : []
}
