import type { Constraint } from '../../../schema/constraint.ts'
import { foldName } from '../../../sql/name-text.ts'
import { isHere } from '../project/is-here.ts'
import type { Progress } from './progress.ts'

const known = new WeakMap<Progress, ReadonlySet<string>>()

/** The folded names of all tables that some table references at some time during the steps. */
export function referencedTables(progress: Progress): ReadonlySet<string> {
  const found = known.get(progress) ?? collect(progress)
  known.set(progress, found)
  return found
}

function collect({ before, steps }: Progress): ReadonlySet<string> {
  const names = new Set<string>()
  const add = (constraint: Constraint) => {
    if (constraint.kind === 'foreign' && isHere(constraint)) names.add(foldName(constraint.target.name))
  }
  for (const table of before.tables.values()) table.constraints.forEach(add)
  for (const step of steps) {
    if (step.kind === 'create table') step.table.constraints.forEach(add)
    if (step.kind === 'add constraint') add(step.constraint)
    if (step.kind === 'alter constraint') add(step.to)
    if (step.kind === 'rename table' && names.has(foldName(step.from.name))) names.add(foldName(step.to.name))
  }
  return names
}
