import type { Column } from '../../compiler/schema/column.ts'
import type { Constraint, ForeignKey } from '../../compiler/schema/constraint.ts'
import { declaredPart } from '../../compiler/schema/inheritance.ts'
import { nameText, type QName, quoteName } from '../../compiler/schema/name.ts'
import type { PolicyObject } from '../../compiler/schema/objects/policy.ts'
import type { Table, TableHead } from '../../compiler/schema/table.ts'
import type { Index } from '../../compiler/schema/table-index.ts'
import { type ColumnText, writeColumn } from './column.ts'
import { writeCheckState, writeConflict, writeConstraint, writeReference } from './constraint.ts'
import { writeDocumentation } from './documentation.ts'
import { writePolicyLine } from './objects/policy.ts'
import { writeParents, writePartitionOf } from './partition.ts'
import { writeSql } from './parts.ts'
import { type Placement, placeMembers } from './placement.ts'
import { writeIndex, writeParameters } from './table-index.ts'

/** The columns of a table's primary key, for targets of foreign keys; undefined where that is not known. */
export type PrimaryKeyColumns = (table: QName) => readonly string[] | undefined

const INDENT = '  '

/** A table with all its members, and its comment before it. */
export function writeTable(
  whole: Table,
  primaryKey: PrimaryKeyColumns,
  policies: readonly PolicyObject[] = [],
): string {
  const table = declaredPart(whole)
  const placement = placeMembers(table)
  const head = [
    table.partitionOf === undefined ? 'table' : 'partition',
    nameText(table.name),
    ...(table.partitionOf === undefined ? [] : [writePartitionOf(table.partitionOf)]),
    ...writeHead({
      ...table,
      partitionOf: undefined,
      rowSecurity: undefined,
      forceRowSecurity: undefined,
    } as TableHead),
  ].join(' ')
  const columns = writeColumns(table, placement, primaryKey)
  const members = [...writeMembers(table, placement, primaryKey), ...writeSecurity(table, policies)]
  if (table.partitionOf !== undefined && columns.length + members.length === 0)
    return `${writeDocumentation(table.comment)}${head}`
  const gap = columns.length > 0 && members.length > 0 ? ['\n'] : []
  return `${writeDocumentation(table.comment)}${head} {\n${[...columns, ...gap, ...members].join('')}}`
}

/** The options of a table: `strict`, `unlogged`, `only postgres`. */
export function* writeHead(head: TableHead): Iterable<string> {
  if (head.partitionOf !== undefined) yield `partition ${writePartitionOf(head.partitionOf)}`
  yield* writeParents(head)
  if (head.strict) yield 'strict'
  if (head.withoutRowid) yield 'without rowid'
  if (head.unlogged) yield 'unlogged'
  yield* writeStorage(head)
  if (head.replicaIdentity !== undefined) yield `replica identity ${head.replicaIdentity}`
  if (head.rowSecurity) yield 'row security'
  if (head.forceRowSecurity) yield 'force row security'
  if (head.only !== undefined) yield `only ${head.only}`
}

/** Where and how rows are kept. */
export function* writeStorage(head: Pick<TableHead, 'using' | 'with' | 'tablespace'>): Iterable<string> {
  if (head.using !== undefined) yield `using ${quoteName(head.using)}`
  if (head.with !== undefined) yield writeParameters(head.with)
  if (head.tablespace !== undefined) yield `tablespace ${quoteName(head.tablespace)}`
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
  if (member.kind === 'check') return ['check', writeSql(member.sql, INDENT), ...writeCheckState(member)].join(' ')
  if (member.kind === 'primary' || member.kind === 'unique')
    return member.conflict === undefined ? member.kind : `${member.kind} ${writeConflict(member.conflict)}`
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

function* writeSecurity(table: Table, policies: readonly PolicyObject[]): Iterable<string> {
  const only = table.only === undefined ? ' only postgres' : ''
  if (table.rowSecurity) yield `${INDENT}row security${only}\n`
  if (table.forceRowSecurity) yield `${INDENT}force row security${only}\n`
  for (const policy of policies)
    yield `${writeDocumentation(policy.comment, INDENT)}${INDENT}${writePolicyLine(policy, INDENT)}\n`
}

function isImplicit(key: ForeignKey, primaryKey: PrimaryKeyColumns): boolean {
  const columns = primaryKey(key.target)
  return columns?.length === key.targetColumns.length && columns.every((column, at) => column === key.targetColumns[at])
}
