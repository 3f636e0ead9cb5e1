import { nameText, quoteName } from '../../schema/name.ts'
import { sqlName } from '../../sql/name-text.ts'
import { columnLine } from '../column-line.ts'
import { concern, targetsOf } from '../concern.ts'
import { memberKey } from '../member-key.ts'
import { membersWith } from '../members-with.ts'
import type { HazardRule } from '../rule.ts'
import { sqlTable } from '../sql-table.ts'
import { valueText } from '../value-text.ts'

/** A column may be null from now on, which the way back must undo. */
export const rule: HazardRule = {
  code: 'MIG236',
  name: 'nulls-way-back',
  severity: 'warning',
  title: 'A column becomes nullable, and its nulls must get a value on the way back',
  explain: [
    "Going back, the column is NOT NULL again. Rows that hold null by then get the value behind `backfill` in the step: the default of the column, or the plain empty value of its type (`''`, `0`, `false`, …). Which rows they were is lost, so `mig downgrade` refuses the step unless `--allow-loss` is given. A check or a key may refuse the value, and the way back then stops there and changes nothing.",
    'There is no such value for a foreign key or a key of that column alone, where any would be wrong: the way back then stops at the first null.',
    'To choose the value, write `backfill V` behind the old column in the step of `revision.mig`, then run `mig compile` again, before the revision is applied anywhere.',
  ],
  check(step, plan) {
    if (step.kind !== 'alter column' || plan.columnIsNew(step.table, step.to.name)) return []
    const { table, from, to, fillDown } = step
    if (from.nullable || !to.nullable || from.generated !== undefined || to.generated !== undefined) return []
    const targets = targetsOf(plan, from, plan.tableOf(table)).filter(target => targetsOf(plan, to).includes(target))
    if (targets.length === 0) return []
    const key = memberKey(table, to.name)
    if (fillDown === undefined) {
      const query = `select count(*) from ${sqlTable(table)} where ${sqlName(to.name)} is null`
      return [
        {
          object: key,
          message: `${key} may be null from now on: the way back stops when a row of ${nameText(table)} holds null in it. \`${query}\` counts them.`,
          remedy: `Give such rows a value before going back, or write \`backfill V\` behind \`${columnLine(from)}\` in its step of revision.mig.`,
          ...concern(plan, targets),
        },
      ]
    }
    const { checks, keys } = membersWith(plan, table, to.name)
    const judges = [...checks, ...keys].map(quoteName).join(', ')
    const doubt = judges === '' ? '' : `, unless ${judges} refuses it`
    return [
      {
        object: key,
        message: `${key} may be null from now on: on the way back rows that hold null in it get ${valueText(fillDown)}${doubt}, and which they were is lost.`,
        remedy: `Write \`backfill V\` behind \`${columnLine(from)}\` in its step of revision.mig if another value fits better, and run mig compile again.`,
        ...concern(plan, targets),
      },
    ]
  },
}
