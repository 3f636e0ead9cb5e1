import type { Column } from '../../../compiler/schema/column.ts'
import { nameText } from '../../../compiler/schema/name.ts'
import type { Draft, Schema } from '../../../compiler/schema/schema.ts'
import type { Value } from '../../../compiler/schema/value.ts'
import { mapArrayText } from '../../../compiler/sql/array-text.ts'
import { defaultFor } from '../random-default.ts'
import { builtin, q, randomColumn, typeName } from '../random-schema.ts'
import type { Tape } from '../tape.ts'
import { isKeyColumn } from './drops.ts'
import type { Notes } from './notes.ts'
import { anyTable, place, put } from './notes.ts'

/** Add column. */
export function addColumn(draft: Draft, tape: Tape, notes: Notes): void {
  const table = anyTable(draft, tape)
  if (table === undefined) return
  const column = randomColumn(draft, table, tape)
  if (!column.nullable && column.default === undefined) {
    const type = column.type.all!
    const value = defaultFor(draft, type, tape) ?? {
      kind: 'string' as const,
      value: type.kind === 'array' ? '{}' : 'x',
    }
    if (type.kind === 'array') return
    notes.fills.push({ in: nameText(table.name), column: column.name, value, place })
  }
  put(draft, { ...table, columns: [...table.columns, column] })
}

/**  w i d e r. */
export const WIDER: Readonly<Record<string, string>> = {
  smallint: 'int',
  int: 'bigint',
  varchar: 'text',
  bool: 'text',
  date: 'text',
  uuid: 'text',
  enum: 'text',
}

/** Change type. */
export function changeType(draft: Draft, tape: Tape, notes: Notes): void {
  const table = anyTable(draft, tape)
  if (table === undefined) return
  const links = new Set(
    [...draft.tables.values()].flatMap(item =>
      item.constraints.flatMap(link => (link.kind === 'foreign' ? link.columns : [])),
    ),
  )
  const columns = table.columns.filter(
    column =>
      column.name !== 'id' &&
      !isKeyColumn(draft, table, column.name) &&
      !links.has(column.name) &&
      !column.generated &&
      WIDER[typeName(column)] !== undefined,
  )
  if (columns.length === 0) return
  const column = tape.pick(columns)
  const to = WIDER[typeName(column)]!
  const { default: old, ...rest } = column
  const keeps = old !== undefined && (to === 'int' || to === 'bigint' || typeName(column) === 'varchar')
  const next: Column = { ...rest, type: { all: builtin(to) }, ...(keeps && { default: old }) }
  put(draft, { ...table, columns: table.columns.map(item => (item === column ? next : item)) })
  if (['bool', 'date', 'uuid', 'enum'].includes(typeName(column))) {
    const name = q(column.name)
    const revert = { bool: `${name} in ('true', '1')`, date: name, uuid: `cast(${name} as uuid)`, enum: name }[
      typeName(column)
    ]!
    const back = typeName(column) === 'bool' ? { all: revert } : { postgres: revert, sqlite: name }
    notes.converts.push({
      in: nameText(table.name),
      column: column.name,
      convert: { all: `cast(${name} as text)` },
      revert: back,
      place,
    })
  }
}

/** Change nullable. */
export function changeNullable(draft: Draft, tape: Tape, notes: Notes, before: Schema): void {
  const table = anyTable(draft, tape)
  const columns =
    table?.columns.filter(one => one.name !== 'id' && !one.generated && !isKeyColumn(draft, table, one.name)) ?? []
  if (table === undefined || columns.length === 0) return
  const column = tape.pick(columns)
  const readByGenerated = table.columns.some(item => item.generated?.sql.all?.includes(q(column.name)))
  if (readByGenerated) return
  if (column.nullable) {
    const linked = table.constraints.some(
      item => (item.kind === 'foreign' || item.kind === 'unique') && item.columns.includes(column.name),
    )
    const value = defaultFor(draft, column.type.all!, tape)
    if (linked || value === undefined || isNewValue(value, before)) return
    notes.fills.push({ in: nameText(table.name), column: column.name, value, place })
  }
  put(draft, {
    ...table,
    columns: table.columns.map(item => (item === column ? { ...column, nullable: !column.nullable } : item)),
  })
}

/** Rows that get a value which no enum had before could not go back. */
function isNewValue(value: Value, before: Schema): boolean {
  const known = new Set([...before.enums.values()].flatMap(item => item.values))
  if (value.kind === 'enum value') return !known.has(value.value)
  const items: string[] = []
  if (value.kind === 'string') {
    mapArrayText(value.value, item => {
      items.push(item)
      return item
    })
  }
  return items.some(item => !known.has(item))
}

/** Change default. */
export function changeDefault(draft: Draft, tape: Tape): void {
  const table = anyTable(draft, tape)
  const columns = table?.columns.filter(column => column.name !== 'id' && !column.generated) ?? []
  if (table === undefined || columns.length === 0) return
  const column = tape.pick(columns)
  if (table.constraints.some(item => item.kind === 'foreign' && item.columns.includes(column.name))) return
  const { default: _old, ...rest } = column
  const value = tape.chance(3) ? undefined : defaultFor(draft, column.type.all!, tape)
  put(draft, {
    ...table,
    columns: table.columns.map(item => (item === column ? { ...rest, ...(value && { default: value }) } : item)),
  })
}
