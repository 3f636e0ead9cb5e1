import type { Column } from '../../../compiler/schema/column.ts'
import { type Constraint, columnsOf as columnsOfConstraint } from '../../../compiler/schema/constraint.ts'
import { nameText, quoteName } from '../../../compiler/schema/name.ts'
import { primaryKeyOf, type Table } from '../../../compiler/schema/table.ts'
import type { Index } from '../../../compiler/schema/table-index.ts'
import { writeColumn } from '../../print/column.ts'
import { writeReference } from '../../print/constraint.ts'
import type { ProjectModel } from '../project-model.ts'
import { code } from '../revisions/markdown.ts'
import { listFact, type Page } from './page.ts'
import { columnSql } from './sql-of.ts'
import type { Thing } from './thing.ts'
import { referencesTo } from './users-of.ts'

/** A column: its line, the names of its keys and indexes, who points at it, and its definitions. */
export function columnPage(table: Table, column: Column, { model }: Thing): Page {
  const key = nameText(table.name)
  return {
    head: columnHead(model, table, column),
    comment: column.comment,
    facts: [
      ...members(table)
        .filter(member => columnsOf(member).includes(column.name))
        .map(memberFact),
      listFact('Referenced by', referencesTo(model.loaded.schema, key, column.name)),
    ],
    sql: columnSql(model, table, column),
  }
}

/** The line of a column as it is meant, aliases and mixins resolved, behind the name of its table. */
export function columnHead(model: ProjectModel, table: Table, column: Column): string {
  const { rest } = writeColumn(column, inlineKeys(model, table, column), '')
  return `${nameText(table.name)}.${quoteName(column.name)} ${rest}`
}

function* keysOn(table: Table, column: Column): Iterable<Constraint | Index> {
  for (const member of members(table)) {
    const columns = columnsOf(member)
    if (columns.length === 1 && columns[0] === column.name) yield member
  }
}

function inlineKeys(model: ProjectModel, table: Table, column: Column): readonly string[] {
  return [...keysOn(table, column)].flatMap(member => {
    if (!('kind' in member)) return member.keys.length === 1 && member.keys[0]!.column !== undefined ? ['index'] : []
    if (member.kind === 'check') return []
    if (member.kind !== 'foreign') return [member.kind]
    const target = model.loaded.schema.tables.get(nameText(member.target))
    const primary = target && primaryKeyOf(target)?.columns
    const implicitTarget = primary?.join('\n') === member.targetColumns.join('\n')
    return [[...writeReference(member, { implicitTarget })].join(' ')]
  })
}

function members(table: Table): readonly (Constraint | Index)[] {
  return [...table.constraints, ...table.indexes]
}

function columnsOf(member: Constraint | Index): readonly string[] {
  if (!('kind' in member)) return [...member.keys.flatMap(key => key.column ?? []), ...(member.include ?? [])]
  return columnsOfConstraint(member)
}

const WHAT = {
  primary: 'Primary key',
  unique: 'Unique key',
  foreign: 'Foreign key',
  check: 'Check',
  exclude: 'Exclusion',
} as const

function memberFact(member: Constraint | Index): string {
  const what = 'kind' in member ? WHAT[member.kind] : member.unique ? 'Unique index' : 'Index'
  const columns = columnsOf(member)
  const over = columns.length > 1 ? ` (${columns.map(quoteName).join(', ')})` : ''
  const to = 'kind' in member && member.kind === 'foreign' ? ` to ${code(nameText(member.target))}` : ''
  return `${what} ${code(member.name)}${over}${to}`
}
