import type { DialectName } from '../../schema/dialect.ts'
import { nameText, quoteName } from '../../schema/name.ts'
import { fateOfValues, valuesLoss } from '../../steps/column-loss.ts'
import { invertStep } from '../../steps/invert.ts'
import { lossOf } from '../../steps/loss.ts'
import type { AlterColumn, AlterEnum, StepOf } from '../../steps/step.ts'
import { withBaseTypes } from '../../steps/with-base-types.ts'
import { concern, targetsNew, targetsOf } from '../concern.ts'
import { memberKey } from '../member-key.ts'
import type { PlanContext } from '../plan-context.ts'
import type { Finding, HazardRule } from '../rule.ts'

/** A change loses nothing going up, but undoing it would. */
export const rule: HazardRule = {
  code: 'MIG233',
  name: 'lossy-down',
  severity: 'warning',
  title: 'Undoing a change would lose data',
  explain: [
    'Going up keeps every value, but the way back cannot: values that were written or turned since do not fit the old type or the old enum. `mig downgrade` refuses such a step unless `--allow-loss` is given.',
    '`convert SQL revert SQL` says how each value goes back. A column or table that is new is not meant here: undoing it drops what it holds, as everybody expects.',
    'An extension is meant: `create extension if not exists` passes over one that was there already, as on many managed servers, and nobody can tell afterwards, so undoing it would drop what others put there. Postgres refuses that while anything uses it.',
  ],
  check(step, plan) {
    switch (step.kind) {
      case 'alter column':
        return columnFinding(step, plan)
      case 'alter enum':
        return enumFinding(step, plan)
      case 'create extension':
        return extensionFinding(step, plan)
      default:
        return []
    }
  },
}

function columnFinding(step: AlterColumn, plan: PlanContext): readonly Finding[] {
  if (plan.columnIsNew(step.table, step.to.name)) return []
  const inverse = invertStep(step) as AlterColumn
  const fresh = targetsNew(plan, step)
  const held = targetsOf(plan, step.to, plan.tableOf(step.table)).filter(target => !fresh.includes(target))
  const lossIn = (target: DialectName) => valuesLoss(withBaseTypes(inverse, target, plan.after, plan.before), target)
  const losing = held.filter(target => lossIn(target) !== undefined)
  const object = memberKey(step.table, step.to.name)
  const losses = new Set(losing.map(lossIn))
  return told(
    plan,
    object,
    [...losses].join('; '),
    losing.every(target => isComputedAgain(inverse, target))
      ? COMPUTED
      : 'Write `revert SQL` beside `convert SQL` if values can go back.',
    losing,
  )
}

const COMPUTED = 'The column is computed again then: keep the values elsewhere before going back if they are needed.'

function isComputedAgain(inverse: AlterColumn, target: DialectName): boolean {
  const fate = fateOfValues(inverse, target)
  return fate !== undefined && 'gone' in fate && fate.gone === 'computed'
}

function enumFinding(step: AlterEnum, plan: PlanContext): readonly Finding[] {
  const remedy = 'Plan to go forward instead of back once the new values are in use.'
  return told(plan, nameText(step.to.name), lossOf(invertStep(step)), remedy, targetsOf(plan, step.from, step.to))
}

function told(
  plan: PlanContext,
  object: string,
  loss: string | undefined,
  remedy: string,
  targets: readonly DialectName[],
): readonly Finding[] {
  if (loss === undefined || targets.length === 0) return []
  return [{ object, message: `Undoing the change of ${object} would lose ${loss}.`, remedy, ...concern(plan, targets) }]
}

function extensionFinding({ extension }: StepOf<'create extension'>, plan: PlanContext): readonly Finding[] {
  const targets = targetsOf(plan, extension).filter(target => target === 'postgres')
  if (targets.length === 0) return []
  const name = quoteName(extension.name)
  return [
    {
      object: name,
      message: `Undoing this drops extension ${name} and what it keeps, even if it was there before: \`create extension if not exists\` passes over one that is.`,
      remedy: 'Where others use it or put it there, downgrade only to revisions that have it.',
      ...concern(plan, targets),
    },
  ]
}
