import { nameText } from '../../schema/name.ts'
import { invertStep } from '../../steps/invert.ts'
import { lossOf } from '../../steps/loss.ts'
import { memberKey } from '../member-key.ts'
import type { HazardRule } from '../rule.ts'

/** A change loses nothing going up, but undoing it would. */
export const rule: HazardRule = {
  code: 'MIG233',
  name: 'lossy-down',
  severity: 'warning',
  title: 'Undoing a change would lose data',
  explain: [
    'Going up keeps every value, but the way back cannot: values that were written or turned since do not fit the old type or the old enum. `mig downgrade` refuses such a step unless `--allow-loss` is given.',
    '`convert SQL revert SQL` says how each value goes back. A column or table that is new is not meant here: undoing it drops what it holds, as everybody expects.',
  ],
  check(step, plan) {
    if (step.kind !== 'alter column' && step.kind !== 'alter enum') return []
    const isNew = step.kind === 'alter column' && plan.columnIsNew(step.table, step.to.name)
    const loss = isNew ? undefined : lossOf(invertStep(step))
    if (loss === undefined) return []
    const object = step.kind === 'alter column' ? memberKey(step.table, step.to.name) : nameText(step.to.name)
    return [
      {
        object,
        message: `Undoing the change of ${object} would lose ${loss}.`,
        remedy:
          step.kind === 'alter column'
            ? 'Write `revert SQL` beside `convert SQL` if values can go back.'
            : 'Plan to go forward instead of back once the new values are in use.',
      },
    ]
  },
}
