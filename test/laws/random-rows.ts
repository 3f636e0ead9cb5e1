import type { Column } from '../../compiler/schema/column.ts'
import { type DialectName, isFor } from '../../compiler/schema/dialect.ts'
import { nameText, type QName } from '../../compiler/schema/name.ts'
import { type TypeObject, typeObject } from '../../compiler/schema/objects/type-object.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import type { Table } from '../../compiler/schema/table.ts'
import type { Type } from '../../compiler/schema/type.ts'
import type { Tape } from './tape.ts'

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
const qualified = ({ schema, name }: QName) =>
  schema === undefined ? quoted(name) : `${quoted(schema)}.${quoted(name)}`
const text = (value: string) => `'${value.replaceAll("'", "''")}'`

/** Statements that put up to four rows into every table: values that fit types, keys, checks and enums; then the links. */
export function randomRows(schema: Schema, dialect: DialectName, tape: Tape): readonly string[] {
  const inserts: string[] = []
  const links: string[] = []
  for (const table of schema.tables.values()) {
    if (!hasRows(table, dialect)) continue
    const count = tape.next(5)
    const linked = new Set(table.constraints.flatMap(item => (item.kind === 'foreign' ? item.columns : [])))
    for (let row = 0; row < count; row++) inserts.push(insertRow(schema, table, linked, dialect, row, tape))
    for (const item of table.constraints) {
      if (item.kind !== 'foreign' || item.missing || count === 0 || tape.chance(3)) continue
      const target = qualified(item.target)
      links.push(
        `update ${qualified(table.name)} set ${quoted(item.columns[0]!)} = (select min(p.id${dialect === 'postgres' ? '::text' : ''})${castBack(schema, item.target, dialect)} from ${dialect === 'postgres' ? 'only ' : ''}${target} p)`,
      )
    }
  }
  return [...inserts, ...links]
}

/** Rows of partitions come by their parents; SQLite takes none into a table that references one which is not there. */
function hasRows(table: Table, dialect: DialectName): boolean {
  if (!isFor(table, dialect) || table.partitionOf !== undefined || table.name.name.endsWith('apart')) return false
  return dialect === 'postgres' || table.constraints.every(one => one.kind !== 'foreign' || one.missing !== true)
}

function castBack(schema: Schema, target: Table['name'], dialect: DialectName): string {
  if (dialect === 'sqlite') return ''
  const type = schema.tables.get(nameText(target))!.columns.find(column => column.name === 'id')!.type.all!
  return type.kind === 'builtin' ? `::${type.name}` : ''
}

function insertRow(
  schema: Schema,
  table: Table,
  linked: ReadonlySet<string>,
  dialect: DialectName,
  row: number,
  tape: Tape,
): string {
  const columns = table.columns.filter(
    column =>
      isFor(column, dialect) &&
      column.generated === undefined &&
      column.identity === undefined &&
      !linked.has(column.name),
  )
  if (columns.length === 0) return `insert into ${qualified(table.name)} default values`
  const values = columns.map(column =>
    column.nullable && tape.chance(3) ? 'null' : valueFor(schema, column, dialect, row, tape),
  )
  return `insert into ${qualified(table.name)} (${columns.map(column => quoted(column.name)).join(', ')}) values (${values.join(', ')})`
}

function valueFor(schema: Schema, column: Column, dialect: DialectName, row: number, tape: Tape): string {
  return literal(schema, column.type.all!, dialect, row, tape)
}

/** Values differ from row to row where a type has enough of them, so that unique keys hold. */
function literal(schema: Schema, type: Type, dialect: DialectName, row: number, tape: Tape): string {
  const made = type.kind === 'enum' ? typeObject(schema, type.name) : undefined
  if (made !== undefined) return madeLiteral(schema, made, dialect, row, tape)
  if (type.kind === 'enum') return text(tape.pick(schema.enums.get(nameText(type.name))!.values))
  if (type.kind === 'array') {
    const of = type.of.kind === 'enum' ? typeObject(schema, type.of.name) : undefined
    if (of !== undefined)
      return `array[${madeLiteral(schema, of, dialect, row, tape)}, null]::${quoted(of.name.name)}[]`
    const values = schema.enums.get(nameText((type.of as Type & { kind: 'enum' }).name))!.values
    const items = [tape.pick(values), tape.pick(values)]
    if (dialect === 'sqlite') return text(JSON.stringify(items))
    return `array[${items.map(text).join(', ')}]::${nameOfEnum(type.of)}[]`
  }
  if (type.kind !== 'builtin') return 'null'
  switch (type.name) {
    case 'int':
    case 'bigint':
    case 'smallint':
      return String(row * 11 + 1)
    case 'decimal':
      return `${row}.25`
    case 'bool':
      return dialect === 'sqlite' ? String(row % 2) : String(row % 2 === 1)
    case 'date':
      return text(`2024-02-0${row + 1}`)
    case 'timestamptz':
      return text(`2024-02-0${row + 1} 10:20:30+00`)
    case 'uuid':
      return text(`00000000-0000-4000-8000-00000000000${row}`)
    case 'jsonb':
      return text(`{"a": ${row}}`)
    default:
      return text(`${tape.pick(['a', "it's", 'ü'])}${row}`)
  }
}

function madeLiteral(schema: Schema, made: TypeObject, dialect: DialectName, row: number, tape: Tape): string {
  const inside = (type: Type) => literal(schema, type, dialect, row, tape)
  switch (made.kind) {
    case 'domain':
      return inside(made.type.all!)
    case 'range':
      return `${text(`[${row},${row + 5})`)}::${quoted(made.name.name)}`
    case 'composite':
      return `row(${made.fields.map(field => inside(field.type.all!)).join(', ')})::${quoted(made.name.name)}`
  }
}

function nameOfEnum(type: Type): string {
  return type.kind === 'enum' ? quoted(type.name.name) : ''
}
