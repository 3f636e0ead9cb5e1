import { forDialect } from '../../../schema/dialect.ts'
import { nameText, type QName } from '../../../schema/name.ts'
import type { Type } from '../../../schema/type.ts'
import { movesOf } from '../../../steps/enum-moves.ts'
import type { AlterColumn, AlterEnum } from '../../../steps/step.ts'
import { inParentheses, quoteIdentifier, quoteString } from '../quote.ts'
import type { Rendering } from './rendering.ts'

/**
 * The expression for a column that takes the type of an enum only after the enum has changed: what its values become
 * is what the rows of other columns get, renamed values and moved ones. Undefined where the enum changes no value.
 */
export function usingAfterEnum(work: Rendering, step: AlterColumn): string | undefined {
  const name = enumOf(step.to.type.all!)
  const ahead = name && work.enumsAhead.get(nameText(name))
  const old = enumOf(step.from.type.all!)
  if (ahead === undefined || (old && nameText(old) === nameText(name!))) return undefined
  const pairs = [...ahead.renames, ...movesOf(ahead).map(({ value, to }) => ({ from: value, to }))]
  if (pairs.length === 0) return undefined
  const written = step.convert && forDialect(step.convert, 'postgres')
  const sql = written === undefined ? quoteIdentifier(step.from.name) : inParentheses(written)
  return step.to.type.all!.kind === 'array' ? itemsBecome(`${sql}::text[]`, pairs) : becomes(`${sql}::text`, pairs)
}

type Pairs = AlterEnum['renames']

function enumOf(type: Type): QName | undefined {
  if (type.kind === 'array') return enumOf(type.of)
  return type.kind === 'enum' ? type.name : undefined
}

function becomes(sql: string, pairs: Pairs): string {
  const cases = pairs.map(({ from, to }) => `when ${quoteString(from)} then ${quoteString(to)}`)
  return `case ${sql} ${cases.join(' ')} else ${sql} end`
}

/** One value after the other; where one becomes what another was, all first become what no value is. */
function itemsBecome(sql: string, pairs: Pairs): string {
  const sources = new Set(pairs.map(pair => pair.from))
  const aside = (value: string) => `__mig_${value}`
  const rounds = pairs.some(pair => sources.has(pair.to))
    ? [...pairs.map(({ from }) => [from, aside(from)]), ...pairs.map(({ from, to }) => [aside(from), to])]
    : pairs.map(({ from, to }) => [from, to])
  return rounds.reduce(
    (items, [from, to]) => `array_replace(${items}, ${quoteString(from!)}, ${quoteString(to!)})`,
    sql,
  )
}
