import type { Column } from '../compiler/schema/column.ts'
import type { Constraint } from '../compiler/schema/constraint.ts'
import { nameText, type QName } from '../compiler/schema/name.ts'
import type { Enum } from '../compiler/schema/objects.ts'
import { EMPTY_SCHEMA, type Schema } from '../compiler/schema/schema.ts'
import type { Table } from '../compiler/schema/table.ts'
import type { Index } from '../compiler/schema/table-index.ts'
import type { Type } from '../compiler/schema/type.ts'
import type { Value } from '../compiler/schema/value.ts'

/** A builtin type: `type('varchar', 20)`. */
export function type(name: string, ...args: readonly number[]): Type {
  return args.length === 0 ? { kind: 'builtin', name } : { kind: 'builtin', name, args }
}

/** The type of an enum. */
export function enumType(name: string): Type {
  return { kind: 'enum', name: qname(name) }
}

/** `users` or `audit.events`. */
export function qname(text: string): QName {
  const [first, second] = text.split('.')
  return second === undefined ? { name: first! } : { schema: first!, name: second }
}

/** A column, NOT NULL unless said otherwise; the type is `text` unless given. */
export function column(name: string, of: Type | string = 'text', more: Partial<Column> = {}): Column {
  return { name, type: { all: typeof of === 'string' ? type(of) : of }, nullable: false, ...more }
}

/** A column that may be null. */
export function nullable(name: string, of: Type | string = 'text', more: Partial<Column> = {}): Column {
  return column(name, of, { ...more, nullable: true })
}

/** A table of columns, keys, checks and indexes. */
export function table(
  name: string,
  columns: readonly Column[],
  constraints: readonly Constraint[] = [],
  indexes: readonly Index[] = [],
): Table {
  return { name: qname(name), columns, constraints, indexes }
}

export function primary(name: string, ...columns: readonly string[]): Constraint {
  return { kind: 'primary', name, columns }
}

export function unique(name: string, ...columns: readonly string[]): Constraint {
  return { kind: 'unique', name, columns }
}

export function check(name: string, sql: string): Constraint {
  return { kind: 'check', name, sql: { all: sql } }
}

export function foreign(
  name: string,
  columns: readonly string[],
  target: string,
  to: readonly string[] = ['id'],
): Constraint {
  return { kind: 'foreign', name, columns, target: qname(target), targetColumns: to }
}

export function index(name: string, ...columns: readonly string[]): Index {
  return { name, keys: columns.map(column => ({ column })) }
}

export function enumOf(name: string, ...values: readonly string[]): Enum {
  return { name: qname(name), values }
}

export const text = (value: string): Value => ({ kind: 'string', value })
export const number = (value: number): Value => ({ kind: 'number', text: `${value}` })

/** A schema of tables and enums. */
export function schema(...objects: readonly (Table | Enum)[]): Schema {
  const tables = objects.filter(object => 'columns' in object)
  const enums = objects.filter(object => 'values' in object)
  return {
    ...EMPTY_SCHEMA,
    tables: new Map(tables.map(object => [nameText(object.name), object])),
    enums: new Map(enums.map(object => [nameText(object.name), object])),
  }
}
