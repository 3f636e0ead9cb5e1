import type { Column } from '../../schema/column.ts'
import { forDialect } from '../../schema/dialect.ts'
import { nameText } from '../../schema/name.ts'
import type { Value } from '../../schema/value.ts'
import { objectDefinition } from '../../steps/objects/definitions.ts'
import { canMean } from '../../steps/objects/names.ts'
import { usesOfSql } from '../../steps/objects/uses-of-sql.ts'
import { concern, targetsOf } from '../concern.ts'
import { memberKey } from '../member-key.ts'
import type { PlanContext } from '../plan-context.ts'
import type { HazardRule } from '../rule.ts'

const VOLATILE =
  /\b(random|random_normal|gen_random_uuid|uuid_generate_v\w+|uuidv[47]|clock_timestamp|timeofday|nextval|setseed)\s*\(/i

/** A new column whose value differs from row to row makes Postgres write every row anew. */
export const rule: HazardRule = {
  code: 'MIG225',
  name: 'volatile-default',
  severity: 'warning',
  title: 'A new column gets a value of its own in every row, so the table is rewritten',
  explain: [
    'A constant default, and `now()`, are kept beside the table and cost nothing. A value that differs from row to row (`uuid()`, a random number, a sequence, an identity, a stored expression) is written into every row at once, with all indexes built again, while nobody can read or write the table.',
    'On a large table, add the column without the default, fill it in batches, then set the default in a later revision.',
  ],
  check(step, plan) {
    if (step.kind !== 'add column' || plan.tableIsNew(step.table)) return []
    const { column, table, fill } = step
    const why = reason(column, fill, plan)
    if (why === undefined || !targetsOf(plan, column, plan.tableOf(table)).includes('postgres')) return []
    const key = memberKey(table, column.name)
    return [
      {
        object: key,
        message: `The new column ${key} gets ${why}: Postgres writes all rows of ${nameText(table)} anew, and nobody can read or write it meanwhile.`,
        remedy: `Run it in quiet hours if ${nameText(table)} is large, or add the column empty, fill it in batches, and set the default later.`,
        ...concern(plan, ['postgres']),
      },
    ]
  },
}

function reason(column: Column, fill: Value | undefined, plan: PlanContext): string | undefined {
  if (column.identity !== undefined) return 'a number of its own in every row'
  if (column.generated !== undefined)
    return column.generated.stored ? 'a stored value computed for every row' : undefined
  const value = fill ?? column.default
  return value !== undefined && isVolatile(value, plan) ? 'a value of its own in every row' : undefined
}

function isVolatile(value: Value, plan: PlanContext): boolean {
  if (value.kind === 'call') return value.name === 'uuid'
  const sql = value.kind === 'sql' ? forDialect(value.sql, 'postgres') : undefined
  return sql !== undefined && (VOLATILE.test(sql) || callsVolatile(sql, plan))
}

/** A function is volatile unless it says otherwise (the manual, CREATE FUNCTION). */
function callsVolatile(sql: string, { after }: PlanContext): boolean {
  const uses = after.objects.size === 0 ? [] : usesOfSql(sql).filter(({ space }) => space === 'routine')
  if (uses.length === 0) return false
  return [...after.objects.values()].some(
    object =>
      object.kind === 'function' &&
      object.volatility === undefined &&
      objectDefinition(object)
        .provides(object as never)
        .some(name => uses.some(use => canMean(use, name))),
  )
}
