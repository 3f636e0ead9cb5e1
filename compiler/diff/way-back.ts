import type { Column } from '../schema/column.ts'
import { columnsOf } from '../schema/constraint.ts'
import { forDialect } from '../schema/dialect.ts'
import { nameText } from '../schema/name.ts'
import type { Enum } from '../schema/objects.ts'
import type { Table } from '../schema/table.ts'
import type { Type } from '../schema/type.ts'
import type { Value } from '../schema/value.ts'

/** The enums before and after the change: a value that is to serve on the way down must be among both. */
export interface EnumStages {
  readonly before: ReadonlyMap<string, Enum>
  readonly after: ReadonlyMap<string, Enum>
}

/**
 * The value that rows get when a column comes back NOT NULL on the way down and nobody said which: the type's plain
 * empty value, so that the way back can be walked. It stands in the revision, where it can be read and changed. There
 * is none where any value would be a lie or break a rule: a key of this column alone, a foreign key.
 */
export function wayBackValue(column: Column, table: Table, enums: EnumStages): Value | undefined {
  if (column.default !== undefined && isPlain(column.default)) return column.default
  if (isBound(column.name, table)) return undefined
  const type = forDialect(column.type, 'postgres') ?? column.type.sqlite
  return type === undefined ? undefined : emptyValue(type, enums)
}

function isPlain(value: Value): boolean {
  return value.kind !== 'sql' && value.kind !== 'null'
}

function isBound(column: string, table: Table): boolean {
  return (
    table.constraints.some(item => {
      const columns = item.kind === 'primary' || item.kind === 'unique' ? item.columns : columnsOf(item)
      return columns.includes(column) && (item.kind === 'foreign' || columns.length === 1)
    }) || table.indexes.some(index => index.unique && index.keys.length === 1 && index.keys[0]!.column === column)
  )
}

const EMPTY: Readonly<Record<string, Value>> = {
  smallint: { kind: 'number', text: '0' },
  int: { kind: 'number', text: '0' },
  bigint: { kind: 'number', text: '0' },
  decimal: { kind: 'number', text: '0' },
  real: { kind: 'number', text: '0' },
  double: { kind: 'number', text: '0' },
  bool: { kind: 'bool', value: false },
  text: { kind: 'string', value: '' },
  varchar: { kind: 'string', value: '' },
  char: { kind: 'string', value: '' },
  bytea: { kind: 'string', value: '' },
  uuid: { kind: 'string', value: '00000000-0000-0000-0000-000000000000' },
  date: { kind: 'string', value: '1970-01-01' },
  time: { kind: 'string', value: '00:00:00' },
  timestamp: { kind: 'string', value: '1970-01-01 00:00:00' },
  timestamptz: { kind: 'string', value: '1970-01-01 00:00:00+00' },
  interval: { kind: 'string', value: '0' },
  json: { kind: 'string', value: '{}' },
  jsonb: { kind: 'string', value: '{}' },
}

function emptyValue(type: Type, enums: EnumStages): Value | undefined {
  switch (type.kind) {
    case 'builtin':
      return EMPTY[type.name]
    case 'enum': {
      const key = nameText(type.name)
      const old = enums.before.get(key)?.values ?? []
      const first = (enums.after.get(key)?.values ?? old).find(value => old.includes(value))
      return first === undefined ? undefined : { kind: 'enum value', value: first }
    }
    case 'array':
      return { kind: 'sql', sql: { postgres: `'{}'`, sqlite: `'[]'` } }
    case 'raw':
      return undefined
  }
}
