import type { Constraint, Exclusion, PrimaryKey, Unique } from '../../../../schema/constraint.ts'
import type { QName } from '../../../../schema/name.ts'
import { constraintOf, indexOf } from '../../../../schema/table.ts'
import { isChangedInPlace, isIndexChangedInPlace } from '../../../../steps/changed-in-place.ts'
import { sameConstraintDefinition, sameIndexDefinition } from '../../../../steps/same.ts'
import { quoteBeside, quoteIdentifier, quoteQName } from '../../quote.ts'
import { changeComment, constraintObject, indexObject } from '../comment.ts'
import { addConstraint } from '../constraint.ts'
import { changeIndexProperties, setKeyStatistics } from '../index-properties.ts'
import { liftConstraint, liftIndex } from '../lift.ts'
import { editLive, liveTable, putLive } from '../live.ts'
import { renameConstraint } from '../rename-constraint.ts'
import { emit, type Rendering } from '../rendering.ts'
import type { StepRenderers } from '../step-renderers.ts'
import { addIndex } from '../table-index.ts'

type Kinds =
  | 'add constraint'
  | 'drop constraint'
  | 'rename constraint'
  | 'alter constraint'
  | 'add index'
  | 'drop index'
  | 'rename index'
  | 'alter index'

/** Keys, checks and indexes. */
export const memberRenderers: StepRenderers<Kinds> = {
  'add constraint'(work, { table, constraint }) {
    addConstraint(work, table, constraint)
  },
  'drop constraint'(work, { table, constraint }) {
    if (hasConstraint(work, table, constraint.name)) liftConstraint(work, table, constraint)
  },
  'rename constraint'(work, { table, from, to }) {
    if (!hasConstraint(work, table, from)) return
    renameConstraint(work, liveTable(work, table)!, from, to)
    editLive(work, table, old => ({
      ...old,
      constraints: old.constraints.map(one => (one.name === from ? { ...one, name: to } : one)),
    }))
  },
  'alter constraint'(work, { table, from, to }) {
    if (!hasConstraint(work, table, from.name)) return
    if (sameConstraintDefinition(from, to)) {
      changeComment(work, constraintObject(table, to), from.comment, to.comment)
      putLive(work, table, 'constraints', to)
    } else if (isChangedInPlace(from, to)) {
      if (from.kind === 'foreign' && to.kind === 'foreign' && from.notEnforced !== to.notEnforced)
        emit(
          work,
          `alter table ${quoteQName(table)} alter constraint ${quoteIdentifier(to.name)} ${to.notEnforced ? 'not enforced' : 'enforced'}`,
        )
      else if ('notValid' in from && from.notValid && !('notValid' in to && to.notValid))
        emit(work, `alter table ${quoteQName(table)} validate constraint ${quoteIdentifier(to.name)}`)
      if (hasOwnIndex(from) && hasOwnIndex(to)) changeIndexProperties(work, table, from, to)
      changeComment(work, constraintObject(table, to), from.comment, to.comment)
      putLive(work, table, 'constraints', to)
    } else {
      liftConstraint(work, table, from)
      addConstraint(work, table, to)
    }
  },
  'add index'(work, { table, index }) {
    addIndex(work, table, index)
  },
  'drop index'(work, { table, index }) {
    if (hasIndex(work, table, index.name)) liftIndex(work, table, index)
  },
  'rename index'(work, { table, from, to }) {
    if (!hasIndex(work, table, from)) return
    emit(work, `alter index ${quoteBeside(table, from)} rename to ${quoteIdentifier(to)}`)
    editLive(work, table, old => ({
      ...old,
      indexes: old.indexes.map(one => (one.name === from ? { ...one, name: to } : one)),
    }))
  },
  'alter index'(work, { table, from, to }) {
    if (!hasIndex(work, table, from.name)) return
    if (sameIndexDefinition(from, to)) {
      changeComment(work, indexObject(table, to), from.comment, to.comment)
      putLive(work, table, 'indexes', to)
    } else if (isIndexChangedInPlace(from, to)) {
      changeIndexProperties(work, table, from, to)
      setKeyStatistics(work, table, from, to)
      changeComment(work, indexObject(table, to), from.comment, to.comment)
      putLive(work, table, 'indexes', to)
    } else {
      liftIndex(work, table, from)
      addIndex(work, table, to)
    }
  },
}

function hasOwnIndex(one: Constraint): one is PrimaryKey | Unique | Exclusion {
  return one.kind !== 'check' && one.kind !== 'foreign'
}

function hasConstraint(work: Rendering, table: QName, name: string): boolean {
  const live = liveTable(work, table)
  return live !== undefined && constraintOf(live, name) !== undefined
}

function hasIndex(work: Rendering, table: QName, name: string): boolean {
  const live = liveTable(work, table)
  return live !== undefined && indexOf(live, name) !== undefined
}
