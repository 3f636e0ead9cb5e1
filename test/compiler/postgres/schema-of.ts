import type { Column } from '../../../compiler/schema/column.ts'
import type { Check, Constraint, ForeignKey, PrimaryKey, Unique } from '../../../compiler/schema/constraint.ts'
import { nameText, type QName } from '../../../compiler/schema/name.ts'
import type { DbObject } from '../../../compiler/schema/objects/db-object.ts'
import { objectKey } from '../../../compiler/schema/objects/object-key.ts'
import type { Enum, Extension, Namespace, Trigger, View } from '../../../compiler/schema/objects.ts'
import { type Schema, triggerKey } from '../../../compiler/schema/schema.ts'
import type { Table } from '../../../compiler/schema/table.ts'
import type { Index } from '../../../compiler/schema/table-index.ts'
import type { Type } from '../../../compiler/schema/type.ts'
import type { Value } from '../../../compiler/schema/value.ts'

interface Parts {
  readonly schemas?: readonly Namespace[]
  readonly extensions?: readonly Extension[]
  readonly enums?: readonly Enum[]
  readonly tables?: readonly Table[]
  readonly views?: readonly View[]
  readonly objects?: readonly DbObject[]
  readonly triggers?: readonly Trigger[]
}

/** A schema of those objects. */
export function schemaOf(parts: Parts): Schema {
  return {
    schemas: new Map(parts.schemas?.map(item => [item.name, item])),
    extensions: new Map(parts.extensions?.map(item => [item.name, item])),
    enums: new Map(parts.enums?.map(item => [nameText(item.name), item])),
    tables: new Map(parts.tables?.map(item => [nameText(item.name), item])),
    views: new Map(parts.views?.map(item => [nameText(item.name), item])),
    triggers: new Map(parts.triggers?.map(item => [triggerKey(item), item])),
    objects: new Map(parts.objects?.map(item => [objectKey(item), item])),
  }
}

/** `users`, `audit.events`. */
export function name(text: string): QName {
  const [first, second] = text.split('.') as [string, string?]
  return second === undefined ? { name: first } : { schema: first, name: second }
}

export function table(
  text: string,
  members: readonly (Column | Constraint | Index)[],
  more: Partial<Table> = {},
): Table {
  return {
    name: name(text),
    columns: members.filter(member => 'nullable' in member),
    constraints: members.filter(member => 'kind' in member),
    indexes: members.filter(member => 'keys' in member),
    ...more,
  }
}

/** `varchar(20)`, `text[]`, an enum as `enum mood`, anything else in backticks. */
export function type(text: string): Type {
  if (text.startsWith('`')) return { kind: 'raw', sql: text.slice(1, -1) }
  if (text.endsWith('[]')) return { kind: 'array', of: type(text.slice(0, -2)) }
  if (text.startsWith('enum ')) return { kind: 'enum', name: name(text.slice(5)) }
  const [, word, args] = /^(\w+)(?:\((.*)\))?$/.exec(text)!
  return { kind: 'builtin', name: word!, ...(args && { args: args.split(',').map(Number) }) }
}

/** A column; `?` at the end of its type makes it nullable. */
export function col(column: string, text: string, more: Partial<Column> = {}): Column {
  const nullable = text.endsWith('?')
  return { name: column, type: { all: type(nullable ? text.slice(0, -1) : text) }, nullable, ...more }
}

/** `bigint identity` and its primary key. */
export function id(tableName: string): readonly (Column | Constraint)[] {
  return [col('id', 'bigint', { identity: { always: false } }), primary(`${tableName}_pkey`, 'id')]
}

export function primary(constraint: string, ...columns: string[]): PrimaryKey {
  return { kind: 'primary', name: constraint, columns }
}

export function unique(constraint: string, ...columns: string[]): Unique {
  return { kind: 'unique', name: constraint, columns }
}

export function check(constraint: string, sql: string): Check {
  return { kind: 'check', name: constraint, sql: { all: sql } }
}

/** `foreign('a_b_fkey', 'b_id', 'b')` references `b (id)`. */
export function foreign(
  constraint: string,
  columns: string,
  target: string,
  more: Partial<ForeignKey> = {},
): ForeignKey {
  const list = columns.split(' ')
  return { kind: 'foreign', name: constraint, columns: list, target: name(target), targetColumns: ['id'], ...more }
}

/** An index over columns, or over expressions in brackets: `(lower(a))`. */
export function index(indexName: string, keys: readonly string[], more: Partial<Index> = {}): Index {
  return {
    name: indexName,
    keys: keys.map(key => (key.startsWith('(') ? { sql: { all: key.slice(1, -1) } } : { column: key })),
    ...more,
  }
}

export function enumOf(text: string, ...values: string[]): Enum {
  return { name: name(text), values }
}

export function view(text: string, sql: string, more: Partial<View> = {}): View {
  return { name: name(text), sql: { all: sql }, ...more }
}

export function trigger(triggerName: string, tableName: string, sql: string, more: Partial<Trigger> = {}): Trigger {
  return { name: triggerName, table: name(tableName), sql: { all: sql }, ...more }
}

export function text(value: string): Value {
  return { kind: 'string', value }
}

export function number(value: string): Value {
  return { kind: 'number', text: value }
}

export function sql(value: string): Value {
  return { kind: 'sql', sql: { all: value } }
}

export function label(value: string): Value {
  return { kind: 'enum value', value }
}
