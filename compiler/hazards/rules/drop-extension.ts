import { quoteName } from '../../schema/name.ts'
import { lossOf } from '../../steps/loss.ts'
import type { Step } from '../../steps/step.ts'
import { concern } from '../concern.ts'
import type { HazardRule } from '../rule.ts'

/** An extension is dropped with what it keeps. */
export const rule: HazardRule = {
  code: 'MIG215',
  name: 'drop-extension',
  severity: 'warning',
  title: 'An extension is dropped with what it keeps',
  explain: [
    'An extension takes along what it made: its functions and types, and its own tables with their rows (the jobs of `pg_cron`, the reference systems of `postgis`). Nobody can tell afterwards whether it was there before Mig: `create extension if not exists` passes over one that is. Postgres refuses the drop while a column, an index or a function of yours uses it.',
    'Where others use it or put it there, leave its line in the schema. Undoing `create extension` drops it as well, and says so as MIG233.',
  ],
  check(step, plan) {
    if (!plan.targets.includes('postgres') || lossOf(step, 'postgres') === undefined) return []
    const name = extensionOf(step)
    if (name === undefined) return []
    return [
      {
        object: quoteName(name),
        message: `Extension ${quoteName(name)} is dropped with what it keeps in tables of its own, whoever created it.`,
        remedy: 'Leave its line in the schema if others use it or put it there.',
        ...concern(plan, ['postgres']),
      },
    ]
  },
}

function extensionOf(step: Step): string | undefined {
  if (step.kind === 'drop extension') return step.extension.name
  return step.kind === 'alter extension' ? step.from.name : undefined
}
