import { nameText } from '../../schema/name.ts'
import { isIndexChangedInPlace } from '../../steps/changed-in-place.ts'
import { concern, targetsOf } from '../concern.ts'
import { memberKey } from '../member-key.ts'
import type { HazardRule } from '../rule.ts'

/** An index is built while writes wait. */
export const rule: HazardRule = {
  code: 'MIG223',
  name: 'index-blocks-writes',
  severity: 'warning',
  title: 'An index is built while writes wait',
  explain: [
    'Postgres reads the whole table to build an index, and writes to the table wait until it is done; reads go on. It takes seconds for a million rows.',
    'On a large table run it in quiet hours, or give the index a revision of its own, build it by hand before with `create index concurrently`, which lets writes through, and record that revision with `mig stamp`.',
  ],
  check(step, plan) {
    if (step.kind !== 'add index' && step.kind !== 'alter index') return []
    const index = step.kind === 'add index' ? step.index : step.to
    if (step.kind === 'alter index' && isIndexChangedInPlace(step.from, index)) return []
    if (plan.tableIsNew(step.table) || !targetsOf(plan, index, plan.tableOf(step.table)).includes('postgres')) return []
    return [
      {
        object: memberKey(step.table, index.name),
        message: `The index ${index.name} is built while writes to ${nameText(step.table)} wait; reads go on.`,
        remedy: `Run it in quiet hours if ${nameText(step.table)} is large, or give it a revision of its own, build it before with \`create index concurrently\`, and record that revision with \`mig stamp\`.`,
        ...concern(plan, ['postgres']),
      },
    ]
  },
}
