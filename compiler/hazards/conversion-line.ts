import type { Column } from '../schema/column.ts'
import type { DialectName } from '../schema/dialect.ts'
import type { Type } from '../schema/type.ts'
import { isNumber, isString } from '../schema/type-family.ts'
import { typeText } from '../schema/type-text.ts'
import { sqlName } from '../sql/name-text.ts'
import { columnLine } from './column-line.ts'
import { sqlTable } from './sql-table.ts'
import type { ColumnTypeChange } from './type-changes.ts'

/** `age smallint convert SQL [revert SQL]`, with an expression to begin with for each target that needs one. */
export function conversionLine(
  from: Column,
  to: Column,
  changes: readonly ColumnTypeChange[],
  withRevert = false,
): string {
  const forth = changes.map(one => [one.target, expression(one.target, sqlName(from.name), one.from, one.to)] as const)
  const back = changes.map(one => [one.target, expression(one.target, sqlName(to.name), one.to, one.from)] as const)
  return columnLine(to, `convert ${perTarget(forth)}`, ...(withRevert ? [`revert ${perTarget(back)}`] : []))
}

function perTarget(texts: readonly (readonly [DialectName, string])[]): string {
  const [first] = texts
  if (first !== undefined && texts.every(([, sql]) => sql === first[1])) return code(first[1])
  return texts.map(([target, sql]) => `${target} ${code(sql)}`).join(' ')
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

function sqlType(type: Type): string {
  const [name, ...rest] = typeText(type).split('(')
  return [SQL_NAMES[name!] ?? name!, ...rest].join('(')
}
