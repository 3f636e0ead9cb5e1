import { boundsOverlap } from '../../schema/bounds-overlap.ts'
import { nameText } from '../../schema/name.ts'
import { boundText } from '../../schema/partition.ts'
import type { Table } from '../../schema/table.ts'
import { blameFor } from './blame.ts'
import type { Conflict } from './conflict.ts'
import { conflictOf, type Meeting } from './meeting.ts'
import type { Side } from './side.ts'

/** Partitions of one table that two branches make, and that would have the same rows: Postgres refuses the second. */
export function overlappingPartitions({ request, sides, both }: Meeting): Conflict | undefined {
  if (!request.targets.includes('postgres')) return undefined
  const [ones, others] = sides.map(side => partitionsOf(side, both.tables)) as [readonly Table[], readonly Table[]]
  for (const one of ones) {
    for (const other of others) {
      const [first, second] = [one.partitionOf!, other.partitionOf!]
      const parent = nameText(first.parent)
      if (parent !== nameText(second.parent) || one === other || !boundsOverlap(first.bound, second.bound)) continue
      const [a, b] = [blameFor(sides[0], [nameText(one.name)]), blameFor(sides[1], [nameText(other.name)])]
      const told = [one, other].map(({ name, partitionOf }) => `${nameText(name)} ${boundText(partitionOf!.bound)}`)
      const message = `Revisions ${a.revision} and ${b.revision} make partitions of ${parent} that overlap: ${told.join(', and ')}. Postgres refuses the second.`
      return conflictOf('misfit', nameText(other.name), a, b, true, message)
    }
  }
  return undefined
}

/** The partitions that a revision makes, or gives other bounds, as they are once both revisions have run. */
function partitionsOf({ steps }: Side, tables: ReadonlyMap<string, Table>): readonly Table[] {
  const keys = steps.flatMap(step => {
    if (step.kind === 'create table') return step.table.partitionOf === undefined ? [] : nameText(step.table.name)
    return step.kind === 'alter table' && step.to.partitionOf !== undefined ? nameText(step.table) : []
  })
  return [...new Set(keys)].flatMap(key => tables.get(key) ?? []).filter(table => table.partitionOf !== undefined)
}
