import { descendantsOf } from '../../schema/inheritance.ts'
import { nameText } from '../../schema/name.ts'
import type { Table } from '../../schema/table.ts'
import { sameTypes } from '../../steps/same.ts'
import type { AlterEnum } from '../../steps/step.ts'
import { concern, targetsOf } from '../concern.ts'
import { dividedAnew } from '../divided-anew.ts'
import { needsSwap } from '../enum-values.ts'
import type { PlanContext } from '../plan-context.ts'
import type { Finding, HazardRule } from '../rule.ts'
import { sqlTable } from '../sql-table.ts'

/** What a table is divided by changes its type, or goes. */
export const rule: HazardRule = {
  code: 'MIG237',
  name: 'partition-key',
  severity: 'error',
  title: 'What a table is divided by cannot change',
  explain: [
    'The columns that say to which partition a row belongs can neither change their type nor go: Postgres refuses both.',
    'Make a new table beside the old one (`orders_new partition by …`, with its partitions), move the rows in a `sql` step (`insert into orders_new select * from orders`), and in the next revision drop the old table and give the new one its name with `was`. Or take two revisions: in the first the table is no longer divided (`partition by` and its partitions go), in the second its column changes and it is divided again.',
    'Allowing it does not make it possible: the statement stops before anything has changed.',
  ],
  check(step, plan) {
    if (step.kind === 'alter enum') return changedEnum(step, plan)
    const column = step.kind === 'drop column' ? step.column : step.kind === 'alter column' ? step.from : undefined
    if (column === undefined || (step.kind !== 'drop column' && step.kind !== 'alter column')) return []
    if (step.kind === 'alter column' && sameTypes(step.from.type, step.to.type)) return []
    const divided = dividedBy(nameText(step.table), column.name, plan)
    if (divided === undefined || targetsOf(plan, column).every(target => target !== 'postgres')) return []
    const key = `${nameText(step.table)}.${column.name}`
    const does = step.kind === 'drop column' ? 'go' : 'change its type'
    return [
      {
        object: key,
        message: `Column ${key} says to which partition of ${nameText(divided.name)} a row belongs, so Postgres does not let it ${does}.`,
        remedy: newTable(divided),
        ...concern(plan, ['postgres']),
      },
    ]
  },
}

/** An enum that loses or reorders values is made anew, and its columns get another type. */
function changedEnum(step: AlterEnum, plan: PlanContext): readonly Finding[] {
  if (!needsSwap(step) || !targetsOf(plan, step.to).includes('postgres')) return []
  const used = plan.usesOf(step.to.name).flatMap(({ table, column }) => {
    const divided = dividedBy(nameText(table.name), column.name, plan)
    return divided === undefined || column.inherited !== undefined ? [] : [{ table, column, divided }]
  })
  return used.slice(0, 1).map(({ table, column, divided }) => ({
    object: `${nameText(table.name)}.${column.name}`,
    cause: nameText(step.to.name),
    message: `${nameText(step.to.name)} loses or reorders values, for which the type is made anew, and ${nameText(table.name)}.${column.name} says to which partition of ${nameText(divided.name)} a row belongs: Postgres does not let it change its type.`,
    remedy: `Leave the values in the enum, and refuse those that are no longer used with a check on ${nameText(table.name)}.`,
    ...concern(plan, ['postgres']),
  }))
}

/** A table that is divided in another way is so before its columns change. */
function dividedBy(key: string, column: string, plan: PlanContext): Table | undefined {
  const { before, after } = plan
  const anew = dividedAnew(plan)
  for (const one of new Set([key, ...descendantsOf(before.tables, key), ...descendantsOf(after.tables, key)])) {
    const table = anew.has(one) ? after.tables.get(one) : before.tables.get(one)
    if (table?.partitionBy?.keys.some(part => part.column === column)) return table
  }
  return undefined
}

function newTable({ name }: Pick<Table, 'name'>): string {
  const next = `${name.name}_new`
  return `Declare \`table ${next} partition by …\` beside it, move the rows in a \`sql\` step (\`insert into ${next} select * from ${sqlTable(name)}\`), and let it take the name with \`was ${next}\` in the revision after.`
}
