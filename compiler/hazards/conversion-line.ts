import type { Column } from '../schema/column.ts'
import type { DialectName, Sql } from '../schema/dialect.ts'
import { nameText } from '../schema/name.ts'
import type { Type } from '../schema/type.ts'
import { isNumber, isString } from '../schema/type-family.ts'
import { typeText } from '../schema/type-text.ts'
import { sqlName } from '../sql/name-text.ts'
import type { AlterColumn } from '../steps/step.ts'
import { columnLine } from './column-line.ts'
import type { Conversion } from './hazard-fix.ts'
import { sqlTable } from './sql-table.ts'
import type { ColumnTypeChange } from './type-changes.ts'

/** `age smallint convert SQL [revert SQL]`, with an expression to begin with for each target that needs one. */
export function conversionLine(
  from: Column,
  to: Column,
  changes: readonly ColumnTypeChange[],
  withRevert = false,
): string {
  const { convert, revert } = conversionOf(from, to, changes)
  return columnLine(to, `convert ${written(convert)}`, ...(withRevert ? [`revert ${written(revert)}`] : []))
}

/** What `conversionLine` says, in parts. */
export function conversionFix({ table, from, to }: AlterColumn, changes: readonly ColumnTypeChange[]): Conversion {
  return { fix: 'convert', in: nameText(table), name: to.name, ...conversionOf(from, to, changes) }
}

function conversionOf(
  from: Column,
  to: Column,
  changes: readonly ColumnTypeChange[],
): { readonly convert: Sql; readonly revert: Sql } {
  const forth = changes.map(one => [one.target, expression(one.target, sqlName(from.name), one.from, one.to)] as const)
  const back = changes.map(one => [one.target, expression(one.target, sqlName(to.name), one.to, one.from)] as const)
  return { convert: perTarget(forth), revert: perTarget(back) }
}

function perTarget(texts: readonly (readonly [DialectName, string])[]): Sql {
  const [first] = texts
  if (first !== undefined && texts.every(([, sql]) => sql === first[1])) return { all: first[1] }
  return Object.fromEntries(texts)
}

function written({ all, ...own }: Sql): string {
  if (all !== undefined) return code(all)
  return Object.entries(own)
    .map(([target, sql]) => `${target} ${code(sql)}`)
    .join(' ')
}

function code(sql: string): string {
  return `\`${sql.replaceAll('`', '``')}\``
}

function expression(target: DialectName, column: string, from: Type, to: Type): string {
  if (isNamed(to, 'bool')) return isNumber(from) ? `${column} <> 0` : `${column} in ('true', 't', '1')`
  if (isNamed(from, 'bool') && isNumber(to)) return `case when ${column} then 1 else 0 end`
  if (isString(to)) return `cast(${column} as text)`
  if (target === 'sqlite' && !isNumber(to)) return column
  if (to.kind === 'enum') return `cast(${column} as ${sqlTable(to.name)})`
  return to.kind === 'builtin' ? `cast(${column} as ${sqlType(to)})` : column
}

function isNamed(type: Type, name: string): boolean {
  return type.kind === 'builtin' && type.name === name
}

const SQL_NAMES: Readonly<Record<string, string>> = { int: 'integer', double: 'double precision', bytes: 'bytea' }

/** A builtin type as SQL of any database writes it. */
export function sqlType(type: Type): string {
  const [name, ...rest] = typeText(type).split('(')
  return [SQL_NAMES[name!] ?? name!, ...rest].join('(')
}
