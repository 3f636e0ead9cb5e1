import type { Column } from '../../../schema/column.ts'
import { nameText, type QName } from '../../../schema/name.ts'
import { movesOf } from '../../../steps/enum-moves.ts'
import { lossOf } from '../../../steps/loss.ts'
import type { AlterEnum } from '../../../steps/step.ts'
import { quoteIdentifier, quoteQName, quoteString } from '../quote.ts'
import { asideName } from './aside-name.ts'
import { columnKey } from './column.ts'
import { columnType, defaultSql } from './column-text.ts'
import { tableKey } from './create-table.ts'
import { enumDefinition } from './enum.ts'
import { type EnumColumns, enumColumns, isArray } from './enum-columns.ts'
import { percentDoubled, refuseRows } from './guard.ts'
import { liftForType, liftUsersOfType } from './lift-column.ts'
import { putLive } from './live.ts'
import { mentionsValue } from './mentions.ts'
import { emit, noteReason, type Rendering } from './rendering.ts'
import { takeOverType } from './take-over-type.ts'
import { type ColumnAround, columnsAround, countsAside, turnAside } from './values-aside.ts'

/**
 * Puts a new type in the place of an enum that loses or reorders values, which `alter type` cannot do. `values` are those
 * that it has now. Whatever reads the columns is out of the way until the end of the segment.
 */
export function swapEnum(work: Rendering, step: AlterEnum, values: readonly string[]): void {
  const name = step.to.name
  const gone = values.filter(value => !step.to.values.includes(value))
  const around = columnsAround(work, name)
  if (around.length === 0) refuseHeldValues(work, step, gone, around)
  liftUsersOfType(work, name)
  if (around.length > 0) refuseHeldValues(work, step, gone, around)
  for (const { table, columns } of enumColumns(work, name)) {
    for (const column of columns) liftForType(work, table, column.name)
  }
  const aside = asideName(name)
  emit(work, `alter type ${quoteQName(name)} rename to ${quoteIdentifier(aside.name)}`)
  emit(work, enumDefinition(step.to))
  for (const holders of enumColumns(work, name)) retype(work, holders, step)
  const lossy = lossOf(step)
  for (const sql of turnAside(work, around, name, movesOf(step))) emit(work, sql, lossy === undefined ? {} : { lossy })
  const withComment = step.from.comment === undefined && step.to.comment === undefined
  const about = `give ${nameText(name)} the owner and the privileges of the type that it replaces`
  emit(work, takeOverType(name, aside, withComment), { about })
  emit(work, `drop type ${quoteQName(aside)}`)
}

/** All columns of a table in one statement: one pass over its rows. */
function retype(work: Rendering, { table, columns }: EnumColumns, step: AlterEnum): void {
  const moves = movesOf(step)
  const lost = step.from.values.filter(value => !step.to.values.includes(value))
  const parts = columns.flatMap(column => columnParts(work, table, column, moves, lost))
  const lossy = moves.length === 0 ? undefined : lossOf(step)
  emit(work, `alter table ${quoteQName(table)}\n  ${parts.join(',\n  ')}`, lossy === undefined ? {} : { lossy })
}

function columnParts(
  work: Rendering,
  table: QName,
  column: Column,
  moves: AlterEnum['moves'],
  lost: readonly string[],
): readonly string[] {
  const name = `alter column ${quoteIdentifier(column.name)}`
  const value = defaultSql(column)
  if (leaves(work, table, column)) {
    const text = isArray(column) ? 'text[]' : 'text'
    const using = moves.length === 0 ? '' : ` using ${valuesUsing(column, moves, text)}`
    const { default: _default, ...bare } = column
    putLive(work, table, 'columns', { ...bare, type: { all: { kind: 'raw', sql: text } } })
    return [...(value === undefined ? [] : [`${name} drop default`]), `${name} type ${text}${using}`]
  }
  const spelled = columnType(column)
  const type = `${name} type ${spelled} using ${valuesUsing(column, moves, spelled)}`
  if (value === undefined) return [type]
  if (!lost.some(one => mentionsValue(value, one)))
    return [`${name} drop default`, type, `${name} set default ${value}`]
  noteReason(work, columnKey(table, column.name))
  const { default: _default, ...bare } = column
  putLive(work, table, 'columns', bare)
  return [`${name} drop default`, type]
}

/** A column that soon goes, or takes another type, may hold until then what is no value any more: as text. */
function leaves(work: Rendering, table: QName, column: Column): boolean {
  return work.leavingAhead.has(tableKey(table)) || work.leavingAhead.has(columnKey(table, column.name))
}

/** Each value through text, with others in the place of those that go away. */
function valuesUsing(column: Column, moves: AlterEnum['moves'], type: string): string {
  return isArray(column) ? arrayUsing(column, moves, type) : scalarUsing(column, moves, type)
}

function scalarUsing(column: Column, moves: AlterEnum['moves'], type: string): string {
  const name = quoteIdentifier(column.name)
  if (moves.length === 0) return `${name}::text::${type}`
  const cases = moves.map(({ value, to }) => `when ${quoteString(value)} then ${quoteString(to)}`)
  return `(case ${name}::text ${cases.join(' ')} else ${name}::text end)::${type}`
}

function arrayUsing(column: Column, moves: AlterEnum['moves'], type: string): string {
  const items = moves.reduce(
    (sql, { value, to }) => `array_replace(${sql}, ${quoteString(value)}, ${quoteString(to)})`,
    `${quoteIdentifier(column.name)}::text[]`,
  )
  return `${items}::${type}`
}

/** Stops with MIG502 when rows hold a value that goes away and nothing says what becomes of them. */
function refuseHeldValues(
  work: Rendering,
  step: AlterEnum,
  gone: readonly string[],
  around: readonly ColumnAround[],
): void {
  const moved = new Set(movesOf(step).map(move => move.value))
  const left = gone.filter(value => !moved.has(value))
  const holders = enumColumns(work, step.to.name)
  if (left.length === 0 || holders.length + around.length === 0) return
  const values = left.map(quoteString).join(', ')
  const counts = holders.map(({ table, columns }) => {
    const tests = columns
      .filter(column => column.generated === undefined && !leaves(work, table, column))
      .map(column => {
        const name = quoteIdentifier(column.name)
        return isArray(column) ? `${name}::text[] && array[${values}]` : `${name}::text in (${values})`
      })
    return `(select count(*) from ${quoteQName(table)} where ${tests.length === 0 ? 'false' : tests.join(' or ')})`
  })
  const names = percentDoubled(left.join(', '))
  refuseRows(
    work,
    [...counts, ...countsAside(work, around, step.to.name, left)].join('\n    + '),
    `MIG502: % rows hold a value that ${percentDoubled(nameText(step.to.name))} will not have: ${names}. ` +
      'Say in the schema what they become (removed VALUE -> OTHER), or change the rows, then run this again.',
  )
}
