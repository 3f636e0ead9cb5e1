import type { Constraint } from '../../schema/constraint.ts'
import { mapDialects, type Sql } from '../../schema/dialect.ts'
import { descendantsOf } from '../../schema/inheritance.ts'
import { nameText, type QName, sameName } from '../../schema/name.ts'
import type { MaterializedView } from '../../schema/objects/materialized-view.ts'
import { objectKey } from '../../schema/objects/object-key.ts'
import type { View } from '../../schema/objects.ts'
import type { Draft } from '../../schema/schema.ts'
import { columnOf, type Table } from '../../schema/table.ts'
import { mentions } from '../../sql/mentions.ts'
import { outputColumns } from '../../sql/output-columns.ts'
import { renameColumnInExpression, renameColumnInStatement } from '../../sql/rename.ts'
import { replaceMember, tableIn } from '../edit-table.ts'
import { followInObjects } from './follow-objects.ts'
import { followMadeNames } from './made-members.ts'
import { nameFinder, nameInSql } from './name-in-sql.ts'
import { mapTableSql } from './table-sql.ts'

/** Renames a column and everything that names it: keys, indexes, SQL of its table, foreign keys, views, triggers. */
export function renameColumnEverywhere(draft: Draft, tableName: QName, from: string, to: string): void {
  for (const key of descendantsOf(draft.tables, nameText(tableName)))
    renameOne(draft, draft.tables.get(key)!.name, from, to)
  renameOne(draft, tableName, from, to)
}

function renameOne(draft: Draft, tableName: QName, from: string, to: string): void {
  const before = tableIn(draft, tableName)
  if (columnOf(before, from) === undefined) return
  draft.tables.set(nameText(tableName), followMadeNames(before, renamedTable(before, from, to)))
  for (const [key, table] of draft.tables) {
    const changed = retarget(table, tableName, from, to)
    if (changed !== table) draft.tables.set(key, changed)
  }
  renameInStatements(draft, tableName, from, to)
}

function renamedTable(table: Table, from: string, to: string): Table {
  const one = (name: string) => (name === from ? to : name)
  const column = table.columns.find(item => item.name === from)!
  const withColumn: Table = {
    ...table,
    columns: replaceMember(table.columns, from, { ...column, name: to }),
    constraints: table.constraints.map(constraint => renamedInConstraint(constraint, one)),
    indexes: table.indexes.map(index => ({ ...index, ...renamedInKeys(index, one) })),
    ...(table.partitionBy && { partitionBy: { ...table.partitionBy, ...renamedInKeys(table.partitionBy, one) } }),
  }
  return mapTableSql(withColumn, (sql, dialect) =>
    mentions(sql, from) ? renameColumnInExpression(sql, nameInSql(table.name, dialect), from, to) : sql,
  )
}

function renamedInConstraint(constraint: Constraint, one: (name: string) => string): Constraint {
  switch (constraint.kind) {
    case 'check':
      return constraint
    case 'exclude':
      return { ...constraint, ...renamedInKeys(constraint, one) }
    case 'foreign': {
      const { columns, onDeleteColumns } = constraint
      return {
        ...constraint,
        columns: columns.map(one),
        ...(onDeleteColumns && { onDeleteColumns: onDeleteColumns.map(one) }),
      }
    }
    default: {
      const { columns, include } = constraint
      return { ...constraint, columns: columns.map(one), ...(include && { include: include.map(one) }) }
    }
  }
}

function renamedInKeys<K extends { readonly column?: string }>(
  { keys, include }: { readonly keys: readonly K[]; readonly include?: readonly string[] },
  one: (name: string) => string,
): { readonly keys: readonly K[]; readonly include?: readonly string[] } {
  return {
    keys: keys.map(key => (key.column === undefined ? key : { ...key, column: one(key.column) })),
    ...(include && { include: include.map(one) }),
  }
}

function retarget(table: Table, target: QName, from: string, to: string): Table {
  const hits = (constraint: Constraint) =>
    constraint.kind === 'foreign' && sameName(constraint.target, target) && constraint.targetColumns.includes(from)
  if (!table.constraints.some(hits)) return table
  return {
    ...table,
    constraints: table.constraints.map(constraint =>
      constraint.kind === 'foreign' && hits(constraint)
        ? { ...constraint, targetColumns: constraint.targetColumns.map(name => (name === from ? to : name)) }
        : constraint,
    ),
  }
}

/** Views and triggers; a view whose output column is renamed passes the rename on to those who read it. */
function renameInStatements(draft: Draft, relation: QName, from: string, to: string): void {
  const find = nameFinder(draft)
  const edit = (sql: Sql, table?: QName) =>
    mapDialects(sql, (text, dialect) => {
      if (!mentions(text, from)) return text
      const columnsOf = (name: QName) => knownColumns(draft, find(name, dialect), relation, from, to)
      const options = { columnsOf, ...(table && { table: nameInSql(table, dialect) }) }
      return renameColumnInStatement(text, nameInSql(relation, dialect), from, to, options)
    })
  for (const [key, trigger] of draft.triggers) {
    const sql = edit(trigger.sql, trigger.table)
    if (changed(sql, trigger.sql)) draft.triggers.set(key, { ...trigger, sql })
  }
  const renamed: QName[] = []
  const before = [...draft.objects.values()]
  followInObjects(draft, {
    sql: (text, dialect, table) => {
      if (!mentions(text, from)) return text
      const columnsOf = (name: QName) => knownColumns(draft, find(name, dialect), relation, from, to)
      const options = { columnsOf, ...(table && { table: nameInSql(table, dialect) }) }
      return renameColumnInStatement(text, nameInSql(relation, dialect), from, to, options)
    },
    column: (table, column) => (sameName(table, relation) && column === from ? to : column),
  })
  for (const [at, view] of [...draft.objects.values()].entries()) {
    const old = before[at]!
    if (view.kind !== 'materialized view' || old.kind !== view.kind || !losesOutput(old, view, from, to)) continue
    draft.objects.set(objectKey(view), renamedInIndexes(view, from, to))
    renamed.push(view.name)
  }
  for (const [key, view] of draft.views) {
    const sql = edit(view.sql)
    if (!changed(sql, view.sql)) continue
    const isOutput = losesOutput(view, { ...view, sql }, from, to)
    draft.views.set(key, isOutput ? renamedOutput({ ...view, sql }, from, to) : { ...view, sql })
    if (isOutput) renamed.push(view.name)
  }
  for (const view of renamed) renameInStatements(draft, view, from, to)
}

/** The indexes of a materialized view with a column of it renamed. */
function renamedInIndexes(view: MaterializedView, from: string, to: string): MaterializedView {
  const one = (name: string) => (name === from ? to : name)
  const indexes = view.indexes.map(index => ({ ...index, ...renamedInKeys(index, one) }))
  const renamed = mapTableSql({ name: view.name, columns: [], constraints: [], indexes }, (sql, dialect) =>
    mentions(sql, from) ? renameColumnInExpression(sql, nameInSql(view.name, dialect), from, to) : sql,
  )
  return { ...view, indexes: renamed.indexes }
}

/** What is said of a column of a view, under its new name. */
function renamedOutput({ columns, ...view }: View, from: string, to: string): View {
  if (columns === undefined) return view
  const renamed = columns.map(column => (column.name === from ? { ...column, name: to } : column))
  return { ...view, columns: renamed.sort((a, b) => (a.name < b.name ? -1 : 1)) }
}

type Outputs = Pick<View, 'sql' | 'columnNames'>

function losesOutput(before: Outputs, after: Outputs, from: string, to: string): boolean {
  return (['all', 'postgres', 'sqlite'] as const).some(dialect => {
    const old = before.sql[dialect]
    const now = after.sql[dialect]
    if (old === undefined || now === undefined || old === now) return false
    const oldNames = outputColumns(old, before.columnNames)
    const newNames = outputColumns(now, after.columnNames)
    return (
      oldNames !== undefined &&
      newNames !== undefined &&
      oldNames.some((name, at) => name === from && newNames[at] === to)
    )
  })
}

/** The columns of a table as they were named before the rename, since the text still uses those names. */
function knownColumns(
  draft: Draft,
  name: { schema?: string; name: string },
  renamedRelation: QName,
  from: string,
  to: string,
): readonly string[] | undefined {
  const table = draft.tables.get(nameText(name))
  if (table === undefined) return viewColumns(draft, name)
  const columns = table.columns.map(column => column.name)
  return sameName(name, renamedRelation) ? columns.map(column => (column === to ? from : column)) : columns
}

function viewColumns(draft: Draft, name: { schema?: string; name: string }): readonly string[] | undefined {
  const view = draft.views.get(nameText(name))
  const text = view?.sql.all ?? view?.sql.postgres ?? view?.sql.sqlite
  return text === undefined ? undefined : outputColumns(text, view?.columnNames)
}

function changed(a: Sql, b: Sql): boolean {
  return a.all !== b.all || a.postgres !== b.postgres || a.sqlite !== b.sqlite
}
