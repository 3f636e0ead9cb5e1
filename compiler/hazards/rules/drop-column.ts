import { nameText, quoteName } from '../../schema/name.ts'
import { fateOfValues } from '../../steps/column-loss.ts'
import type { AlterColumn } from '../../steps/step.ts'
import { concern, targetsOf, titles } from '../concern.ts'
import { memberKey } from '../member-key.ts'
import type { PlanContext } from '../plan-context.ts'
import type { Finding, HazardRule } from '../rule.ts'

/** A column is dropped with its values. */
export const rule: HazardRule = {
  code: 'MIG211',
  name: 'drop-column',
  severity: 'warning',
  title: 'A column is dropped with its values',
  explain: [
    'The values are gone when the migration commits. The way back adds the column with its default, its backfill or nulls; a NOT NULL column without either gets the plain empty value of its type, which stands as `backfill` in the revision. Programs that still name the column fail from that moment on, among them those that select every column of a mapped class.',
    'Deploy the programs that no longer use it first. `dropped OLD` in the table says that the drop is meant, and the warning goes away; `dropped OLD backfill V` also says what rows get when the column comes back.',
    'The values of a column go as well, without a drop, when it becomes `only` for other databases or computed from other columns.',
  ],
  check(step, plan) {
    if (step.kind === 'alter column') return valuesGone(step, plan)
    if (step.kind !== 'drop column' || step.column.generated !== undefined) return []
    const { table, column } = step
    const targets = targetsOf(plan, column, plan.tableOf(table))
    if (plan.isSaid('column', column.name, nameText(table)) || targets.length === 0) return []
    const key = memberKey(table, column.name)
    const back =
      step.fill === undefined
        ? 'brings back none of them'
        : 'gives every row the same value instead, the `backfill` that stands in the revision'
    return [
      {
        object: key,
        message: `${key} is dropped with its values, and the way back ${back}.`,
        remedy: `Write \`dropped ${quoteName(column.name)}\` in ${nameText(table)} if that is meant.`,
        fix: { fix: 'say drop', kind: 'column', in: nameText(table), from: column.name },
        ...concern(plan, targets),
      },
    ]
  },
}

/** A column that is limited to other databases, or becomes computed, loses its values though it is not dropped as a whole. */
function valuesGone(step: AlterColumn, plan: PlanContext): readonly Finding[] {
  if (plan.columnIsNew(step.table, step.to.name)) return []
  const fates = targetsOf(plan, plan.tableOf(step.table)).map(target => ({ target, fate: fateOfValues(step, target) }))
  const gone = fates.flatMap(({ target, fate }) => (fate && 'gone' in fate ? [{ target, how: fate.gone }] : []))
  const [first] = gone
  if (first === undefined) return []
  const targets = gone.map(({ target }) => target)
  const key = memberKey(step.table, step.to.name)
  const what =
    first.how === 'computed'
      ? 'is computed from now on, and the values that it holds are dropped'
      : `is \`only ${step.to.only}\` from now on: ${titles(targets)} drops it with its values`
  return [
    {
      object: key,
      message: `${key} ${what}. The way back brings back none of them.`,
      remedy: 'Copy the values before, in a `sql` step ahead of it, if they matter.',
      ...concern(plan, targets),
    },
  ]
}
