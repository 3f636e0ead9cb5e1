import { mapDialects, type PerDialect } from '../../schema/dialect.ts'
import { nameText, type QName, sameName } from '../../schema/name.ts'
import type { Draft } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import type { Type } from '../../schema/type.ts'
import { replaceKey } from './rename-relation.ts'

/** Renames an enum type and the columns' types that name it. */
export function renameEnumEverywhere(draft: Draft, from: QName, to: QName): void {
  const value = draft.enums.get(nameText(from))!
  replaceKey(draft.enums, nameText(from), nameText(to), { ...value, name: to })
  for (const [key, table] of draft.tables) {
    if (table.columns.some(column => usesEnum(column.type, from))) draft.tables.set(key, retype(table, from, to))
  }
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
