import { nameText } from '../../schema/name.ts'
import type { StepOf } from '../../steps/step.ts'
import { concern, targetsLeft, targetsOf, titles } from '../concern.ts'
import { movesWithParent } from '../divided-anew.ts'
import type { PlanContext } from '../plan-context.ts'
import type { Finding, HazardRule } from '../rule.ts'
import { sqlTable } from '../sql-table.ts'

/** A table is dropped with its rows. */
export const rule: HazardRule = {
  code: 'MIG210',
  name: 'drop-table',
  severity: 'warning',
  title: 'A table is dropped with its rows',
  explain: [
    'The rows are gone when the migration commits. The way back creates the table anew, empty. Programs that still read or write the table fail from that moment on.',
    'Deploy the programs that no longer use it first. Keep a copy of the rows if there is any doubt. `dropped table OLD` at the top of a file says that the drop is meant, and the warning goes away.',
    'A table that becomes `only` for other databases is dropped in the ones that it leaves, with its rows: nothing moves them.',
  ],
  check(step, plan) {
    if (step.kind === 'alter table') return leftBehind(step, plan)
    if (step.kind !== 'drop table') return []
    const key = nameText(step.table.name)
    const targets = targetsOf(plan, step.table)
    if (plan.isSaid('table', key) || targets.length === 0 || movesWithParent(plan, step.table)) return []
    return [
      {
        object: key,
        message: `Table ${key} is dropped with all its rows, and the way back brings it back empty.`,
        remedy: `Write \`dropped table ${key}\` at the top of a file if that is meant. \`create table kept_${step.table.name.name.replace(/\W/g, '_')} as select * from ${sqlTable(step.table.name)}\` in a \`sql\` step before it keeps the rows.`,
        fix: { fix: 'say drop', kind: 'table', from: key },
        ...concern(plan, targets),
      },
    ]
  },
}

/** A table that is limited to other databases goes from this one. */
function leftBehind(step: StepOf<'alter table'>, plan: PlanContext): readonly Finding[] {
  const targets = targetsLeft(plan, step)
  if (targets.length === 0) return []
  const key = nameText(step.table)
  return [
    {
      object: key,
      message: `Table ${key} is \`only ${step.to.only}\` from now on: ${titles(targets)} drops it with all its rows, and the way back brings it back empty.`,
      remedy: 'Copy the rows before if they are to stay: nothing moves them to another database.',
      ...concern(plan, targets),
    },
  ]
}
