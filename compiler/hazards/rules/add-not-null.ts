import type { Column } from '../../schema/column.ts'
import { nameText } from '../../schema/name.ts'
import { columnLine } from '../column-line.ts'
import { concern, targetsOf } from '../concern.ts'
import { exampleValue } from '../example-value.ts'
import { memberKey } from '../member-key.ts'
import type { HazardRule } from '../rule.ts'

/** A new column that may not be null has no value for the rows that are there. */
export const rule: HazardRule = {
  code: 'MIG204',
  name: 'add-not-null',
  severity: 'error',
  title: 'A NOT NULL column without a value for the rows that are there',
  explain: [
    'The column may not be null and has neither a default nor a backfill, identity or expression, so a row that is there already has nothing to put into it. On a table with rows the migration stops before it changes anything; on an empty one, as in a test, it goes through, which is why it is found out so late.',
    'Write `backfill V` on the column: each row that is there gets V, and V never becomes the default. A `default V` does the same and also serves rows to come. A `?` lets the column be null.',
  ],
  check(step, plan) {
    if (step.kind !== 'add column' || plan.tableIsNew(step.table)) return []
    const { column, table, fill } = step
    if (column.nullable || (fill !== undefined && fill.kind !== 'null') || givesItself(column)) return []
    const targets = targetsOf(plan, column, plan.tableOf(table))
    if (targets.length === 0) return []
    return [
      {
        object: memberKey(table, column.name),
        message: `The rows of ${nameText(table)} have no value for the new column ${memberKey(table, column.name)}, which may not be null: the migration stops at the first row.`,
        remedy: `Write \`${columnLine(column, `backfill ${exampleValue(plan, column)}`)}\` with the value for those rows, or let the column be null: \`${columnLine({ ...column, nullable: true })}\`.`,
        ...concern(plan, targets),
      },
    ]
  },
}

function givesItself(column: Column): boolean {
  const byDefault = column.default !== undefined && column.default.kind !== 'null'
  return byDefault || column.identity !== undefined || column.generated !== undefined
}
