import { spell } from '../../compiler/dialects/sqlite/types.ts'
import type { Column } from '../../compiler/schema/column.ts'
import { columnsOf, type ForeignKey, sqlOf as sqlOfConstraint } from '../../compiler/schema/constraint.ts'
import { type DialectName, forDialect, type Sql } from '../../compiler/schema/dialect.ts'
import { nameText, type QName } from '../../compiler/schema/name.ts'
import { baseType } from '../../compiler/schema/objects/type-object.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import { primaryKeyOf, type Table } from '../../compiler/schema/table.ts'
import { type CheckHints, checkHints } from './check-hints.ts'
import { hintedValues } from './hinted-values.ts'
import type { ValuePool } from './pool.ts'
import type { Random } from './random.ts'
import { poolOf } from './value-pool.ts'

/** A column that is given values. */
export interface FillColumn {
  readonly name: string
  readonly nullable: boolean
  /** Whether the database has a value when it is given none. */
  readonly hasDefault: boolean
  /** Whether the database makes the value, so that it is given one only where another row must know it. */
  readonly counts: boolean
  /** Whether the column is part of a key. */
  readonly unique: boolean
  readonly pool: ValuePool
  /** Values that the constants of checks suggest. */
  readonly hinted: readonly string[]
}

/** A table of one dialect as the generator of rows sees it. */
export interface FillTable {
  /** Its key in the schema. */
  readonly key: string
  /** Its name in SQL. */
  readonly sql: string
  readonly columns: readonly FillColumn[]
  /** The columns that the database always makes itself. */
  readonly made: ReadonlySet<string>
  readonly foreign: readonly (ForeignKey & { readonly parent: string })[]
  /** The columns of each key, check and unique index, by its name. */
  readonly members: ReadonlyMap<string, readonly string[]>
  /** How many rows show every value of its enums. */
  readonly rows: number
}

const LEAST_ROWS = 8
const MOST_ROWS = 100

/** A name in SQL that every dialect understands; SQLite has one name space. */
export function sqlOf({ schema, name }: QName, dialect: DialectName): string {
  return schema === undefined || dialect === 'sqlite' ? quoted(name) : `${quoted(schema)}.${quoted(name)}`
}

/** A column's name in SQL. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/**
 * Those of some tables of a schema that the dialect has. `wishes` are further conditions whose constants are to be tried,
 * by table.
 */
export function fillTables(
  schema: Schema,
  dialect: DialectName,
  random: Random,
  keys: Iterable<string> = schema.tables.keys(),
  wishes: ReadonlyMap<string, readonly string[]> = new Map(),
): readonly FillTable[] {
  const tables: FillTable[] = []
  for (const key of keys) {
    const table = schema.tables.get(key)
    if (table && isHere(table, dialect))
      tables.push(fillTable(schema, key, table, dialect, random, wishes.get(key) ?? []))
  }
  return tables
}

function isHere(object: { readonly only?: DialectName }, dialect: DialectName): boolean {
  return object.only === undefined || object.only === dialect
}

function fillTable(
  schema: Schema,
  key: string,
  whole: Table,
  dialect: DialectName,
  random: Random,
  wishes: readonly string[],
): FillTable {
  const table = tableHere(whole, dialect)
  const members = membersOf(table, dialect, random)
  const made = (column: Column) => column.generated !== undefined || (dialect === 'postgres' && column.identity?.always)
  const given = table.columns.filter(column => !made(column))
  const hints = [...checksOf(table, dialect), ...wishes].map(sql => checkHints(sql, random))
  const columns = given.map(column => fillColumn(schema, table, column, dialect, hints))
  const enums = columns.filter(({ pool }) => pool.family === 'enum').map(({ pool }) => pool.edges.length)
  return {
    key,
    sql: sqlOf(table.name, dialect),
    columns,
    made: new Set(table.columns.filter(made).map(column => column.name)),
    foreign: table.constraints.flatMap(one =>
      one.kind === 'foreign' && one.columns.every(name => table.columns.some(column => column.name === name))
        ? [{ ...one, parent: nameText(one.target) }]
        : [],
    ),
    members,
    rows: Math.min(Math.max(LEAST_ROWS, ...enums), MOST_ROWS),
  }
}

/** The table with the members that the dialect has; SQLite takes a column without a type of its own for text. */
function tableHere(table: Table, dialect: DialectName): Table {
  const typed = (column: Column) => dialect === 'sqlite' || forDialect(column.type, dialect) !== undefined
  return {
    ...table,
    columns: table.columns.filter(column => isHere(column, dialect) && typed(column)),
    constraints: table.constraints.filter(constraint => isHere(constraint, dialect)),
    indexes: table.indexes.filter(index => isHere(index, dialect)),
  }
}

/** The columns that each key, check and index uses. */
function membersOf(table: Table, dialect: DialectName, random: Random): ReadonlyMap<string, readonly string[]> {
  const used = (sql: Sql | undefined) => realNames(table, checkHints(textOf(sql, dialect), random).columns)
  const members = new Map<string, readonly string[]>()
  for (const constraint of table.constraints) {
    members.set(constraint.name, [...columnsOf(constraint), ...sqlOfConstraint(constraint).flatMap(used)])
  }
  for (const { name, keys, where } of table.indexes) {
    const named = keys.flatMap(one => (one.column === undefined ? used(one.sql) : [one.column]))
    members.set(name, [...new Set([...named, ...used(where)])])
  }
  return members
}

function textOf(sql: Sql | undefined, dialect: DialectName): string {
  return (sql && forDialect(sql, dialect)) ?? ''
}

/** Names as SQL uses them, which may be in other letters than those of the table. */
function realNames(table: Table, names: readonly string[]): readonly string[] {
  const wanted = new Set(names.map(name => name.toLowerCase()))
  return table.columns.map(column => column.name).filter(name => wanted.has(name.toLowerCase()))
}

function fillColumn(
  schema: Schema,
  table: Table,
  column: Column,
  dialect: DialectName,
  hints: readonly CheckHints[],
): FillColumn {
  const type = forDialect(column.type, dialect) ?? { kind: 'raw', sql: 'TEXT' }
  const pool = poolOf(baseType(schema, type, dialect), dialect, schema.enums)
  const own = hints.filter(hint => realNames(table, hint.columns).includes(column.name))
  const primary = primaryKeyOf(table)?.columns ?? []
  const alone = primary.length === 1 && primary[0] === column.name
  return {
    name: column.name,
    nullable: column.nullable && !primary.includes(column.name),
    hasDefault: column.default !== undefined && column.default.kind !== 'null',
    counts: column.identity !== undefined && (dialect === 'postgres' || (alone && isRowid(column, table))),
    unique: isInKey(table, column.name),
    pool,
    hinted: [...new Set(own.flatMap(hint => hintedValues(pool, hint, dialect)))],
  }
}

function isInKey(table: Table, name: string): boolean {
  return (
    table.constraints.some(one => (one.kind === 'primary' || one.kind === 'unique') && one.columns.includes(name)) ||
    table.indexes.some(index => index.unique && index.keys.some(one => one.column === name || one.sql !== undefined))
  )
}

/** AUTOINCREMENT is for the one integer key of a rowid table (autoinc.html). */
function isRowid(column: Column, table: Table): boolean {
  return !table.withoutRowid && spell(forDialect(column.type, 'sqlite')!) === 'INTEGER'
}

function checksOf(table: Table, dialect: DialectName): readonly string[] {
  return table.constraints.flatMap(constraint => (constraint.kind === 'check' ? textOf(constraint.sql, dialect) : []))
}
