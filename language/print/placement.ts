import type { Constraint, PrimaryKey, Unique } from '../../compiler/schema/constraint.ts'
import { madeName, makeObjectName } from '../../compiler/schema/made-name.ts'
import type { Table } from '../../compiler/schema/table.ts'
import type { Index } from '../../compiler/schema/table-index.ts'
import { constraintParts, indexParts, type MadeParts } from '../../compiler/steps/follow/made-members.ts'
import { makeNames, type NameSlot } from '../lower/make-names.ts'

type Member = Constraint | Index

/** Which members of a table stand in the line of a column, and which show their names. */
export interface Placement {
  /** The position of the column in whose line a member stands. */
  readonly inline: ReadonlyMap<Member, number>
  readonly named: ReadonlySet<Member>
}

/**
 * Puts as many members as possible into the lines of their columns, and leaves out as many names as possible, so that
 * reading the text gives the same names in the same order.
 */
export function placeMembers(table: Table): Placement {
  const homes = homesOf(table)
  const partsOf = memo((member: Member) => ('kind' in member ? constraintParts(member) : indexParts(member)))
  const members: readonly Member[] = [...table.constraints, ...table.indexes]
  const named = new Set(members.filter(member => !isMade(member, table, homes.get(member), partsOf(member))))
  for (;;) {
    const inline = new Map([...inlineRun(table.constraints, homes, named), ...inlineRun(table.indexes, homes, named)])
    const wrong = misnamed(table, inline, named, partsOf)
    if (wrong.length === 0) return { inline, named }
    for (const member of wrong) named.add(member)
  }
}

/** Whether a name is one that could be made for the member, with or without a digit behind it. */
function isMade(member: Member, table: Table, home: number | undefined, parts: MadeParts): boolean {
  const digits = /\d*$/.exec(member.name)![0]
  const isCheck = 'kind' in member && member.kind === 'check'
  const choices = isCheck && home !== undefined ? [parts.words, [table.columns[home]!.name]] : [parts.words]
  return choices.some(words => {
    const middle = words.length === 0 ? undefined : words.join('_')
    return makeObjectName(table.name.name, middle, `${parts.label}${digits}`) === member.name
  })
}

/** The columns in whose lines the members of a table could stand, as far as their names and the order allow it. */
export function homesOf(table: Table): ReadonlyMap<Member, number | undefined> {
  const positions = new Map(table.columns.map((column, at) => [column.name, at]))
  const homes = new Map<Member, number | undefined>()
  const checks = checkHomes(table)
  for (const constraint of table.constraints)
    homes.set(constraint, constraintHome(constraint, table, positions, checks))
  for (const index of table.indexes) homes.set(index, indexHome(index, table, positions))
  return homes
}

/** The longest run of members that can stand in the lines of columns without changing places. */
function* inlineRun(
  members: readonly Member[],
  homes: ReadonlyMap<Member, number | undefined>,
  named: ReadonlySet<Member>,
): Iterable<[Member, number]> {
  let last = 0
  const used = new Set<string>()
  for (const member of members) {
    const home = named.has(member) ? undefined : homes.get(member)
    const slot = `${home} ${'kind' in member ? member.kind : 'index'}`
    const isFull = used.has(slot) && !/ (?:check|foreign)$/.test(slot)
    if (home === undefined || home < last || isFull) return
    used.add(slot)
    last = home
    yield [member, home]
  }
}

function misnamed(
  table: Table,
  inline: ReadonlyMap<Member, number>,
  named: ReadonlySet<Member>,
  partsOf: (member: Member) => MadeParts,
): readonly Member[] {
  const members: readonly Member[] = [...table.constraints, ...table.indexes]
  const slots = members.map((member): NameSlot => {
    const home = inline.get(member)
    const isCheck = 'kind' in member && member.kind === 'check' && home !== undefined
    const parts = () => (isCheck ? { words: [table.columns[home]!.name], label: 'check' as const } : partsOf(member))
    return named.has(member) ? { written: member.name, parts } : { parts }
  })
  const names = makeNames(table.name, slots)
  return members.filter((member, at) => names[at] !== member.name)
}

/** By the name that a check in the line of a column gets: the position of the column. */
function checkHomes(table: Table): ReadonlyMap<string, number> {
  if (!table.constraints.some(constraint => constraint.kind === 'check')) return new Map()
  return new Map(table.columns.map((column, at) => [madeName(table.name.name, [column.name], 'check'), at]))
}

function constraintHome(
  constraint: Constraint,
  { columns }: Table,
  positions: ReadonlyMap<string, number>,
  checks: ReadonlyMap<string, number>,
): number | undefined {
  if (constraint.comment !== undefined) return undefined
  if (
    constraint.kind === 'exclude' ||
    ((constraint.kind === 'unique' || constraint.kind === 'primary') && isSpecial(constraint))
  )
    return undefined
  const isCheck = constraint.kind === 'check'
  if (!isCheck && constraint.columns.length !== 1) return undefined
  if (constraint.kind === 'foreign' && !constraint.missing && constraint.targetColumns.length !== 1) return undefined
  const home = isCheck ? checkHome(constraint.name, checks) : positions.get(constraint.columns[0]!)
  return home !== undefined && columns[home]!.only === constraint.only ? home : undefined
}

/** A key of which more is said than the line of a column can. */
function isSpecial({
  kind: _kind,
  name: _name,
  columns: _columns,
  conflict: _conflict,
  only: _only,
  ...rest
}: PrimaryKey | Unique): boolean {
  return Object.values(rest).some(one => one !== undefined)
}

function checkHome(name: string, checks: ReadonlyMap<string, number>): number | undefined {
  return checks.get(name) ?? checks.get(name.replace(/\d+$/, ''))
}

function indexHome(index: Index, { columns }: Table, positions: ReadonlyMap<string, number>): number | undefined {
  const [key] = index.keys
  const { name: _name, keys: _keys, only, ...options } = index
  if (index.keys.length !== 1 || Object.keys(options).length > 0) return undefined
  if (key?.column === undefined || Object.keys(key).length > 1) return undefined
  const home = positions.get(key.column)
  return home !== undefined && columns[home]!.only === only ? home : undefined
}

function memo<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return key => {
    if (!known.has(key)) known.set(key, compute(key))
    return known.get(key)!
  }
}
