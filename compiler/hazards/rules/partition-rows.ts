import { parentsOf } from '../../schema/inheritance.ts'
import { nameText } from '../../schema/name.ts'
import { boundText, sameBound } from '../../schema/partition.ts'
import type { TableHead } from '../../schema/table.ts'
import { concern, targetsOf } from '../concern.ts'
import { movesWithParent } from '../divided-anew.ts'
import type { PlanContext } from '../plan-context.ts'
import type { Finding, HazardRule } from '../rule.ts'
import { sqlTable } from '../sql-table.ts'

/** Rows that are in one partition and belong into another. */
export const rule: HazardRule = {
  code: 'MIG238',
  name: 'partition-rows',
  severity: 'warning',
  title: 'Rows may be in the way of a partition',
  explain: [
    'A new partition cannot take over rows that are in the default partition: Postgres refuses it as long as there are any. A table that becomes a partition, or a partition that gets other bounds, must hold no row that does not belong there. The migration stops then, and nothing has changed.',
    'Move the rows before: take the default partition out (`alter table T detach partition D`), make the new one, `insert into T select * from D where …`, delete them from `D`, and attach it again. For a table that joins, delete or change the rows that do not fit.',
    'Postgres looks at all rows of the default partition, and of the table that joins, under a lock that lets nobody read or write them. A check that says what the bound says, made and validated before, spares it that for the table that joins.',
  ],
  check(step, plan) {
    if (movesWithParent(plan, step.kind === 'create table' ? step.table : step.kind === 'alter table' ? step.to : {}))
      return []
    if (step.kind === 'create table') {
      const { name, partitionOf } = step.table
      if (partitionOf === undefined || partitionOf.bound.kind === 'default') return []
      const parent = nameText(partitionOf.parent)
      const rest = plan.before.tables
        .values()
        .find(one => one.partitionOf?.bound.kind === 'default' && nameText(one.partitionOf.parent) === parent)
      if (rest === undefined || !targetsOf(plan, step.table).includes('postgres')) return []
      return [
        {
          object: nameText(name),
          message: `Rows of ${nameText(rest.name)} that belong into ${nameText(name)} (${boundText(partitionOf.bound)}) stop the migration with their number.`,
          remedy: `Move them in a \`sql\` step before, or make sure that ${sqlTable(rest.name)} has none.`,
          ...concern(plan, ['postgres']),
        },
      ]
    }
    return step.kind === 'alter table' ? joined(nameText(step.table), step.from, step.to, plan) : []
  },
}

function joined(key: string, from: TableHead, to: TableHead, plan: PlanContext): readonly Finding[] {
  const [old, now] = [from.partitionOf, to.partitionOf]
  if (now === undefined || now.bound.kind === 'default' || !targetsOf(plan, from, to).includes('postgres')) return []
  const isSame = old !== undefined && sameBound(old.bound, now.bound) && nameText(old.parent) === nameText(now.parent)
  if (isSame) return []
  const what = parentsOf(from).length === 0 ? 'becomes a partition' : 'gets other bounds'
  return [
    {
      object: key,
      message: `${key} ${what}: rows that do not belong to \`${boundText(now.bound)}\` stop the migration with their number, and Postgres looks at all of them under a lock.`,
      remedy: `Change or move such rows before, in a \`sql\` step of a revision that comes first.`,
      ...concern(plan, ['postgres']),
    },
  ]
}
