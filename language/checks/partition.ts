import { descendantsOf, parentsOf } from '../../compiler/schema/inheritance.ts'
import { nameText } from '../../compiler/schema/name.ts'
import type { PartitionBy } from '../../compiler/schema/partition.ts'
import { sameTypes } from '../../compiler/steps/same.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'
import { didYouMean, meantBy } from './did-you-mean.ts'
import type { KeyLine, Subject, TableSubject } from './subject.ts'
import { targetsOf } from './targets.ts'

/** Tables that are divided, their partitions, and tables that inherit from others. */
export const checkPartitions: Check = (subject, report) => {
  for (const table of subject.scope.tables) {
    if (parentsOf(table.table).length > 0) {
      checkTarget(table, subject, report)
      checkColumns(table, subject, report)
      checkBound(table, subject, report)
    }
    if (table.table.partitionBy !== undefined) {
      checkKeyNames(table, report)
      checkKeys(table, subject, report)
    }
  }
}

function checkTarget({ node, key, table }: TableSubject, subject: Subject, report: CheckReport): void {
  if (!targetsOf(subject, table.only).includes('sqlite')) return
  const message =
    table.partitionOf === undefined
      ? `SQLite has no inheritance, and \`${key}\` has columns of another table.`
      : 'SQLite has no partitions: there the table holds all rows itself.'
  const place = { node, property: 'name' }
  report.error({ code: 'MIG188', message, remedy: 'Limit it: `only postgres`.', place, data: { only: 'postgres' } })
}

/** The columns of a partition are its parent's; only their default and NOT NULL can differ (CREATE TABLE, PARTITION OF). */
function checkColumns({ node, key, table }: TableSubject, { schema }: Subject, report: CheckReport): void {
  const parents = parentsOf(table).flatMap(name => schema.tables.get(nameText(name)) ?? [])
  for (const member of node.members ?? []) {
    if (member.$type !== 'ColumnDeclaration') continue
    const place = { node: member, property: 'name' }
    const column = parents.flatMap(parent => parent.columns).find(one => one.name === member.name)
    if (column === undefined && table.partitionOf !== undefined) {
      const parent = nameText(table.partitionOf.parent)
      const message = `\`${key}\` has the columns of \`${parent}\`, and there is no \`${member.name}\` among them.`
      report.error({ code: 'MIG173', message, remedy: `Add the column to \`${parent}\`.`, place })
    }
  }
  for (const column of table.columns) {
    const other = parents.flatMap(parent => parent.columns.filter(one => one.name === column.name))
    if (other.length < 2 || other.every(one => sameTypes(one.type, other[0]!.type))) continue
    const message = `The tables that \`${key}\` inherits from have different types for \`${column.name}\`.`
    const place = { node, property: 'inherits' }
    report.error({ code: 'MIG173', message, remedy: 'Give the column one type, or another name.', place })
  }
}

const STRATEGY = {
  range: 'values from (…) to (…)',
  list: 'values in (…)',
  hash: 'values with (modulus N, remainder M)',
}

function checkBound({ node, table }: TableSubject, { schema }: Subject, report: CheckReport): void {
  const by = table.partitionOf && schema.tables.get(nameText(table.partitionOf.parent))?.partitionBy
  if (by === undefined) return
  const { bound } = table.partitionOf!
  const place = { node, property: 'bound' }
  const isOther = bound.kind === 'default' ? by.strategy === 'hash' : bound.kind !== by.strategy
  if (isOther) {
    const message = `\`${nameText(table.partitionOf!.parent)}\` is divided by ${by.strategy}, and this is the bound of another kind.`
    report.error({ code: 'MIG175', message, remedy: `Write \`${STRATEGY[by.strategy]}\`.`, place })
  } else if (bound.kind === 'range' && (bound.from.length !== by.keys.length || bound.to.length !== by.keys.length)) {
    const wants = by.keys.length === 1 ? '1 value' : `${by.keys.length} values`
    const message = `Each side of the bound needs ${wants}, one for each key of \`${nameText(table.partitionOf!.parent)}\`.`
    report.error({
      code: 'MIG175',
      message,
      remedy: 'Add what is missing: `minvalue` and `maxvalue` stand for no limit.',
      place,
    })
  }
}

function checkKeyNames({ node, key, table, columns, isWhole }: TableSubject, report: CheckReport): void {
  for (const { column } of table.partitionBy!.keys) {
    if (column === undefined || columns.has(column) || !isWhole) continue
    const meant = meantBy(column, columns.keys())
    const message = `The table \`${key}\` has no column \`${column}\`.`
    const remedy = didYouMean(meant, `Add the column to \`${key}\`, or name another.`)
    const data = { name: column, ...(meant !== undefined && { meant }) }
    report.error({ code: 'MIG165', message, remedy, place: { node, property: 'partitionBy' }, data })
  }
}

/** A key is kept in each partition for itself, so it has to say which one a row is in (CREATE TABLE, PARTITION BY). */
function checkKeys(table: TableSubject, subject: Subject, report: CheckReport): void {
  const { tables } = subject.schema
  const divided = [table.key, ...descendantsOf(tables, table.key)].flatMap(key => {
    const by = tables.get(key)?.partitionBy
    return by === undefined ? [] : [{ key, by }]
  })
  for (const line of table.keys) {
    if (line.kind === 'foreign' || line.only === 'sqlite') continue
    for (const { key, by } of divided) checkKey(line, line.columns, key, by, report)
  }
  for (const line of table.indexes) {
    if (line.member?.unique !== true || line.only === 'sqlite') continue
    const names = line.columns.flatMap(name => name ?? [])
    for (const { key, by } of divided) checkKey(line, names, key, by, report)
  }
}

function checkKey(
  { node }: Pick<KeyLine, 'node'>,
  names: readonly string[],
  key: string,
  { keys }: PartitionBy,
  report: CheckReport,
): void {
  const missing = keys.filter(({ column }) => column !== undefined && !names.includes(column))
  const hasSql = keys.some(({ column }) => column === undefined)
  if (missing.length === 0 && !hasSql) return
  const which = missing.map(({ column }) => `\`${column}\``).join(', ')
  const message = hasSql
    ? `\`${key}\` is divided by an expression, so Postgres can keep nothing unique in the whole of it.`
    : `The key lacks ${which}, by which \`${key}\` is divided: Postgres keeps it in each partition for itself.`
  const remedy = hasSql
    ? 'Put the key into the partitions, or divide the table by columns.'
    : `Add it: \`(${[...names, ...missing.map(({ column }) => column)].join(', ')})\`.`
  report.error({ code: 'MIG176', message, remedy, place: { node } })
}
