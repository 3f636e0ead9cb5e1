import type { Constraint, ForeignKey } from '../../../schema/constraint.ts'
import { nameText, type QName, sameName } from '../../../schema/name.ts'
import type { Table } from '../../../schema/table.ts'
import { ownTable } from '../own.ts'
import { enter, type Lookup } from './lookups.ts'
import type { Rendering } from './rendering.ts'

/** A foreign key of the database and the table that it belongs to. */
export interface Reference {
  readonly table: QName
  readonly key: ForeignKey
}

/** The foreign keys that the database holds to a table, its own to itself among them. */
export function referencesTo(work: Rendering, target: QName): readonly Reference[] {
  work.lookups.references ??= lookUpReferences(work)
  const tables = [...(work.lookups.references.get(nameText(target)) ?? [])]
  return tables.flatMap(name => {
    const table = work.live.tables.get(name)
    return table === undefined ? [] : keysTo(table, target)
  })
}

function keysTo(table: Table, target: QName): readonly Reference[] {
  const keys = ownTable(table)?.constraints.filter(one => one.kind === 'foreign' && sameName(one.target, target)) ?? []
  return keys.map(key => ({ table: table.name, key: key as ForeignKey }))
}

/** Notes new foreign keys of a table. */
export function noteReferences(work: Rendering, table: QName, constraints: readonly Constraint[]): void {
  if (work.lookups.references !== undefined) enterAll(work.lookups.references, table, constraints)
}

function lookUpReferences(work: Rendering): Lookup {
  const lookup: Lookup = new Map()
  for (const table of work.live.tables.values()) enterAll(lookup, table.name, table.constraints)
  return lookup
}

function enterAll(lookup: Lookup, table: QName, constraints: readonly Constraint[]): void {
  for (const one of constraints) if (one.kind === 'foreign') enter(lookup, nameText(one.target), nameText(table))
}
