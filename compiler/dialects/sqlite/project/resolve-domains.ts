import type { Column } from '../../../schema/column.ts'
import type { Check, Constraint } from '../../../schema/constraint.ts'
import { forDialect } from '../../../schema/dialect.ts'
import { makeObjectName } from '../../../schema/made-name.ts'
import type { DomainObject } from '../../../schema/objects/domain.ts'
import { baseType, domainsOf } from '../../../schema/objects/type-object.ts'
import type { Schema } from '../../../schema/schema.ts'
import type { Table } from '../../../schema/table.ts'
import { isSign, readCode } from '../../../sql/code.ts'
import { applyEdits, type Edit } from '../../../sql/edits.ts'
import { quoteIdentifier } from '../quote.ts'
import { sqliteSql } from '../sqlite-sql.ts'
import { isHere } from './is-here.ts'

/**
 * The table with what domains mean for its columns in their places, since SQLite has no domains: the base type, the
 * default, NOT NULL, the collation, and the checks with the column's name for `value`.
 */
export function withoutDomains(table: Table, schema: Pick<Schema, 'objects'>): Table {
  if (schema.objects.size === 0) return table
  const checks: Constraint[] = []
  const columns = table.columns.map(column => {
    const type = forDialect(column.type, 'sqlite')
    if (type === undefined || !isHere(column)) return column
    const base = baseType(schema, type, 'sqlite')
    if (base === type) return column
    const domains = domainsOf(schema, type, 'sqlite')
    checks.push(...checksOf(table.name.name, column, domains))
    return resolved({ ...column, type: { ...column.type, sqlite: base } }, domains)
  })
  const isSame = columns.every((column, at) => column === table.columns[at])
  return isSame ? table : { ...table, columns, constraints: [...table.constraints, ...checks] }
}

function resolved(column: Column, domains: readonly DomainObject[]): Column {
  const value = column.default ?? domains.find(one => one.default !== undefined)?.default
  const collate = column.collate ?? domains.find(one => one.collate !== undefined)?.collate
  return {
    ...column,
    nullable: column.nullable && !domains.some(({ notNull }) => notNull),
    ...(value !== undefined && column.generated === undefined && { default: value }),
    ...(collate !== undefined && { collate }),
  }
}

/** Postgres looks at the checks of the base first (CREATE DOMAIN). */
function checksOf(table: string, { name }: Column, domains: readonly DomainObject[]): readonly Check[] {
  const texts = domains.toReversed().flatMap(({ checks }) => checks.flatMap(({ sql }) => sqliteSql(sql) ?? []))
  return texts.map((text, at) => ({
    kind: 'check',
    name: makeObjectName(table, name, domainLabel(at)),
    sql: { all: ofColumn(text, name) },
  }))
}

/** The label of the name of a check that comes with a domain. */
export function domainLabel(at: number): string {
  return at === 0 ? 'domain' : `domain${at}`
}

/** The check of a domain as that of a column: `value` is the column. */
function ofColumn(sql: string, column: string): string {
  const code = readCode(sql)
  const edits = code.tokens.flatMap((token, at): readonly Edit[] => {
    if (token.kind !== 'name' || token.value.toLowerCase() !== 'value' || isSign(code, at - 1, '.')) return []
    return [{ start: token.start, end: token.end, text: quoteIdentifier(column) }]
  })
  return applyEdits(sql, edits)
}
