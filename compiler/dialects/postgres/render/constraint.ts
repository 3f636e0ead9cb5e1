import type { Constraint } from '../../../schema/constraint.ts'
import { nameText, type QName } from '../../../schema/name.ts'
import { constraintOf } from '../../../schema/table.ts'
import { quoteIdentifier, quoteQName } from '../quote.ts'
import { changeComment, constraintObject } from './comment.ts'
import { constraintDefinition } from './constraint-text.ts'
import { markIndex, unmarkIndex } from './index-properties.ts'
import { draftTable, liveTable, putLive, removeLive } from './live.ts'
import { noteReferences } from './references.ts'
import { emit, noteReason, type Rendering, resumeReason } from './rendering.ts'
import { constraintWaits } from './waits.ts'

/** How a key or check is called in the notes of a rendering. */
export function constraintKey(table: QName, name: string): string {
  return `constraint ${nameText(table)}.${name}`
}

/** Adds a key or check, or makes it wait for what it needs. */
export function addConstraint(work: Rendering, table: QName, constraint: Constraint): void {
  if (constraintWaits(work, table, constraint)) letConstraintWait(work, table, constraint)
  else makeConstraint(work, table, constraint)
}

/** Notes that a key or check waits: a foreign key for its target, anything for the end of the segment. */
export function letConstraintWait(work: Rendering, table: QName, constraint: Constraint): void {
  noteReason(work, constraintKey(table, constraint.name))
  if (constraint.kind !== 'foreign') return
  const target = nameText(constraint.target)
  const list = work.waiting.get(target) ?? []
  work.waiting.set(target, [...list, { table, name: constraint.name }])
}

/** Adds a key or check whatever it needs. */
export function makeConstraint(work: Rendering, table: QName, constraint: Constraint): void {
  emit(work, `alter table ${quoteQName(table)} add ${constraintDefinition(constraint)}`)
  changeComment(work, constraintObject(table, constraint), undefined, constraint.comment)
  markIndex(work, table, constraint)
  putLive(work, table, 'constraints', constraint)
  noteReferences(work, table, [constraint])
}

/** Drops a key or check that the database holds. */
export function dropConstraint(work: Rendering, table: QName, name: string): void {
  const live = liveTable(work, table)
  unmarkIndex(work, table, live && constraintOf(live, name))
  emit(work, `alter table ${quoteQName(table)} drop constraint ${quoteIdentifier(name)}`)
  removeLive(work, table, 'constraints', name)
}

/** Adds the foreign keys that waited for a table, as far as they can be made now. */
export function addWaitingKeys(work: Rendering, target: QName): void {
  const about = work.about
  const list = work.waiting.get(nameText(target)) ?? []
  work.waiting.delete(nameText(target))
  for (const { table, name } of list) {
    const live = liveTable(work, table)
    const wanted = draftTable(work, table)
    const constraint = wanted && constraintOf(wanted, name)
    if (live === undefined || constraint === undefined || constraintOf(live, name) !== undefined) continue
    if (constraintWaits(work, table, constraint)) continue
    resumeReason(work, constraintKey(table, name), about)
    makeConstraint(work, table, constraint)
  }
  work.about = about
}
