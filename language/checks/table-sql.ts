import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { Sql } from '../generated/ast.ts'
import type { Context } from '../lower/context.ts'
import type { ColumnSubject, Subject, TableSubject } from './subject.ts'
import { targetsOf } from './targets.ts'

/** SQL inside of a table. */
export interface TableSql {
  readonly what: 'check' | 'generated column' | 'index' | 'exclusion' | 'default' | 'backfill' | 'convert' | 'revert'
  readonly node: Sql
  readonly targets: readonly DialectName[]
  readonly context: Context
  /** The column that it belongs to. */
  readonly column?: ColumnSubject
  /** True where the line has an `only` of its own to be limited by. */
  readonly isLine?: true
}

/** All SQL of a table: of its columns, checks and indexes. */
export function tableSql(table: TableSubject, subject: Subject): readonly TableSql[] {
  let known = found.get(table)
  if (known === undefined) {
    known = findSql(table, subject)
    found.set(table, known)
  }
  return known
}

const found = new WeakMap<TableSubject, readonly TableSql[]>()

function findSql({ table, columns, checks, indexes, exclusions }: TableSubject, subject: Subject): readonly TableSql[] {
  const all: TableSql[] = []
  const add = (what: TableSql['what'], node: Sql | undefined, base: Omit<TableSql, 'what' | 'node'>) => {
    if (node !== undefined) all.push({ what, node, ...base })
  }
  for (const column of columns.values()) {
    if (column.node.modifiers.length === 0) continue
    const base = { targets: targetsOf(subject, table.only, column.column.only), context: column.context, column }
    for (const modifier of column.node.modifiers) {
      if (modifier.$type === 'GeneratedModifier') add('generated column', modifier.sql, base)
      if (modifier.$type === 'DefaultModifier') add('default', modifier.value?.sql, base)
      if (modifier.$type === 'BackfillModifier') add('backfill', modifier.value?.sql, base)
      if (modifier.$type === 'ConvertModifier') add('convert', modifier.sql, base)
      if (modifier.$type === 'RevertModifier') add('revert', modifier.sql, base)
    }
  }
  for (const { node, context, only, on } of checks) {
    const targets = targetsOf(subject, table.only, only)
    add('check', node.sql, { targets, context, ...(on === undefined ? { isLine: true } : { column: on }) })
  }
  for (const { member, context, only } of indexes) {
    const base = { targets: targetsOf(subject, table.only, only), context, isLine: true as const }
    for (const key of member?.keys ?? []) add('index', key.sql, base)
    add('index', member?.where, base)
  }
  for (const { node, context, only } of exclusions) {
    const base = { targets: targetsOf(subject, table.only, only), context, isLine: true as const }
    for (const key of node.keys ?? []) add('exclusion', key.sql, base)
    add('exclusion', node.where, base)
  }
  return all
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
