import type { Column } from '../../../schema/column.ts'
import type { Constraint } from '../../../schema/constraint.ts'
import type { Table } from '../../../schema/table.ts'
import type { CreateTable, TableColumn } from '../../../sql/sqlite-ddl/create-table.ts'
import { keyIsNeverNull, projectCollate } from '../project/project-column.ts'
import { withoutOwnName } from '../project/without-own-name.ts'
import { normalizeDeclared } from '../types.ts'
import { inspectConflict, inspectConstraints } from './inspect-constraints.ts'
import { inspectDefault } from './inspect-default.ts'

/** A table in the form that `project` gives, its indexes left out. `known` holds all tables by folded name. */
export function inspectTable(definition: CreateTable, known: ReadonlyMap<string, CreateTable>): Table {
  const constraints = inspectConstraints(definition, known)
  const key = constraints.find(constraint => constraint.kind === 'primary')
  const keyed = key?.kind === 'primary' ? key.columns : []
  const types = definition.columns.filter(({ name }) => keyed.includes(name)).map(({ type }) => normalizeDeclared(type))
  const neverNull = new Set(keyIsNeverNull(definition, types) ? keyed : [])
  const counter = countingColumn(definition, key)
  return {
    name: { name: definition.name },
    ...(definition.strict && { strict: true }),
    ...(definition.withoutRowid && { withoutRowid: true }),
    columns: definition.columns.map(column =>
      inspectColumn(definition.name, column, neverNull.has(column.name), column.name === counter),
    ),
    constraints,
    indexes: [],
  }
}

function countingColumn(definition: CreateTable, key: Constraint | undefined): string | undefined {
  const inTable = definition.constraints.some(constraint => constraint.kind === 'primary' && constraint.autoincrement)
  const inColumn = definition.columns.some(column => column.primaryKey?.autoincrement)
  return key?.kind === 'primary' && (inTable || inColumn) ? key.columns[0] : undefined
}

/** A column of a primary key may hold NULL where nothing forbids it (lang_createtable.html, section 3.5). */
function inspectColumn(table: string, column: TableColumn, neverNull: boolean, counts: boolean): Column {
  const value = inspectDefault(column.default)
  const collate = projectCollate(column.collate)
  const { generated } = column
  const nullConflict = inspectConflict(column.notNull?.conflict)
  return {
    name: column.name,
    type: { all: { kind: 'raw', sql: normalizeDeclared(column.type) } },
    nullable: column.notNull === undefined && !neverNull,
    ...(value !== undefined && generated === undefined && { default: value }),
    ...(counts && { identity: { always: false } }),
    ...(generated && { generated: { sql: { all: withoutOwnName(generated.sql, table) }, stored: generated.stored } }),
    ...(collate !== undefined && { collate }),
    ...(nullConflict && { nullConflict }),
  }
}
