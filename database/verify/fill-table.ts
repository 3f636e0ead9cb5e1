import { withoutDomains } from '../../compiler/dialects/sqlite/project/resolve-domains.ts'
import { spell } from '../../compiler/dialects/sqlite/types.ts'
import type { Column } from '../../compiler/schema/column.ts'
import { columnsOf, type ForeignKey, sqlOf as sqlOfConstraint } from '../../compiler/schema/constraint.ts'
import { type DialectName, forDialect, type Sql } from '../../compiler/schema/dialect.ts'
import { nameText, type QName } from '../../compiler/schema/name.ts'
import { baseType, domainsOf } from '../../compiler/schema/objects/type-object.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import { primaryKeyOf, type Table } from '../../compiler/schema/table.ts'
import type { Type } from '../../compiler/schema/type.ts'
import { columnUses } from '../../compiler/sql/expression-names.ts'
import { type CheckHints, checkHints } from './check-hints.ts'
import { hintedValues } from './hinted-values.ts'
import { withParentConstraints } from './parent-constraints.ts'
import type { ValuePool } from './pool.ts'
import type { Random } from './random.ts'
import { triggerConstants } from './trigger-constants.ts'
import { type DomainValues, poolOf } from './value-pool.ts'

/** A column that is given values. */
export interface FillColumn {
  readonly name: string
  readonly nullable: boolean
  /** Whether the database has a value when it is given none. */
  readonly hasDefault: boolean
  /** Whether the database makes the value, so that it is given one only where another row must know it. */
  readonly counts: boolean
  /** Whether the column is part of a key, or of an exclusion constraint. */
  readonly unique: boolean
  readonly pool: ValuePool
  /** Values that the constants of checks suggest. */
  readonly hinted: readonly string[]
  /** Whether the type itself may refuse what its pool has: a domain, or a type of which little is known. */
  readonly picky: boolean
}

/** SQL that rows must pass, and the columns that it uses. */
export interface Condition {
  readonly sql: string
  readonly columns: readonly string[]
  readonly hints: CheckHints
}

/** A table of one dialect as the generator of rows sees it. */
export interface FillTable {
  /** Its key in the schema. */
  readonly key: string
  /** Its name, without its schema. */
  readonly name: string
  /** Its name in SQL. */
  readonly sql: string
  readonly columns: readonly FillColumn[]
  /** The columns that the database always makes itself. */
  readonly made: ReadonlySet<string>
  readonly foreign: readonly (ForeignKey & { readonly parent: string })[]
  /** The columns of each key, check and unique index, by its name. */
  readonly members: ReadonlyMap<string, readonly string[]>
  /** Its checks. */
  readonly conditions: readonly Condition[]
  /** The divided table of which it is a partition, by its key. */
  readonly partitionOf?: string
  readonly divided: boolean
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
  values: DomainValues = new Map(),
): readonly FillTable[] {
  const tables: FillTable[] = []
  const fired = triggerConstants(schema, dialect)
  for (const key of keys) {
    const table = schema.tables.get(key)
    if (table && isHere(table, dialect))
      tables.push(fillTable({ ...schema, values, fired }, key, table, dialect, random, wishes.get(key) ?? []))
  }
  return tables
}

function isHere(object: { readonly only?: DialectName }, dialect: DialectName): boolean {
  return object.only === undefined || object.only === dialect
}

/** A schema, and what is known of its values. */
interface Known extends Schema {
  readonly values: DomainValues
  /** What triggers compare new rows with, by table. */
  readonly fired: ReturnType<typeof triggerConstants>
}

function fillTable(
  schema: Known,
  key: string,
  whole: Table,
  dialect: DialectName,
  random: Random,
  wishes: readonly string[],
): FillTable {
  const table = tableHere(whole, schema, dialect)
  const members = membersOf(table, schema, dialect)
  const made = (column: Column) => column.generated !== undefined || (dialect === 'postgres' && column.identity?.always)
  const given = table.columns.filter(column => column.generated === undefined)
  const conditions = checksOf(table, dialect).map(sql => conditionOn(table, sql, random))
  const wished = wishes.map(sql => conditionOn(table, sql, random))
  const compared = (schema.fired.get(key) ?? []).map(({ column, sql }) => ({
    columns: realNames(table, [column]),
    hints: checkHints(sql, random),
  }))
  const hints = hintsByColumn(table, [...conditions, ...wished, ...compared])
  const columns = given.map(column => fillColumn(schema, table, column, dialect, hints))
  const enums = columns.filter(({ pool }) => pool.family === 'enum').map(({ pool }) => pool.edges.length)
  return {
    key,
    name: table.name.name,
    sql: sqlOf(table.name, dialect),
    columns,
    made: new Set(table.columns.filter(made).map(column => column.name)),
    foreign: table.constraints.flatMap(one =>
      one.kind === 'foreign' && one.columns.every(name => table.columns.some(column => column.name === name))
        ? [{ ...one, parent: nameText(one.target) }]
        : [],
    ),
    members,
    conditions,
    ...(table.partitionOf && dialect === 'postgres' && { partitionOf: nameText(table.partitionOf.parent) }),
    divided: table.partitionBy !== undefined && dialect === 'postgres',
    rows: Math.min(Math.max(LEAST_ROWS, ...enums), MOST_ROWS),
  }
}

/** The table with the members that the dialect has; SQLite takes a column without a type of its own for text. */
function tableHere(whole: Table, schema: Schema, dialect: DialectName): Table {
  const table = dialect === 'sqlite' ? withoutDomains(whole, schema) : withParentConstraints(whole, schema)
  const typed = (column: Column) => dialect === 'sqlite' || forDialect(column.type, dialect) !== undefined
  return {
    ...table,
    columns: table.columns.filter(column => isHere(column, dialect) && typed(column)),
    constraints: table.constraints.filter(constraint => isHere(constraint, dialect)),
    indexes: table.indexes.filter(index => isHere(index, dialect)),
  }
}

/** The columns that each key, check and index uses. */
function membersOf(table: Table, schema: Schema, dialect: DialectName): ReadonlyMap<string, readonly string[]> {
  const used = (sql: Sql | undefined) => sourcesOf(table, namesIn(textOf(sql, dialect)))
  const members = new Map<string, readonly string[]>()
  for (const constraint of table.constraints) {
    members.set(constraint.name, [...columnsOf(constraint), ...sqlOfConstraint(constraint).flatMap(used)])
  }
  for (const { name, keys, where } of table.indexes) {
    const named = keys.flatMap(one => (one.column === undefined ? used(one.sql) : [one.column]))
    members.set(name, [...new Set([...named, ...used(where)])])
  }
  if (dialect === 'sqlite') return members
  for (const { name, type } of table.columns) {
    for (const { checks } of domainsIn(schema, forDialect(type, dialect)))
      for (const check of checks) members.set(check.name, [...(members.get(check.name) ?? []), name])
  }
  return members
}

/** The domains of a type, and of the items of a list. */
function domainsIn(schema: Schema, type: Type | undefined): ReturnType<typeof domainsOf> {
  if (type === undefined || schema.objects.size === 0) return []
  return type.kind === 'array' ? domainsIn(schema, type.of) : domainsOf(schema, type, 'postgres')
}

interface Named {
  readonly columns: readonly { readonly name: string }[]
}

/** A condition on rows of a table. */
export function conditionOn(table: Named, sql: string, random: Random): Condition {
  const hints = checkHints(sql, random)
  return { sql, columns: realNames(table, hints.columns), hints }
}

/** What conditions say of each column, also of those that generated ones are made of. */
function hintsByColumn(
  table: Table,
  conditions: readonly Omit<Condition, 'sql'>[],
): ReadonlyMap<string, readonly CheckHints[]> {
  const found = new Map<string, CheckHints[]>()
  for (const { columns, hints } of conditions)
    for (const name of new Set(sourcesOf(table, columns))) found.set(name, [...(found.get(name) ?? []), hints])
  return found
}

/** The columns of those names, for a generated one those that it is made of. */
function sourcesOf(table: Table, names: readonly string[]): readonly string[] {
  return realNames(table, names).flatMap(name => {
    const made = table.columns.find(column => column.name === name)?.generated
    const texts = made === undefined ? [] : [made.sql.all, made.sql.postgres, made.sql.sqlite]
    return made === undefined ? [name] : realNames(table, texts.flatMap(namesIn))
  })
}

function namesIn(sql = ''): readonly string[] {
  return columnUses(sql).map(use => use.name)
}

function textOf(sql: Sql | undefined, dialect: DialectName): string {
  return (sql && forDialect(sql, dialect)) ?? ''
}

/** Names as SQL uses them, which may be in other letters than those of the table. */
function realNames(table: Named, names: readonly string[]): readonly string[] {
  const wanted = new Set(names.map(name => name.toLowerCase()))
  return table.columns.map(column => column.name).filter(name => wanted.has(name.toLowerCase()))
}

function fillColumn(
  schema: Known,
  table: Table,
  column: Column,
  dialect: DialectName,
  hints: ReadonlyMap<string, readonly CheckHints[]>,
): FillColumn {
  const type = forDialect(column.type, dialect) ?? { kind: 'raw', sql: 'TEXT' }
  const whole = poolOf(dialect === 'sqlite' ? baseType(schema, type, dialect) : type, dialect, schema)
  const excludes = table.constraints.some(one => one.kind === 'exclude' && columnsOf(one).includes(column.name))
  const pool = excludes ? { ...whole, edges: whole.edges.filter(text => !WITHOUT_END.test(text)) } : whole
  const domains = dialect === 'sqlite' ? [] : domainsIn(schema, type)
  const primary = primaryKeyOf(table)?.columns ?? []
  const alone = primary.length === 1 && primary[0] === column.name
  return {
    name: column.name,
    nullable: column.nullable && !primary.includes(column.name) && !domains.some(({ notNull }) => notNull),
    hasDefault: column.default !== undefined && column.default.kind !== 'null',
    counts: column.identity !== undefined && (dialect === 'postgres' || (alone && isRowid(column, table))),
    unique: excludes || isInKey(table, column.name),
    pool,
    hinted: [...new Set((hints.get(column.name) ?? []).flatMap(hint => hintedValues(pool, hint, dialect)))],
    picky: domains.length > 0 || pool.unknown === true,
  }
}

/** A range that goes on for ever overlaps with all others. */
const WITHOUT_END = /^[[(],|,[)\]]$/

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
