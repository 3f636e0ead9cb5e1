import { type DialectName, mapDialects, type Sql } from '../../schema/dialect.ts'
import { nameText, type QName, sameName, withName } from '../../schema/name.ts'
import { type Draft, triggerKey } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import { mentions } from '../../sql/mentions.ts'
import { renameRelation, renameType } from '../../sql/rename.ts'
import { tableIn } from '../edit-table.ts'
import { renameInDepends } from './depends.ts'
import { followInObjects } from './follow-objects.ts'
import { followMadeNames } from './made-members.ts'
import { nameInSql } from './name-in-sql.ts'
import { mapTableSql } from './table-sql.ts'

/** Renames a table and everything that names it: its made names, foreign keys, triggers, views. */
export function renameTableEverywhere(draft: Draft, from: QName, to: QName): void {
  const before = tableIn(draft, from)
  const edit = (sql: string, dialect: DialectName | 'all') =>
    mentions(sql, from.name) ? renameRelation(sql, nameInSql(from, dialect), nameInSql(to, dialect)) : sql
  replaceKey(
    draft.tables,
    nameText(from),
    nameText(to),
    followMadeNames(before, mapTableSql({ ...withIdentities(before, to), name: to }, edit)),
  )
  renameParent(draft, from, to)
  for (const [key, table] of draft.tables) {
    if (!table.constraints.some(constraint => constraint.kind === 'foreign' && sameName(constraint.target, from)))
      continue
    const constraints = table.constraints.map(constraint =>
      constraint.kind === 'foreign' && sameName(constraint.target, from) ? { ...constraint, target: to } : constraint,
    )
    draft.tables.set(key, { ...table, constraints })
  }
  renameInStatements(draft, from, to)
  renameInDepends(draft, from, to)
}

/** The sequences of identities are always in the schema of their table (ALTER TABLE, `set schema`). */
function withIdentities(table: Table, to: QName): Table {
  if (table.name.schema === to.schema) return table
  const columns = table.columns.map(column => {
    const { identity } = column
    if (identity?.sequence === undefined) return column
    return { ...column, identity: { ...identity, sequence: withName(to, identity.sequence.name) } }
  })
  return { ...table, columns }
}

/** Partitions and heirs of a table that has another name. */
function renameParent(draft: Draft, from: QName, to: QName): void {
  const one = (name: QName) => (sameName(name, from) ? to : name)
  for (const [key, table] of draft.tables) {
    const { partitionOf, inherits } = table
    if (partitionOf !== undefined && sameName(partitionOf.parent, from))
      draft.tables.set(key, { ...table, partitionOf: { ...partitionOf, parent: to } })
    else if (inherits?.some(name => sameName(name, from)))
      draft.tables.set(key, { ...table, inherits: inherits.map(one) })
  }
}

/** Renames a view and everything that names it. */
export function renameViewEverywhere(draft: Draft, from: QName, to: QName): void {
  const view = draft.views.get(nameText(from))!
  replaceKey(draft.views, nameText(from), nameText(to), { ...view, name: to })
  renameInStatements(draft, from, to)
  renameInDepends(draft, from, to)
}

function renameInStatements(draft: Draft, from: QName, to: QName): void {
  const edit = (sql: Sql) =>
    mapDialects(sql, (text, dialect) =>
      mentions(text, from.name) ? renameRelation(text, nameInSql(from, dialect), nameInSql(to, dialect)) : text,
    )
  for (const [key, view] of draft.views) draft.views.set(key, { ...view, sql: edit(view.sql) })
  for (const [key, trigger] of [...draft.triggers]) {
    const table = sameName(trigger.table, from) ? to : trigger.table
    const next = { ...trigger, table, sql: edit(trigger.sql) }
    replaceKey(draft.triggers, key, triggerKey(next), next)
  }
  followInObjects(draft, {
    sql: (text, dialect) =>
      mentions(text, from.name) ? renameRelation(text, nameInSql(from, dialect), nameInSql(to, dialect)) : text,
    type: text => renameTypeText(text, from, to),
    relation: name => (sameName(name, from) ? to : name),
  })
}

/** A type in a head with a type renamed; a table is the type of its rows. */
export function renameTypeText(text: string, from: QName, to: QName): string {
  return mentions(text, from.name) ? renameType(`null::${text}`, from, to).slice('null::'.length) : text
}

/** Puts a value under a new key; a key that stays keeps its place. */
export function replaceKey<T>(map: Map<string, T>, from: string, to: string, value: T): void {
  if (from !== to) map.delete(from)
  map.set(to, value)
}
