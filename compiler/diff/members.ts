import type { Constraint } from '../schema/constraint.ts'
import type { Table } from '../schema/table.ts'
import type { Index } from '../schema/table-index.ts'
import { isChangedInPlace, isIndexChangedInPlace } from '../steps/changed-in-place.ts'
import { sameConstraint, sameConstraintDefinition, sameIndex, sameIndexDefinition } from '../steps/same.ts'
import type { Step } from '../steps/step.ts'
import { compareMembers } from './compare.ts'

/**
 * Keys and checks. One whose definition changed is dropped and added, so that whatever it rests on can change in
 * between; the dropped value is the one that stands before the enums change, since drops come first.
 */
export function diffConstraints(renamed: Table, settled: Table, to: Table): readonly Step[] {
  const table = to.name
  const old = new Map(renamed.constraints.map(constraint => [constraint.name, constraint]))
  const drop = (constraint: Constraint): Step => ({
    kind: 'drop constraint',
    table,
    constraint: old.get(constraint.name) ?? constraint,
  })
  const add = (constraint: Constraint): Step => ({ kind: 'add constraint', table, constraint })
  return compareMembers(settled.constraints, to.constraints, sameConstraint, {
    added: constraint => [add(constraint)],
    dropped: constraint => [drop(constraint)],
    changed: (from, next) =>
      sameConstraintDefinition(from, next) || isChangedInPlace(from, next)
        ? [{ kind: 'alter constraint', table, from, to: next }]
        : [drop(from), add(next)],
  })
}

/** Indexes, in the same way. */
export function diffIndexes(renamed: Table, settled: Table, to: Table): readonly Step[] {
  const table = to.name
  const old = new Map(renamed.indexes.map(index => [index.name, index]))
  const drop = (index: Index): Step => ({ kind: 'drop index', table, index: old.get(index.name) ?? index })
  const add = (index: Index): Step => ({ kind: 'add index', table, index })
  return compareMembers(settled.indexes, to.indexes, sameIndex, {
    added: index => [add(index)],
    dropped: index => [drop(index)],
    changed: (from, next) =>
      sameIndexDefinition(from, next) || isIndexChangedInPlace(from, next)
        ? [{ kind: 'alter index', table, from, to: next }]
        : [drop(from), add(next)],
  })
}
