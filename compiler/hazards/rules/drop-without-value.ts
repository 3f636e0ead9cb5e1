import { nameText, quoteName } from '../../schema/name.ts'
import { exampleValue } from '../example-value.ts'
import { memberKey } from '../member-key.ts'
import type { HazardRule } from '../rule.ts'

/** A NOT NULL column is dropped, and rows would have no value for it when it comes back. */
export const rule: HazardRule = {
  code: 'MIG230',
  name: 'drop-without-value',
  severity: 'warning',
  title: 'A NOT NULL column is dropped whose way back has no value for its rows',
  explain: [
    'The way back adds the column again, and since it may not be null and has no default, the rows that are there then have no value for it: `mig downgrade` stops at the first row.',
    'Write `dropped OLD backfill V` in the table: rows get V when the column comes back.',
  ],
  check(step, plan) {
    if (step.kind !== 'drop column' || step.fill !== undefined) return []
    const { column, table } = step
    const filled = [column.default, column.identity, column.generated].some(one => one !== undefined)
    if (column.nullable || filled) return []
    return [
      {
        object: memberKey(table, column.name),
        message: `${memberKey(table, column.name)} is dropped and may not be null: the way back stops when ${nameText(table)} has rows, since they have no value for it.`,
        remedy: `Write \`dropped ${quoteName(column.name)} backfill V\` in ${nameText(table)} with the value that rows get when it comes back.`,
        fix: {
          fix: 'backfill',
          in: nameText(table),
          name: column.name,
          value: exampleValue(plan, column),
          down: true,
        },
      },
    ]
  },
}
