import { nameText } from '../../schema/name.ts'
import { concern, targetsOf } from '../concern.ts'
import { dividesAnew, movesWithParent } from '../divided-anew.ts'
import type { HazardRule } from '../rule.ts'
import { sqlTable } from '../sql-table.ts'

/** A table becomes a divided one, a plain one again, or is divided in another way. */
export const rule: HazardRule = {
  code: 'MIG239',
  name: 'table-divided',
  severity: 'warning',
  title: 'A table is divided in another way: its rows are written anew',
  explain: [
    'Postgres decides once how a table is divided. Another table takes its place, with its partitions: all rows are copied, keys and indexes are built again, and what hangs on the table (foreign keys, views, triggers, policies, privileges) goes and comes back, all in one transaction. Nobody can read or write the table meanwhile, and it needs its room on disk twice.',
    'A row that belongs to none of the partitions stops the migration with the number of such rows, and nothing has changed. What the schema does not tell of is lost: a publication of single tables that no declaration names, planner statistics until the next `analyze`.',
    'A large table can become the first partition of a new divided one instead: declare the new table, and the old one as `partition OLD of NEW values …`. No row is moved.',
  ],
  check(step, plan) {
    if (
      step.kind !== 'alter table' ||
      !dividesAnew(step) ||
      plan.tableIsNew(step.table) ||
      movesWithParent(plan, step.to)
    )
      return []
    if (!targetsOf(plan, step.from, step.to).includes('postgres')) return []
    const key = nameText(step.table)
    const how =
      step.to.partitionBy === undefined
        ? 'is no longer divided'
        : step.from.partitionBy === undefined
          ? 'becomes a divided table'
          : 'is divided in another way'
    const stops =
      step.to.partitionBy === undefined ? '' : ' A row that belongs to none of its partitions stops the migration.'
    return [
      {
        object: key,
        message: `${key} ${how}: Postgres writes all its rows and indexes anew, and nobody can read or write it meanwhile.${stops}`,
        remedy: `Run it in quiet hours if ${sqlTable(step.table)} is large${step.from.partitionBy === undefined && step.to.partitionOf === undefined ? `, or declare a new table and make this one its first partition (\`partition ${key} of NEW values …\`), which moves no row` : ''}.`,
        ...concern(plan, ['postgres']),
      },
    ]
  },
}
