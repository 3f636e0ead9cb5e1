import type { DialectName } from '../schema/dialect.ts'
import { forDialect, isFor } from '../schema/dialect.ts'
import { nameText } from '../schema/name.ts'
import { baseType, typeObject } from '../schema/objects/type-object.ts'
import type { Type } from '../schema/type.ts'
import { typeChange } from '../schema/type-change.ts'
import { isNumber, isString } from '../schema/type-family.ts'
import { applyEdits } from '../sql/edits.ts'
import { columnUses } from '../sql/expression-names.ts'
import { sqlName } from '../sql/name-text.ts'
import { sameType } from '../steps/same.ts'
import type { AlterColumn } from '../steps/step.ts'
import { accessOf } from './access.ts'
import { sqlType } from './conversion-line.ts'
import type { PlanContext } from './plan-context.ts'
import { sqlTable } from './sql-table.ts'

/**
 * A query in which a column stands as `name`, with what the column becomes by a change of its type in that place, as far as it can be said of
 * the values before; undefined where it cannot.
 */
export function ifConverted(
  query: string,
  name: string,
  step: AlterColumn,
  plan: PlanContext,
  target: DialectName,
): string | undefined {
  const column = sqlName(step.to.name)
  const written = step.convert && forDialect(step.convert, target)
  const value = written === undefined ? cast(column, step, plan, target) : `(${written})`
  if (value === undefined) return undefined
  const isNull = new RegExp(`\\b${name}(?= is (?:not )?null\\b)`, 'gi')
  const plain = written === undefined ? query.replace(isNull, column) : query
  const place = new RegExp(`((?:[\\w$]+|"(?:[^"]|"")*")\\.)?\\b${name}\\b`, 'g')
  return plain.replace(place, (_, qualifier: string = '') => qualifiedBy(qualifier, value))
}

function qualifiedBy(qualifier: string, value: string): string {
  if (qualifier === '') return value
  const edits = columnUses(value).flatMap(({ start, qualifier: own }) =>
    own === undefined ? [{ start, end: start, text: qualifier }] : [],
  )
  return applyEdits(value, edits)
}

/** The value as the databases turn it by themselves. */
function cast(column: string, { from, to }: AlterColumn, plan: PlanContext, target: DialectName): string | undefined {
  const [old, next] = [forDialect(from.type, target), forDialect(to.type, target)]
  if (old === undefined || next === undefined || !isFor(from, target)) return undefined
  const [one, two] = [baseType(plan.before, old, target), baseType(plan.after, next, target)]
  if (sameType(one, two) || readsAlike(one, two)) return column
  if (target === 'sqlite') return isNumber(two) && !isNumber(one) ? `cast(${column} as numeric)` : column
  if (two.kind === 'builtin') return `cast(${column} as ${sqlType(two)})`
  if (two.kind === 'raw')
    return typeObject(plan.after, { name: two.sql }) === undefined ? `cast(${column} as ${two.sql})` : undefined
  if (two.kind !== 'enum' || accessOf(plan).created.has(`on type ${nameText(two.name)}`))
    return isString(one) ? column : undefined
  return `cast(cast(${column} as text) as ${sqlTable(two.name)})`
}

/** Whether a comparison says the same of both: nothing is rounded, cut or sorted in another way. */
function readsAlike(one: Type, two: Type): boolean {
  const { cast, narrowing, lossy } = typeChange(one, two)
  if (cast !== 'implicit' || lossy !== undefined) return false
  if (isNumber(one) && isNumber(two)) return narrowing === undefined
  return isString(one) && isString(two) && !/citext|char/.test(`${sqlType(one)} ${sqlType(two)}`)
}
