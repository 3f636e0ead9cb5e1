import { forDialect } from '../../../../schema/dialect.ts'
import type { DbObject } from '../../../../schema/objects/db-object.ts'
import { keyOfId, objectKey } from '../../../../schema/objects/object-key.ts'
import { splitStatements } from '../../../../sql/statements.ts'
import { applyStep } from '../../../../steps/apply.ts'
import { withFieldNames } from '../../../../steps/objects/composite.ts'
import type { AlterObject } from '../../../../steps/step.ts'
import { postgresObject } from '../../objects/definitions.ts'
import { ownObject } from '../../objects/own-object.ts'
import { quoteIdentifier, quoteQName } from '../../quote.ts'
import { bringOrWait } from '../bring-object.ts'
import { changeComment } from '../comment.ts'
import { noteFollowedFields } from '../followed-values.ts'
import { freeOrder } from '../free-order.ts'
import { liftObject } from '../lift-object.ts'
import { forgetLookups } from '../lookups.ts'
import { liveObject, objectNote } from '../objects.ts'
import { emit, type Rendering } from '../rendering.ts'
import { goOn, makeWay } from '../sequence-handover.ts'
import type { StepRenderers } from '../step-renderers.ts'
import { renameAside } from '../values-aside.ts'

/** Gives fields of a composite type their new names; what its columns hold while they are set aside has the old ones. */
function renameFields(work: Rendering, from: DbObject, renames: NonNullable<AlterObject['renames']>): void {
  const key = objectKey(from)
  for (const sql of renameAside(work, from.name, renames)) emit(work, sql)
  const live = liveObject(work, key)
  if (live?.kind !== 'composite') return
  for (const { from: old, to } of freeOrder(renames)) {
    const fields = `attribute ${quoteIdentifier(old)} to ${quoteIdentifier(to)}`
    emit(work, `alter type ${quoteQName(live.name)} rename ${fields}`)
  }
  work.live.objects.set(key, withFieldNames(live, renames))
  noteFollowedFields(work, { type: live, renames })
}

/** Runs what the text says that makes one form of an object out of the other. */
function convertObject(work: Rendering, object: DbObject, sql: string): boolean {
  const key = objectKey(object)
  const [there, next] = [liveObject(work, key), ownObject(object)]
  if (there === undefined || next === undefined) return false
  for (const statement of splitStatements(sql)) emit(work, statement.text)
  changeComment(work, postgresObject(next).commentOn(next as never), there.comment, next.comment)
  work.live.objects.set(key, next)
  return true
}

type Kinds = 'create object' | 'drop object' | 'rename object' | 'alter object'

/** Functions, sequences and the like. */
export const objectRenderers: StepRenderers<Kinds> = {
  'create object'(work, { object }) {
    const place = makeWay(work, object)
    bringOrWait(work, object)
    if (place !== undefined && object.kind === 'sequence') goOn(work, object, place)
  },
  'drop object'(work, { object }) {
    const key = objectKey(object)
    const live = liveObject(work, key)
    if (live !== undefined) liftObject(work, live, true)
    work.reasons.delete(objectNote(key))
    work.away.delete(key)
    work.live.objects.delete(key)
  },
  'rename object'(work, step) {
    const key = keyOfId(step.from)
    const before = work.live.objects.get(key)
    if (before === undefined) {
      if (work.away.delete(key)) work.away.add(keyOfId(step.to))
      return
    }
    applyStep(work.live, step)
    forgetLookups(work.lookups)
    if (before.only === 'sqlite') return
    for (const sql of postgresObject(before).rename(step.from, step.to, before as never)) emit(work, sql)
  },
  'alter object'(work, { from, to, renames, convert }) {
    const statements = convert && forDialect(convert, 'postgres')
    if (statements !== undefined && convertObject(work, to, statements)) return
    if (renames !== undefined) renameFields(work, from, renames)
    bringOrWait(work, to)
  },
}
