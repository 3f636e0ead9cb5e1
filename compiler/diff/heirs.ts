import type { Column } from '../schema/column.ts'
import { descendantsOf, parentsOf, standsAlone } from '../schema/inheritance.ts'
import { nameText } from '../schema/name.ts'
import type { Table, TableHead } from '../schema/table.ts'
import { sameColumn, samePartitionOf } from '../steps/same.ts'
import type { Step } from '../steps/step.ts'

/** Whether a table has partitions or heirs. */
export function hasHeirs(tables: ReadonlyMap<string, Table>, key: string): boolean {
  return descendantsOf(tables, key).length > 0
}

/** The columns of a table that it may have to change itself: what its parents do reaches the others. */
export function columnsToCompare(settled: Table, to: Table): readonly [readonly Column[], readonly Column[]] {
  if (parentsOf(settled).length === 0 && parentsOf(to).length === 0) return [settled.columns, to.columns]
  if (parentsOf(settled).length === 0) return [settled.columns, to.columns.map(standsAlone)]
  const [before, after] = [byName(settled.columns), byName(to.columns)]
  const joined = parentsOf(to).some(name => !parentsOf(settled).some(old => nameText(old) === nameText(name)))
  const compared = (one: Column, other: Column | undefined) => {
    if (other === undefined) return one.inherited === undefined
    return !(one.inherited && other.inherited) && !sameColumn(one, other)
  }
  return [
    settled.columns.filter(one => compared(one, after.get(one.name))).map(standsAlone),
    to.columns.filter(one => (joined && !before.has(one.name)) || compared(one, before.get(one.name))).map(standsAlone),
  ]
}

function byName(columns: readonly Column[]): ReadonlyMap<string, Column> {
  return new Map(columns.map(column => [column.name, column]))
}

/** Whether a change of a table's head takes parents from it or gives it others. */
export function changesParents(step: Step): boolean {
  if (step.kind !== 'alter table') return false
  const { from, to } = step
  return !samePartitionOf(from.partitionOf, to.partitionOf) || namesOf(from) !== namesOf(to)
}

/** Whether a change of a table's head gives it other parents. */
export function joins(step: Step): boolean {
  if (step.kind !== 'alter table') return false
  const old = parentsOf(step.from).map(nameText)
  return parentsOf(step.to).some(name => !old.includes(nameText(name)))
}

function namesOf({ inherits = [] }: TableHead): string {
  return inherits.map(nameText).sort().join('\n')
}
