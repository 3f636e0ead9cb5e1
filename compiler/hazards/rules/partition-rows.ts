import { parentsOf } from '../../schema/inheritance.ts'
import { nameText } from '../../schema/name.ts'
import { boundText, sameBound } from '../../schema/partition.ts'
import type { TableHead } from '../../schema/table.ts'
import { concern, targetsOf } from '../concern.ts'
import { defaultBeside } from '../default-partition.ts'
import { movesWithParent } from '../divided-anew.ts'
import type { PlanContext } from '../plan-context.ts'
import type { Finding, HazardRule } from '../rule.ts'
import { sqlTable } from '../sql-table.ts'

/** Rows that are in one partition and belong into another. */
export const rule: HazardRule = {
  code: 'MIG238',
  name: 'partition-rows',
  severity: 'warning',
  title: 'Rows may be moved for a partition, or be in its way',
  explain: [
    'Rows of the default partition that belong to a partition that comes, or to one that gets other bounds, go there with it: the default partition is detached, the rows are moved, it is attached again, in one transaction. Triggers that are declared do not fire for it. The way back puts the rows of a partition that goes with it into the default one. Nobody can read or write the divided table meanwhile; how long that takes depends on the rows that are moved, and on how large the default partition is, since Postgres looks at all of it.',
    'Where foreign keys point at the divided table or its default partition, row security is forced on them, or the new partition is divided itself, no row is moved: Postgres refuses the partition as long as there are any, and the migration stops with their number. Move them before: drop the foreign keys, take the default partition out (`alter table T detach partition D`), make the new one, `insert into T select * from D where …`, delete them from `D`, attach it and add the keys again.',
    'A table that becomes a partition, or a partition that gets other bounds, must hold no row that does not belong there: the migration stops then, and nothing has changed. Delete or change such rows before. Only what a partition loses with its old bounds goes to the default partition, where there is one that can take it. Postgres looks at all rows of the table that joins, under a lock that lets nobody read or write them. A check that says what the bound says, made and validated before, spares it that.',
  ],
  check(step, plan) {
    if (movesWithParent(plan, step.kind === 'create table' ? step.table : step.kind === 'alter table' ? step.to : {}))
      return []
    if (step.kind === 'create table') {
      const { name, partitionOf } = step.table
      if (partitionOf === undefined || partitionOf.bound.kind === 'default') return []
      const rest = defaultBeside(plan, partitionOf, 'anew')
      if (rest === undefined || !targetsOf(plan, step.table).includes('postgres')) return []
      const moves = rest.isMovable && step.table.partitionBy === undefined
      const rows = `Rows of ${nameText(rest.name)} that belong into ${nameText(name)} (${boundText(partitionOf.bound)})`
      return [
        {
          object: nameText(name),
          message: moves
            ? `${rows} are moved there: nobody can read or write ${nameText(partitionOf.parent)} meanwhile.`
            : `${rows} stop the migration with their number.`,
          remedy: moves
            ? `Run it in quiet hours if ${sqlTable(rest.name)} is large.`
            : `Move them in a \`sql\` step before, or make sure that ${sqlTable(rest.name)} has none.`,
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
  const isPartition = old !== undefined && nameText(old.parent) === nameText(now.parent)
  const what = parentsOf(from).length === 0 ? 'becomes a partition' : 'gets other bounds'
  const rest = defaultBeside(plan, now, isPartition ? 'with other bounds' : 'anew')
  const name = rest?.isMovable ? nameText(rest.name) : undefined
  const lock = 'Postgres looks at all of them under a lock'
  const misfits = `rows that do not belong to \`${boundText(now.bound)}\``
  if (name !== undefined && isPartition)
    return [
      {
        object: key,
        message: `${key} ${what}: ${misfits} go to ${name}, and rows of ${name} that do come from there. ${lock}.`,
        remedy: `Run it in quiet hours if ${sqlTable(rest!.name)} or ${key} is large.`,
        ...concern(plan, ['postgres']),
      },
    ]
  const moved = name === undefined ? '' : ` Rows of ${name} that belong there are moved to it.`
  return [
    {
      object: key,
      message: `${key} ${what}: ${misfits} stop the migration with their number, and ${lock}.${moved}`,
      remedy: `Change or move such rows before, in a \`sql\` step of a revision that comes first.`,
      ...concern(plan, ['postgres']),
    },
  ]
}
