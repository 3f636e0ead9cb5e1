import { nameText } from '../../schema/name.ts'
import { sqlName } from '../../sql/name-text.ts'
import { columnLine } from '../column-line.ts'
import { concern, targetsOf } from '../concern.ts'
import { countedBy, type QueryFor, saidCount } from '../counted-by.ts'
import { exampleValue } from '../example-value.ts'
import { memberKey } from '../member-key.ts'
import type { HazardRule } from '../rule.ts'

/** A column becomes NOT NULL and nothing says what becomes of its nulls. */
export const rule: HazardRule = {
  code: 'MIG205',
  name: 'set-not-null',
  severity: 'error',
  title: 'A column becomes NOT NULL without a value for its nulls',
  explain: [
    'Rows that hold null in the column make the migration fail, and a default does not help: it serves new rows alone.',
    'Write `backfill V` on the column: nulls become V before the column becomes NOT NULL. If you know that there are no nulls, own it with `--allow`; the migration still stops when there is one.',
  ],
  check(step, plan) {
    if (step.kind !== 'alter column' || plan.columnIsNew(step.table, step.to.name)) return []
    const { from, to, table, fill } = step
    if (!from.nullable || to.nullable || to.generated !== undefined) return []
    if (fill !== undefined && fill.kind !== 'null') return []
    const targets = targetsOf(plan, to, plan.tableOf(table))
    if (targets.length === 0) return []
    const key = memberKey(table, to.name)
    const query: QueryFor = (_, name) => `select count(*) from ${name(table)} where ${sqlName(to.name)} is null`
    return [
      {
        object: key,
        message: `${key} becomes NOT NULL: a row of ${nameText(table)} that holds null in it makes the migration fail.${saidCount(countedBy(plan, targets, query))}`,
        remedy: `Write \`${columnLine(to, `backfill ${exampleValue(plan, to)}`)}\` with the value that replaces nulls.`,
        fix: { fix: 'backfill', in: nameText(table), name: to.name, value: exampleValue(plan, to) },
        ...concern(plan, targets),
      },
    ]
  },
}
