import type { Column } from '../../../schema/column.ts'
import type { Check, Constraint } from '../../../schema/constraint.ts'
import { forDialect } from '../../../schema/dialect.ts'
import type { Enum } from '../../../schema/objects.ts'
import type { Schema } from '../../../schema/schema.ts'
import type { Table } from '../../../schema/table.ts'
import { declaredTypeOf } from '../render/column-definition.ts'
import { spell } from '../types.ts'
import { impliedCheck } from './implied-check.ts'
import { isHere } from './is-here.ts'
import { keyIsNeverNull, projectColumn } from './project-column.ts'
import { projectConstraint } from './project-constraint.ts'
import { projectIndex } from './project-index.ts'
import { withoutDomains } from './resolve-domains.ts'

/** A table as SQLite holds it, with the checks that its types imply; undefined when it is not for SQLite. */
export function projectTable(declared: Table, schema: Pick<Schema, 'enums' | 'objects'>): Table | undefined {
  if (!isHere(declared)) return undefined
  const { enums } = schema
  const table = withoutDomains(declared, schema)
  const columns = table.columns.filter(isHere)
  const names = new Set(columns.map(column => column.name))
  const hasColumn = (name: string) => names.has(name)
  const constraints = present(
    table.constraints.map(constraint => projectConstraint(constraint, table.name.name, hasColumn)),
  )
  const key = constraints.find(constraint => constraint.kind === 'primary')?.columns ?? []
  const typed = columns.map(column => projectColumn(table, column, key.length === 1 && counts(table, column, key[0]!)))
  const types = typed.filter(column => key.includes(column.name)).map(declaredTypeOf)
  const neverNull = new Set(keyIsNeverNull(table, types) ? key : [])
  return {
    name: { name: table.name.name },
    ...(table.strict && { strict: true }),
    ...(table.withoutRowid && { withoutRowid: true }),
    columns: typed.map(column => (neverNull.has(column.name) ? { ...column, nullable: false } : column)),
    constraints: [...constraints, ...impliedChecks(table, neverNull, enums)],
    indexes: present(table.indexes.map(index => projectIndex(index, table.name.name, hasColumn))),
  }
}

/** AUTOINCREMENT is allowed on an INTEGER PRIMARY KEY of a rowid table only (autoinc.html). */
function counts(table: Table, column: Column, key: string): boolean {
  if (column.identity === undefined || column.name !== key || table.withoutRowid !== undefined) return false
  const type = forDialect(column.type, 'sqlite')
  return type !== undefined && spell(type) === 'INTEGER'
}

function impliedChecks(
  table: Table,
  neverNull: ReadonlySet<string>,
  enums: ReadonlyMap<string, Enum>,
): readonly Constraint[] {
  const checks = table.columns.filter(isHere).map((column): Check | undefined => {
    const nullable = column.nullable && !neverNull.has(column.name)
    const type = forDialect(column.type, 'sqlite')
    return type && impliedCheck(table.name.name, { name: column.name, nullable }, type, enums)
  })
  return present(checks)
}

function present<T>(items: readonly (T | undefined)[]): readonly T[] {
  return items.filter(item => item !== undefined)
}
