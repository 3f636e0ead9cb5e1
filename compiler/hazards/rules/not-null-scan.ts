import { nameText } from '../../schema/name.ts'
import { concern, targetsOf } from '../concern.ts'
import { memberKey } from '../member-key.ts'
import type { HazardRule } from '../rule.ts'

/** Postgres reads the whole table to make sure that a column holds no null. */
export const rule: HazardRule = {
  code: 'MIG224',
  name: 'not-null-scan',
  severity: 'warning',
  title: 'The whole table is read to make sure that a column holds no null',
  explain: [
    'Postgres reads every row under an ACCESS EXCLUSIVE lock: neither reads nor writes get through until it is done. It takes about a second for some million rows. A backfill before it writes every row that held null, in the same transaction.',
    'On a large table, fill the nulls in batches before. A `check (c is not null) not valid` that is added by hand and validated, each in a transaction of its own, lets Postgres skip the reading; drop it afterwards.',
  ],
  check(step, plan) {
    if (step.kind !== 'alter column' || plan.columnIsNew(step.table, step.to.name)) return []
    const { from, to, table } = step
    if (!from.nullable || to.nullable || !targetsOf(plan, to, plan.tableOf(table)).includes('postgres')) return []
    const key = memberKey(table, to.name)
    return [
      {
        object: key,
        message: `${key} becomes NOT NULL: Postgres reads all rows of ${nameText(table)} to make sure, and nobody can read or write it meanwhile.`,
        remedy: `Run it in quiet hours if ${nameText(table)} is large.`,
        ...concern(plan, ['postgres']),
      },
    ]
  },
}
