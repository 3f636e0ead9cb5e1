import type { Column } from '../../schema/column.ts'
import type { Constraint } from '../../schema/constraint.ts'
import { descendantsOf, handDown, parentsOf, standsAlone, withParentColumns } from '../../schema/inheritance.ts'
import { makeObjectName } from '../../schema/made-name.ts'
import { nameText, type QName } from '../../schema/name.ts'
import type { Table, TableHead } from '../../schema/table.ts'
import type { Index } from '../../schema/table-index.ts'
import { sameColumn, sameConstraintDefinition, sameIndexDefinition, sameTypes, sameValue } from '../same.ts'
import { constraintParts, indexParts, type MadeParts } from './made-members.ts'

/**
 * A table whose parents change, with the head that it has by now. One that leaves a table keeps its columns and what Postgres has
 * made on it for the members of that table; one that comes to a table has the members that say the same no more as its own.
 */
export function changeParents(table: Table, before: TableHead, tables: ReadonlyMap<string, Table>): Table {
  const [old, now] = [parentsOf(before), parentsOf(table)]
  const left = old.filter(name => !now.some(other => nameText(other) === nameText(name)))
  const joined = now.filter(name => !old.some(other => nameText(other) === nameText(name)))
  if (left.length === 0 && joined.length === 0) return table
  const find = (names: readonly QName[]) => names.flatMap(name => tables.get(nameText(name)) ?? [])
  let changed: Table = { ...table, columns: left.length === 0 ? table.columns : table.columns.map(standsAlone) }
  for (const parent of find(left))
    changed = withMembersOf(changed, withMembersAbove(parent, tables), before.partitionOf !== undefined)
  for (const parent of find(joined)) changed = withoutMembersOf(changed, withMembersAbove(parent, tables))
  return withParentColumns(changed, tables, sameColumn)
}

/** A table with the members that it has of its own parents: those reach its partitions and heirs, too. */
function withMembersAbove(table: Table, tables: ReadonlyMap<string, Table>): Table {
  let whole = table
  for (const name of parentsOf(table)) {
    const parent = tables.get(nameText(name))
    if (parent === undefined) continue
    const { constraints, indexes } = withMembersAbove(parent, tables)
    const names = new Set(whole.constraints.map(one => one.name))
    const isHandedDown = (one: Constraint) => one.kind === 'check' || table.partitionOf !== undefined
    whole = {
      ...whole,
      constraints: [...whole.constraints, ...constraints.filter(one => isHandedDown(one) && !names.has(one.name))],
      indexes: table.partitionOf === undefined ? whole.indexes : [...whole.indexes, ...indexes],
    }
  }
  return whole
}

/** What a partition has of a table, and an heir too in the case of checks, as members of its own. */
function withMembersOf(table: Table, parent: Table, isPartition: boolean): Table {
  const taken = new Set([...table.constraints, ...table.indexes].map(member => member.name))
  const named = <T extends Constraint | Index>(member: T, parts: MadeParts | undefined): T => {
    const { comment: _comment, ...rest } = member
    let name = parts === undefined ? member.name : madeFor(table, parts, '')
    for (let pass = 1; taken.has(name); pass++)
      name = madeFor(table, parts ?? { words: [], label: 'check' }, String(pass))
    taken.add(name)
    return { ...rest, name } as T
  }
  const constraints = parent.constraints
    .filter(one => isPartition || one.kind === 'check')
    .map(one => named(one, one.kind === 'primary' || one.kind === 'unique' ? constraintParts(one) : undefined))
  const indexes = isPartition ? parent.indexes.map(one => named(one, indexParts(one))) : []
  return {
    ...table,
    constraints: [...table.constraints, ...constraints],
    indexes: [...table.indexes, ...indexes],
  }
}

function madeFor({ name }: Table, { words, label }: MadeParts, digit: string): string {
  return makeObjectName(name.name, words.length === 0 ? undefined : words.join('_'), `${label}${digit}`)
}

/** The members of a table that are its parent's from now on: Postgres attaches them to the parent's. */
function withoutMembersOf(table: Table, parent: Table): Table {
  const isPartition = table.partitionOf !== undefined
  const covered = (own: Constraint) => parent.constraints.some(one => isCovered(own, one, isPartition))
  const coveredIndex = (own: Index) => parent.indexes.some(one => isCoveredIndex(own, one))
  return {
    ...table,
    constraints: table.constraints.filter(own => !covered(own)),
    indexes: isPartition ? table.indexes.filter(own => !coveredIndex(own)) : table.indexes,
  }
}

/** The keys, checks and indexes of a table that is to be a parent which one that joins it lacks, under the names that it keeps if it leaves. */
export function membersToJoin(
  table: Table,
  parent: QName,
  tables: ReadonlyMap<string, Table>,
  isLeft: (member: Constraint | Index) => boolean,
): Pick<Table, 'constraints' | 'indexes'> {
  const found = tables.get(nameText(parent))
  if (found === undefined) return { constraints: [], indexes: [] }
  const whole = withMembersAbove(found, tables)
  const constraints = whole.constraints.filter(
    one => isLeft(one) && !table.constraints.some(own => isCovered(own, one, table.partitionOf !== undefined)),
  )
  const indexes = whole.indexes.filter(one => isLeft(one) && !table.indexes.some(own => isCoveredIndex(own, one)))
  const grown = withMembersOf(table, { ...whole, constraints, indexes }, table.partitionOf !== undefined)
  return {
    constraints: grown.constraints.slice(table.constraints.length),
    indexes: grown.indexes.slice(table.indexes.length),
  }
}

function isCovered(own: Constraint, one: Constraint, isPartition: boolean): boolean {
  const isSameOne = own.kind === 'check' ? one.name === own.name : isPartition
  return isSameOne && sameConstraintDefinition({ ...own, name: one.name, only: one.only } as Constraint, one)
}

function isCoveredIndex(own: Index, one: Index): boolean {
  return sameIndexDefinition({ ...own, name: one.name, only: one.only } as Index, one)
}

/** What a change of a parent's column does to the heirs that say something of their own about it (ALTER TABLE reaches them, too). */
export function changeHeirs(tables: Map<string, Table>, name: QName, from: Column, to: Column): void {
  const key = nameText(name)
  const heirs = descendantsOf(tables, key)
  for (const heir of heirs) {
    const table = tables.get(heir)!
    const columns = table.columns.map(column =>
      column.inherited || column.name !== to.name ? column : changedLike(column, from, to),
    )
    tables.set(heir, { ...table, columns })
  }
  if (heirs.length > 0) handDown(tables, key, sameColumn)
}

function changedLike(column: Column, from: Column, to: Column): Column {
  const { default: own, ...rest } = column
  const value = sameValue(from.default, to.default) ? own : to.default
  return {
    ...rest,
    type: sameTypes(from.type, to.type) ? column.type : to.type,
    nullable: from.nullable === to.nullable ? column.nullable : to.nullable,
    ...(value && { default: value }),
  }
}

/** A key or index of a table that becomes a partition, and the name that Postgres gives one like it on a partition that it makes. */
export interface NameOnJoining {
  readonly kind: 'constraint' | 'index'
  readonly from: string
  readonly to: string
}

/** The names that members of a table get before they are attached to those of its parent: leaving it, they have these. */
export function namesOnJoining(table: Table, parent: Table): readonly NameOnJoining[] {
  const kept = withoutMembersOf(table, parent)
  const goes = <T>(all: readonly T[], left: readonly T[]) => all.filter(one => !left.includes(one))
  const names = new Set([...table.constraints, ...table.indexes].map(({ name }) => name))
  const found: NameOnJoining[] = []
  const note = (kind: NameOnJoining['kind'], from: string, to: string) => {
    if (from === to || names.has(to)) return
    names.add(to)
    found.push({ kind, from, to })
  }
  for (const own of goes(table.constraints, kept.constraints)) {
    const isKey = own.kind === 'primary' || own.kind === 'unique'
    const other = parent.constraints.find(one =>
      sameConstraintDefinition({ ...own, name: one.name, only: one.only } as Constraint, one),
    )
    note('constraint', own.name, isKey ? madeFor(table, constraintParts(own), '') : (other?.name ?? own.name))
  }
  for (const own of goes(table.indexes, kept.indexes)) note('index', own.name, madeFor(table, indexParts(own), ''))
  return found
}
