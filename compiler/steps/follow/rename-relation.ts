import { type DialectName, mapDialects, type Sql } from '../../schema/dialect.ts'
import { nameText, type QName, sameName } from '../../schema/name.ts'
import { type Draft, triggerKey } from '../../schema/schema.ts'
import { mentions } from '../../sql/mentions.ts'
import { renameRelation } from '../../sql/rename.ts'
import { tableIn } from '../edit-table.ts'
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
    followMadeNames(before, mapTableSql({ ...before, name: to }, edit)),
  )
  for (const [key, table] of draft.tables) {
    if (!table.constraints.some(constraint => constraint.kind === 'foreign' && sameName(constraint.target, from)))
      continue
    const constraints = table.constraints.map(constraint =>
      constraint.kind === 'foreign' && sameName(constraint.target, from) ? { ...constraint, target: to } : constraint,
    )
    draft.tables.set(key, { ...table, constraints })
  }
  renameInStatements(draft, from, to)
}

/** Renames a view and everything that names it. */
export function renameViewEverywhere(draft: Draft, from: QName, to: QName): void {
  const view = draft.views.get(nameText(from))!
  replaceKey(draft.views, nameText(from), nameText(to), { ...view, name: to })
  renameInStatements(draft, from, to)
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
}

/** Puts a value under a new key; a key that stays keeps its place. */
export function replaceKey<T>(map: Map<string, T>, from: string, to: string, value: T): void {
  if (from !== to) map.delete(from)
  map.set(to, value)
}
