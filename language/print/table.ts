import type { Column } from '../../compiler/schema/column.ts'
import type { Constraint, ForeignKey } from '../../compiler/schema/constraint.ts'
import { nameText, type QName } from '../../compiler/schema/name.ts'
import type { Table, TableHead } from '../../compiler/schema/table.ts'
import type { Index } from '../../compiler/schema/table-index.ts'
import { type ColumnText, writeColumn } from './column.ts'
import { writeConstraint, writeReference } from './constraint.ts'
import { writeDocumentation } from './documentation.ts'
import { writeSql } from './parts.ts'
import { type Placement, placeMembers } from './placement.ts'
import { writeIndex } from './table-index.ts'

/** The columns of a table's primary key, for targets of foreign keys; undefined where that is not known. */
export type PrimaryKeyColumns = (table: QName) => readonly string[] | undefined

const INDENT = '  '

/** A table with all its members, and its comment before it. */
export function writeTable(table: Table, primaryKey: PrimaryKeyColumns): string {
  const placement = placeMembers(table)
  const head = ['table', nameText(table.name), ...writeHead(table)].join(' ')
  const columns = writeColumns(table, placement, primaryKey)
  const members = [...writeMembers(table, placement, primaryKey)]
  const gap = columns.length > 0 && members.length > 0 ? ['\n'] : []
  return `${writeDocumentation(table.comment)}${head} {\n${[...columns, ...gap, ...members].join('')}}`
}

/** The options of a table: `strict`, `unlogged`, `only postgres`. */
export function* writeHead(head: TableHead): Iterable<string> {
  if (head.strict) yield 'strict'
  if (head.withoutRowid) yield 'without rowid'
  if (head.unlogged) yield 'unlogged'
  if (head.only !== undefined) yield `only ${head.only}`
}

function writeColumns(table: Table, placement: Placement, primaryKey: PrimaryKeyColumns): readonly string[] {
  const keys = table.columns.map((): string[] => [])
  for (const [member, home] of placement.inline) keys[home]!.push(inlineKey(member, primaryKey))
  const texts = table.columns.map((column, at) => writeColumn(column, keys[at]!, INDENT))
  return alignColumns(table.columns, texts)
}

/** A comment does not part the columns of a run. */
function alignColumns(columns: readonly Column[], texts: readonly ColumnText[]): readonly string[] {
  const width = texts.reduce((most, text) => Math.max(most, text.name.length), 0)
  return texts.map(
    ({ name, rest }, at) =>
      `${writeDocumentation(columns[at]!.comment, INDENT)}${INDENT}${name.padEnd(width)} ${rest}\n`,
  )
}

function inlineKey(member: Constraint | Index, primaryKey: PrimaryKeyColumns): string {
  if (!('kind' in member)) return 'index'
  if (member.kind === 'check') return `check ${writeSql(member.sql, INDENT)}`
  if (member.kind !== 'foreign') return member.kind
  return [...writeReference(member, { implicitTarget: isImplicit(member, primaryKey) })].join(' ')
}

function* writeMembers(table: Table, placement: Placement, primaryKey: PrimaryKeyColumns): Iterable<string> {
  const line = (member: Constraint | Index, text: string) =>
    `${writeDocumentation(member.comment, INDENT)}${INDENT}${text}\n`
  for (const member of table.constraints) {
    if (placement.inline.has(member)) continue
    const implicitTarget = member.kind === 'foreign' && isImplicit(member, primaryKey)
    yield line(member, writeConstraint(member, { unnamed: !placement.named.has(member), implicitTarget }, INDENT))
  }
  for (const member of table.indexes)
    if (!placement.inline.has(member)) yield line(member, writeIndex(member, !placement.named.has(member), INDENT))
}

function isImplicit(key: ForeignKey, primaryKey: PrimaryKeyColumns): boolean {
  const columns = primaryKey(key.target)
  return columns?.length === key.targetColumns.length && columns.every((column, at) => column === key.targetColumns[at])
}
