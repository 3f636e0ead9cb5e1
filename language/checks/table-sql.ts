import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { Sql } from '../generated/ast.ts'
import type { Context } from '../lower/context.ts'
import type { ColumnSubject, Subject, TableSubject } from './subject.ts'
import { targetsOf } from './targets.ts'

/** SQL inside of a table. */
export interface TableSql {
  readonly what: 'check' | 'generated column' | 'index' | 'default' | 'backfill' | 'convert' | 'revert'
  readonly node: Sql | undefined
  readonly targets: readonly DialectName[]
  readonly context: Context
  /** The column that it belongs to. */
  readonly column?: ColumnSubject
  /** True where the line has an `only` of its own to be limited by. */
  readonly isLine?: true
}

/** All SQL of a table: of its columns, checks and indexes. */
export function* tableSql({ table, columns, checks, indexes }: TableSubject, subject: Subject): Generator<TableSql> {
  for (const column of columns.values()) {
    const base = { targets: targetsOf(subject, table.only, column.column.only), context: column.context, column }
    for (const modifier of column.node.modifiers ?? []) {
      if (modifier.$type === 'GeneratedModifier') yield { what: 'generated column', node: modifier.sql, ...base }
      if (modifier.$type === 'DefaultModifier') yield { what: 'default', node: modifier.value?.sql, ...base }
      if (modifier.$type === 'BackfillModifier') yield { what: 'backfill', node: modifier.value?.sql, ...base }
      if (modifier.$type === 'ConvertModifier') yield { what: 'convert', node: modifier.sql, ...base }
      if (modifier.$type === 'RevertModifier') yield { what: 'revert', node: modifier.sql, ...base }
    }
  }
  for (const { node, context, only, on } of checks) {
    const base = { targets: targetsOf(subject, table.only, only), context }
    yield { what: 'check', node: node.sql, ...base, ...(on === undefined ? { isLine: true } : { column: on }) }
  }
  for (const { member, context, only } of indexes) {
    const base = { targets: targetsOf(subject, table.only, only), context, isLine: true as const }
    for (const key of member?.keys ?? []) yield { what: 'index', node: key.sql, ...base }
    yield { what: 'index', node: member?.where, ...base }
  }
}

/** The columns that a table has in each database; SQLite does not see the case of letters. */
export function columnsByDialect(
  table: TableSubject,
): Readonly<Record<DialectName, ReadonlyMap<string, ColumnSubject>>> {
  const known = memory.get(table)
  if (known !== undefined) return known
  const postgres = table.columns
  const sqlite = new Map([...table.columns].map(([name, column]) => [name.toLowerCase(), column]))
  const result = { postgres, sqlite }
  memory.set(table, result)
  return result
}

const memory = new WeakMap<TableSubject, Record<DialectName, ReadonlyMap<string, ColumnSubject>>>()

/** Columns that tables have without being asked: the manual, System Columns; rowidtable.html. */
export function isSystemColumn(name: string, dialect: DialectName): boolean {
  return SYSTEM[dialect].has(name.toLowerCase())
}

const SYSTEM: Readonly<Record<DialectName, ReadonlySet<string>>> = {
  postgres: new Set(['tableoid', 'xmin', 'cmin', 'xmax', 'cmax', 'ctid']),
  sqlite: new Set(['rowid', 'oid', '_rowid_']),
}

/** The column that a name in SQL means in a database; names in SQL are folded unless they are quoted. */
export function columnNamed(table: TableSubject, name: string, dialect: DialectName): ColumnSubject | undefined {
  return columnsByDialect(table)[dialect].get(dialect === 'sqlite' ? name.toLowerCase() : name)
}
