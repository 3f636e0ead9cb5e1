import type { HazardRule } from '../rule.ts'

/** Hand-written SQL that says that it cannot be undone. */
export const rule: HazardRule = {
  code: 'MIG232',
  name: 'sql-without-down',
  severity: 'warning',
  title: 'Hand-written SQL has no way back',
  explain: [
    "A `sql` step whose `down` is `none 'REASON'` cannot be undone, so `mig downgrade` refuses to go below its revision. `down none ''` means that nothing needs to be undone.",
    'Write a `down` if there is a way back, even one that loses something, or put the step into a revision of its own, so that what comes after it can still be undone.',
  ],
  check(step) {
    if (step.kind !== 'sql' || !('none' in step.down) || step.down.none === '') return []
    return [
      {
        object: `sql '${step.name.replaceAll("'", "''")}'`,
        message: `The step '${step.name}' cannot be undone ("${step.down.none}"), so neither can its revision.`,
        remedy: 'Write a `down` for it, or put it into a revision of its own.',
      },
    ]
  },
}
