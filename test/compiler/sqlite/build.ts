import type { Column } from '../../../compiler/schema/column.ts'
import type { Check, Constraint, ForeignKey } from '../../../compiler/schema/constraint.ts'
import { nameText } from '../../../compiler/schema/name.ts'
import type { Enum, Trigger, View } from '../../../compiler/schema/objects.ts'
import { EMPTY_SCHEMA, type Schema, triggerKey } from '../../../compiler/schema/schema.ts'
import type { Table, TableHead } from '../../../compiler/schema/table.ts'
import type { Index } from '../../../compiler/schema/table-index.ts'
import type { Type } from '../../../compiler/schema/type.ts'
import type { Value } from '../../../compiler/schema/value.ts'

export function schema(...objects: readonly (Table | Enum | View | Trigger)[]): Schema {
  const tables = objects.filter(object => 'constraints' in object)
  const enums = objects.filter(object => 'values' in object)
  const triggers = objects.filter(object => 'table' in object)
  const views = objects.filter(object => 'sql' in object && !('table' in object)) as View[]
  return {
    ...EMPTY_SCHEMA,
    tables: new Map(tables.map(table => [nameText(table.name), table])),
    enums: new Map(enums.map(item => [nameText(item.name), item])),
    views: new Map(views.map(view => [nameText(view.name), view])),
    triggers: new Map(triggers.map(trigger => [triggerKey(trigger), trigger])),
  }
}

type Member = Column | Constraint | Index

export function table(name: string, ...members: readonly Member[]): Table {
  return {
    name: { name },
    columns: members.filter(member => 'nullable' in member),
    constraints: members.filter(member => 'kind' in member),
    indexes: members.filter(member => 'keys' in member),
  }
}

export function withHead(of: Table, head: TableHead): Table {
  return { ...of, ...head }
}

/** `int`, `varchar(20)`, `text[]`, `enum status`, `raw INTEGER`. */
export function type(text: string): Type {
  if (text.endsWith('[]')) return { kind: 'array', of: type(text.slice(0, -2)) }
  if (text.startsWith('enum ')) return { kind: 'enum', name: { name: text.slice(5) } }
  if (text.startsWith('raw ')) return { kind: 'raw', sql: text.slice(4) }
  const match = /^(\w+)(?:\(([\d, ]+)\))?$/.exec(text)!
  const name = match[1]!
  return match[2] === undefined
    ? { kind: 'builtin', name }
    : { kind: 'builtin', name, args: match[2].split(',').map(Number) }
}

/** A column that may not be null; a type that ends with `?` makes it nullable. */
export function column(name: string, typeText: string, more: Partial<Column> = {}): Column {
  const nullable = typeText.endsWith('?')
  return { name, type: { all: type(nullable ? typeText.slice(0, -1) : typeText) }, nullable, ...more }
}

export const id = (name = 'id'): Column => column(name, 'bigint', { identity: { always: false } })
export const primary = (name: string, ...columns: readonly string[]): Constraint => ({ kind: 'primary', name, columns })
export const unique = (name: string, ...columns: readonly string[]): Constraint => ({ kind: 'unique', name, columns })
export const check = (name: string, sql: string): Check => ({ kind: 'check', name, sql: { all: sql } })
export const view = (name: string, sql: string): View => ({ name: { name }, sql: { all: sql } })
export const enumOf = (name: string, ...values: readonly string[]): Enum => ({ name: { name }, values })

export function foreign(
  name: string,
  columns: readonly string[],
  target: string,
  targetColumns: readonly string[],
  more: Partial<ForeignKey> = {},
): ForeignKey {
  return { kind: 'foreign', name, columns, target: { name: target }, targetColumns, ...more }
}

export function index(name: string, ...keys: readonly string[]): Index {
  return { name, keys: keys.map(key => (key.startsWith('=') ? { sql: { all: key.slice(1) } } : { column: key })) }
}

export function trigger(name: string, on: string, sql: string): Trigger {
  return { name, table: { name: on }, sql: { sqlite: sql }, only: 'sqlite' }
}

export const text = (value: string): Value => ({ kind: 'string', value })
export const number = (value: number): Value => ({ kind: 'number', text: String(value) })
export const sqlValue = (sql: string): Value => ({ kind: 'sql', sql: { all: sql } })
