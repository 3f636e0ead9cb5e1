import { nameText } from '../../schema/name.ts'
import { typeText } from '../../schema/type-text.ts'
import { concern } from '../concern.ts'
import { memberKey } from '../member-key.ts'
import type { HazardRule } from '../rule.ts'
import { postgresTypeChange } from '../type-changes.ts'

/** A change of type makes Postgres write the whole table anew, or its indexes, while nobody can read it. */
export const rule: HazardRule = {
  code: 'MIG214',
  name: 'type-rewrite',
  severity: 'warning',
  title: 'A change of type rewrites the table while everybody waits',
  explain: [
    'For most changes of type Postgres writes every row anew and builds every index of the table again, under an ACCESS EXCLUSIVE lock: neither reads nor writes get through until it is done, and it needs room for a second copy. Only widening a `varchar`, a `decimal` of the same scale or the precision of a time, and a few changes between types that are stored alike, cost nothing.',
    'On a small table, do it in quiet hours. On a large one, add a new column, fill it in batches while programs write both, and drop the old one in a later revision. Functions in PL/pgSQL that read the column fail in sessions that are open, until they reconnect.',
  ],
  check(step, plan) {
    if (step.kind !== 'alter column') return []
    const found = postgresTypeChange(step, plan)
    if (found === undefined) return []
    const work = found.converted || found.change.zoned ? 'rewrite' : found.change.work
    if (work === 'free') return []
    const key = memberKey(step.table, step.to.name)
    const table = nameText(step.table)
    const what =
      work === 'rewrite'
        ? `Postgres writes all rows of ${table} anew and builds its indexes again`
        : `Postgres builds the indexes on ${key} again`
    const sure = found.change.known ? '' : ' unless it knows the two types to be stored alike'
    return [
      {
        object: key,
        message: `${key} changes from ${typeText(found.from)} to ${typeText(found.to)}: ${what}${sure}, and nobody can read or write ${table} meanwhile.`,
        remedy: `Do it in quiet hours if ${table} is large, or add a new column, fill it in batches and drop the old one later.`,
        ...concern(plan, ['postgres']),
      },
    ]
  },
}
