import { spell as spellPostgres } from '../../compiler/dialects/postgres/types.ts'
import { spell as spellSqlite } from '../../compiler/dialects/sqlite/types.ts'
import { type DialectName, forDialect } from '../../compiler/schema/dialect.ts'
import { nameText } from '../../compiler/schema/name.ts'
import type { DomainObject } from '../../compiler/schema/objects/domain.ts'
import { baseType, domainsOf } from '../../compiler/schema/objects/type-object.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import type { Type } from '../../compiler/schema/type.ts'
import { typeText } from '../../compiler/schema/type-text.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'
import type { ColumnSubject, Subject, TableSubject } from './subject.ts'
import { DATABASE, otherThan, targetsOf } from './targets.ts'

const SPELL = { postgres: spellPostgres, sqlite: spellSqlite }

/** Whether each target can hold the types of its columns. */
export const checkColumnTypes: Check = (subject, report) => {
  for (const table of subject.scope.tables) {
    for (const column of table.columns.values()) checkColumn(column, table, subject, report)
  }
}

function checkColumn(line: ColumnSubject, table: TableSubject, subject: Subject, report: CheckReport): void {
  const { column } = line
  if (Object.keys(column.type).length === 0) return
  for (const dialect of targetsOf(subject, table.table.only, column.only)) {
    const type = forDialect(column.type, dialect)
    if (type === undefined) noSpelling(line, dialect, report)
    else if (SPELL[dialect](type) === undefined) cannotHold(line, type, dialect, report)
    else if (dialect === 'sqlite') {
      const isTold = checkItems(line, type, subject, report)
      checkInSqlite(line, type, table, isTold, subject, report)
    }
  }
}

function noSpelling({ node, column }: ColumnSubject, dialect: DialectName, report: CheckReport): void {
  const name = DATABASE[dialect]
  const message = `The type of \`${column.name}\` says nothing about ${name}.`
  const remedy = `Add a type for ${name}, \`${dialect} text\` for example, or limit the column: \`only ${otherThan(dialect)}\`.`
  report.error({ code: 'MIG184', message, remedy, place: { node, property: 'types', index: 0 }, data: { dialect } })
}

function cannotHold(line: ColumnSubject, type: Type, dialect: DialectName, report: CheckReport): void {
  const { node, column } = line
  const text = typeText(type)
  const message = `${DATABASE[dialect]} has no type \`${text}\`.`
  const spelling = `${text}${column.nullable ? '?' : ''}, ${dialect} text`
  const remedy = `Say what ${DATABASE[dialect]} holds instead: \`${column.name} ${spelling}\`.`
  const place = { node, property: 'types', index: 0 }
  report.error({ code: 'MIG151', message, remedy, place, data: { type: text, dialect, spelling } })
}

/** SQLite has no subqueries in checks (lang_createtable.html), so nothing there looks at the items of a list. */
function checkItems({ node, column }: ColumnSubject, type: Type, { schema }: Subject, report: CheckReport): boolean {
  const domain = itemDomains(type, schema).find(one => one.checks.length > 0 || one.notNull)
  if (domain === undefined) return false
  const message = `SQLite does not look at the items of \`${column.name}\`: what the domain \`${nameText(domain.name)}\` asks of them holds in Postgres alone.`
  const remedy =
    'Check the items where they are written, keep them in a table of their own, or limit the column: `only postgres`.'
  report.warning({ code: 'MIG152', message, remedy, place: { node, property: 'types', index: 0 } })
  return true
}

/** The domains of the items of arrays, however deep they are. */
function itemDomains(type: Type, schema: Pick<Schema, 'objects'>): readonly DomainObject[] {
  if (type.kind === 'array') return [...domainsOf(schema, type.of, 'sqlite'), ...itemDomains(type.of, schema)]
  const base = baseType(schema, type, 'sqlite')
  if (type.kind !== 'enum' || base === type) return []
  const last = domainsOf(schema, type, 'sqlite').at(-1)
  const declared = last && forDialect(last.type, 'sqlite')
  return declared?.kind === 'array' ? itemDomains(declared, schema) : []
}

const STRICT_TYPES: ReadonlySet<string> = new Set(['INT', 'INTEGER', 'REAL', 'TEXT', 'BLOB', 'ANY'])

function checkInSqlite(
  { node, column }: ColumnSubject,
  type: Type,
  { table }: TableSubject,
  isTold: boolean,
  { targets }: Subject,
  report: CheckReport,
): void {
  const place = { node, property: 'types', index: 0 }
  if (type.kind === 'array' && !isTold) {
    const elsewhere = 'it is queried by other means than in Postgres'
    const here = 'it is read and searched with the functions for JSON'
    const message = `SQLite holds \`${typeText(type)}\` as a text in JSON: ${targets.length > 1 ? elsewhere : here}.`
    const remedy = 'Nothing needs to be done, if that is meant.'
    report.info({ code: 'MIG152', message, remedy, place })
  }
  if (type.kind === 'raw' && table.strict && !STRICT_TYPES.has(type.sql.trim().toUpperCase())) {
    const message = `A strict table of SQLite knows no type \`${type.sql}\`.`
    const remedy = 'Write one of INT, INTEGER, REAL, TEXT, BLOB and ANY, or a type of the language without backticks.'
    report.error({ code: 'MIG189', message, remedy, place, data: { column: column.name } })
  }
}
