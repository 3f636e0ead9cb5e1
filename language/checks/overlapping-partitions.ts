import { nameText } from '../../compiler/schema/name.ts'
import { overlappingBounds } from '../../compiler/schema/overlapping-bounds.ts'
import { boundText } from '../../compiler/schema/partition.ts'
import type { Check } from './check.ts'
import type { TableSubject } from './subject.ts'
import { targetsOf } from './targets.ts'

/** Partitions of one table that a row could belong to at the same time (CREATE TABLE, PARTITION OF). */
export const checkOverlappingPartitions: Check = (subject, report) => {
  const parents = new Set(subject.scope.tables.flatMap(({ table }) => parentOf(table) ?? []))
  if (parents.size === 0) return
  const siblings = new Map<string, TableSubject[]>()
  for (const one of subject.tables.values()) {
    const parent = parentOf(one.table)
    if (parent === undefined || !parents.has(parent) || !targetsOf(subject, one.table.only).includes('postgres'))
      continue
    const list = siblings.get(parent)
    if (list === undefined) siblings.set(parent, [one])
    else list.push(one)
  }
  for (const [parent, all] of siblings) {
    for (const pair of overlappingBounds(all.map(({ table }) => table.partitionOf!.bound))) {
      const [earlier, later] = pair.map(at => all[at]!) as [TableSubject, TableSubject]
      const said = ({ key, table }: TableSubject) => `\`${key}\` (${boundText(table.partitionOf!.bound)})`
      for (const [one, other] of [
        [earlier, later],
        [later, earlier],
      ] as const) {
        const isDefault = one.table.partitionOf!.bound.kind === 'default'
        const message = isDefault
          ? `\`${parent}\` has two default partitions: \`${one.key}\` and \`${other.key}\`.`
          : `A row of \`${parent}\` could be in ${said(one)} and in ${said(other)}: Postgres refuses the second.`
        const remedy = isDefault
          ? 'Keep one of them, or say which rows the other has.'
          : 'Give one of them other bounds: a range ends before the value after `to`.'
        report.error({ code: 'MIG143', message, remedy, place: { node: one.node, property: 'bound' } })
      }
    }
  }
}

function parentOf({ partitionOf }: TableSubject['table']): string | undefined {
  return partitionOf && nameText(partitionOf.parent)
}
