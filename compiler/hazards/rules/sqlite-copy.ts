import { isFor } from '../../schema/dialect.ts'
import { nameText, type QName } from '../../schema/name.ts'
import type { Step } from '../../steps/step.ts'
import { concern, targetsOf } from '../concern.ts'
import type { Hazard } from '../hazard.ts'
import { memberKey } from '../member-key.ts'
import type { PlanContext } from '../plan-context.ts'
import type { HazardRule } from '../rule.ts'
import { tablesRebuilt } from '../sqlite-rebuild.ts'

/** SQLite copies a whole table, since it cannot change it in place. */
export const rule: HazardRule = {
  code: 'MIG227',
  name: 'sqlite-copy',
  severity: 'warning',
  title: 'SQLite copies the whole table while writers wait',
  explain: [
    'SQLite can add simple columns, drop some, and rename. For everything else the table is created anew, its rows are copied, and it takes the place of the old one; rowids, triggers, views, indexes and the AUTOINCREMENT mark are kept. Writers to the whole database file wait meanwhile, and the copy needs room.',
    'All changes of one table in one revision share one copy: put them together.',
  ],
  check(step, plan) {
    if (!plan.targets.includes('sqlite')) return []
    return tablesRebuilt(step, plan)
      .filter(table => !plan.tableIsNew(table) && targetsOf(plan, plan.tableOf(table)).includes('sqlite'))
      .filter(table => !comesToSqlite(table, plan))
      .map(table => ({
        object: nameText(table),
        message: `SQLite copies all rows of ${nameText(table)}, since it cannot make this change in place; writers to the database wait meanwhile.`,
        remedy: `Run it in quiet hours if ${nameText(table)} is large.`,
        ...causeOf(step),
        ...concern(plan, ['sqlite']),
      }))
  },
}

/** A table that was for other databases so far is created here. */
function comesToSqlite(table: QName, plan: PlanContext): boolean {
  const old = plan.before.tables.get(nameText(table))
  return old !== undefined && !isFor(old, 'sqlite')
}

/** The line that asks for the copy is that of a column, a key, a check or an enum. */
function causeOf(step: Step): Pick<Hazard, 'cause'> {
  switch (step.kind) {
    case 'add column':
      return { cause: memberKey(step.table, step.column.name) }
    case 'alter column':
    case 'alter constraint':
      return { cause: memberKey(step.table, step.to.name) }
    case 'add constraint':
      return { cause: memberKey(step.table, step.constraint.name) }
    case 'alter enum':
      return { cause: nameText(step.to.name) }
    default:
      return {}
  }
}
