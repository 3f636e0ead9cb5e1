import type { Column } from '../../schema/column.ts'
import { mapDialects, type PerDialect, type Sql } from '../../schema/dialect.ts'
import type { QName } from '../../schema/name.ts'
import type { DomainObject } from '../../schema/objects/domain.ts'
import { baseType } from '../../schema/objects/type-object.ts'
import type { Draft } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import type { Type } from '../../schema/type.ts'
import { mentions } from '../../sql/mentions.ts'
import { renameLiteral } from '../../sql/rename.ts'
import type { AlterEnum } from '../step.ts'
import { columnsIn, renameInStatements } from './literals-in-statements.ts'
import { usesEnum } from './rename-enum.ts'
import { renameInDefault } from './rename-in-default.ts'
import { mapTableSql } from './table-sql.ts'

/**
 * Renamed values reach the defaults of the columns and domains that hold them, and literals beside such columns in checks and
 * indexes, or beside the `value` of such a domain.
 */
export function renameEnumValues(draft: Draft, step: AlterEnum): void {
  if (step.renames.length === 0) return
  const holds = ({ type }: Pick<Column, 'type'>) => usesEnum(baseTypes(draft, type), step.from.name)
  for (const [key, table] of draft.tables) {
    if (table.columns.some(holds)) draft.tables.set(key, renamedIn(table, step, holds))
  }
  const domains = [...draft.objects].flatMap(([key, object]) =>
    object.kind === 'domain' && holds(object) ? [[key, object] as const] : [],
  )
  for (const [key, domain] of domains) draft.objects.set(key, renamedInDomain(domain, step))
  renameInStatements(draft, holds, (sql, isColumn) => renamedLiterals(sql, step, isColumn))
}

/** The statement of a view or of a trigger of a table with the values renamed that Postgres keeps as values of the enum. */
export function followValues(draft: Draft, step: AlterEnum, sql: Sql, table?: QName): Sql {
  const holds = ({ type }: Pick<Column, 'type'>) => usesEnum(baseTypes(draft, type), step.from.name)
  return mapDialects(sql, text => {
    const isColumn = columnsIn(draft, text, holds, table)
    return isColumn === undefined ? text : renamedLiterals(text, step, isColumn)
  })
}

/** What types are in the end, in each database. */
function baseTypes(draft: Draft, type: PerDialect<Type>): PerDialect<Type> {
  return mapDialects(type, (one, dialect) => baseType(draft, one, dialect === 'all' ? 'postgres' : dialect))
}

function renamedInDomain(domain: DomainObject, step: AlterEnum): DomainObject {
  const isValue = (name: string) => name.toLowerCase() === 'value'
  const checks = domain.checks.map(check => ({
    ...check,
    sql: mapDialects(check.sql, sql => renamedLiterals(sql, step, isValue)),
  }))
  return { ...renameInDefault(domain, step), checks }
}

function renamedIn(table: Table, step: AlterEnum, holds: (column: Column) => boolean): Table {
  const columns = table.columns.map(column => (holds(column) ? renameInDefault(column, step) : column))
  const names = new Set(table.columns.filter(holds).map(column => column.name))
  return mapTableSql({ ...table, columns }, sql => renamedLiterals(sql, step, name => names.has(name)))
}

/**
 * All at once, so that two values can swap: each old value first becomes a text that no enum holds. A text beside a column that is
 * cast to `text` stays: to Postgres it is no value of the enum.
 */
function renamedLiterals(sql: string, step: AlterEnum, isColumn: (name: string) => boolean): string {
  const used = step.renames.filter(({ from }) => mentions(sql, from.replaceAll("'", "''")))
  const aside = (at: number) => `\u0001${at}`
  const rename = (text: string, from: string, to: string) => renameLiteral(text, isColumn, from, to, undefined, false)
  const parked = used.reduce((text, { from }, at) => rename(text, from, aside(at)), sql)
  return used.reduce((text, { to }, at) => rename(text, aside(at), to), parked)
}
