import { type DialectName, mapDialects, type PerDialect, type Sql } from '../../schema/dialect.ts'
import { nameText, type QName, sameName } from '../../schema/name.ts'
import type { Draft } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import type { Type } from '../../schema/type.ts'
import { mentions } from '../../sql/mentions.ts'
import { renameType } from '../../sql/rename.ts'
import { renameInDepends } from './depends.ts'
import { followInObjects } from './follow-objects.ts'
import { renameTypeText, replaceKey } from './rename-relation.ts'
import { mapTableSql } from './table-sql.ts'

/** Renames an enum type, the columns' types that name it, and the casts to it in SQL. */
export function renameEnumEverywhere(draft: Draft, from: QName, to: QName): void {
  const value = draft.enums.get(nameText(from))!
  replaceKey(draft.enums, nameText(from), nameText(to), { ...value, name: to })
  for (const [key, table] of draft.tables) {
    const holds = table.columns.some(column => usesEnum(column.type, from))
    draft.tables.set(key, renamedInSql(holds ? retype(table, from, to) : table, from, to))
  }
  const edit = (text: string, dialect: DialectName | 'all') => renamedType(text, dialect, from, to)
  for (const [key, view] of draft.views) {
    if (mentionsName(view.sql, from)) draft.views.set(key, { ...view, sql: mapDialects(view.sql, edit) })
  }
  for (const [key, trigger] of draft.triggers) {
    if (mentionsName(trigger.sql, from)) draft.triggers.set(key, { ...trigger, sql: mapDialects(trigger.sql, edit) })
  }
  renameInDepends(draft, from, to)
  followInObjects(draft, { sql: edit, type: text => renameTypeText(text, from, to) })
}

/** SQLite has no types of this kind, so its own SQL cannot name one. */
function renamedType(text: string, dialect: DialectName | 'all', from: QName, to: QName): string {
  return dialect !== 'sqlite' && mentions(text, from.name) ? renameType(text, from, to) : text
}

function mentionsName(sql: Sql, { name }: QName): boolean {
  return [sql.all, sql.postgres].some(text => text !== undefined && mentions(text, name))
}

function renamedInSql(table: Table, from: QName, to: QName): Table {
  let isOther = false
  const edit = (text: string, dialect: DialectName | 'all') => {
    const next = renamedType(text, dialect, from, to)
    isOther ||= next !== text
    return next
  }
  const known = mapTableSql(table, edit)
  const columns = known.columns.map(column =>
    column.default?.kind === 'sql'
      ? { ...column, default: { ...column.default, sql: mapDialects(column.default.sql, edit) } }
      : column,
  )
  return isOther ? { ...known, columns } : table
}

function retype(table: Table, from: QName, to: QName): Table {
  const columns = table.columns.map(column => ({
    ...column,
    type: mapDialects(column.type, type => renamed(type, from, to)),
  }))
  return { ...table, columns }
}

function renamed(type: Type, from: QName, to: QName): Type {
  if (type.kind === 'enum') return sameName(type.name, from) ? { kind: 'enum', name: to } : type
  return type.kind === 'array' ? { kind: 'array', of: renamed(type.of, from, to) } : type
}

/** Whether a column's type is that enum, or an array of it, in any dialect. */
export function usesEnum(type: PerDialect<Type>, name: QName): boolean {
  return [type.all, type.postgres, type.sqlite].some(one => one !== undefined && isEnum(one, name))
}

function isEnum(type: Type, name: QName): boolean {
  if (type.kind === 'array') return isEnum(type.of, name)
  return type.kind === 'enum' && sameName(type.name, name)
}
