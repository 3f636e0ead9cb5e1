import { nameText, type QName } from '../../../schema/name.ts'
import type { DbObject } from '../../../schema/objects/db-object.ts'
import { objectKey } from '../../../schema/objects/object-key.ts'
import { describeStep } from '../../../steps/describe.ts'
import { objectDefinition } from '../../../steps/objects/definitions.ts'
import type { UsedName } from '../../../steps/objects/names.ts'
import { usesOfSql } from '../../../steps/objects/uses-of-sql.ts'
import { ownObject, sameHere } from '../objects/own-object.ts'
import { ownView } from '../own.ts'
import { awayObjects, objectsAmong } from './away.ts'
import { draftTable, liveTable } from './live.ts'
import { changeObject, liveObject, makeObject, objectNote } from './objects.ts'
import { queryOf } from './readers.ts'
import { noteReason, type Rendering, resumeReason } from './rendering.ts'
import { makingUnchecked } from './unchecked.ts'
import { makeView, sameViewQuery, viewKey } from './view.ts'

/** Makes or changes an object as the steps so far say, or makes it wait for what it needs and the database does not hold. */
export function bringOrWait(work: Rendering, object: DbObject): void {
  const about = work.about
  const key = objectKey(object)
  noteReason(work, objectNote(key))
  if (!bringObject(work, object, false)) work.away.add(key)
  work.about = about
}

/** Brings every object that is missing or not as the steps say; `force` also where something that it names is still missing. */
export function bringObjects(work: Rendering, force: boolean): void {
  for (const [key, value] of work.draft.objects) {
    if (work.live.objects.get(key) === value) continue
    const object = ownObject(value)
    if (object !== undefined) bringObject(work, object, force)
  }
}

/** Brings the functions and sequences that SQL uses and the database does not hold. */
export function bringUsed(work: Rendering, sql: string | undefined): void {
  if (sql === undefined || work.away.size === 0) return
  for (const object of awayObjects(work, usesOfSql(sql))) bringObject(work, object, true)
}

const bringing = new WeakMap<Rendering, Set<string>>()

/** False where it has to wait. */
function bringObject(work: Rendering, object: DbObject, force: boolean): boolean {
  const key = objectKey(object)
  const open = bringing.get(work) ?? new Set()
  bringing.set(work, open)
  if (open.has(key)) return true
  open.add(key)
  const done = bringNow(work, object, key, force)
  open.delete(key)
  return done
}

/** What must be there when an object is made. */
function usesNow(object: DbObject): readonly UsedName[] {
  const said = (object.dependsOn ?? []).map((name): UsedName => ({ space: 'any', name }))
  const uses = objectDefinition(object).uses(object as never)
  return [...uses.filter(use => !use.soft || use.space === 'column'), ...said]
}

function isRelation({ space }: UsedName): boolean {
  return space === 'relation' || space === 'type' || space === 'any'
}

function bringNow(work: Rendering, object: DbObject, key: string, force: boolean): boolean {
  const there = liveObject(work, key)
  if (there !== undefined && sameHere(there, object)) return true
  const uses = usesNow(object)
  for (const used of awayObjects(work, uses)) bringObject(work, used, force)
  for (const use of uses) if (isRelation(use)) bringView(work, use.name, force)
  if (!force && lacks(work, uses)) return false
  const from = there === undefined ? undefined : liveObject(work, key)
  const what =
    from === undefined
      ? ({ kind: 'create object', object } as const)
      : ({ kind: 'alter object', from, to: object } as const)
  resumeReason(work, objectNote(key), describeStep(what))
  const open = bringing.get(work) ?? new Set<string>()
  if (from !== undefined && makingUnchecked(work, object, open, () => changeObject(work, from, object))) return true
  if (from !== undefined) {
    const { about } = work
    work.liftObject(from)
    work.about = about
    work.reasons.delete(objectNote(key))
  }
  makingUnchecked(work, object, open, () => makeObject(work, object))
  return true
}

/** Makes a view that is to be there, after what it reads; one that is there stays as it is until the end of the segment. */
function bringView(work: Rendering, name: QName, force: boolean): void {
  const key = nameText(name)
  const wanted = work.draft.views.get(key)
  const view = wanted && ownView(wanted)
  if (view === undefined || work.live.views.has(key)) return
  const uses = usesOfSql(queryOf(view))
  if (!force && lacksColumn(work, uses)) return
  for (const use of uses) if (use.space === 'relation' && use.name.name !== name.name) bringView(work, use.name, force)
  bringUsed(work, queryOf(view))
  const { about } = work
  resumeReason(work, viewKey(view.name), describeStep({ kind: 'create view', view }))
  makeView(work, view)
  work.about = about
}

/** Whether something that an object uses is to be there and is not. */
function lacks(work: Rendering, uses: readonly UsedName[]): boolean {
  const isMissing = ({ name }: UsedName) => isUnsettled(work, nameText(name))
  if (objectsAmong(work, work.objectsAhead, uses).length > 0) return true
  return awayObjects(work, uses).length > 0 || uses.filter(isRelation).some(isMissing) || lacksColumn(work, uses)
}

/** Whether a view is to be there and is not, or not as it is to be. */
function isUnsettled(work: Rendering, key: string): boolean {
  const [wanted, there] = [work.draft.views.get(key), work.live.views.get(key)]
  if (wanted === undefined || wanted === there) return false
  const [own, held] = [ownView(wanted), there && ownView(there)]
  return own !== undefined && (held === undefined || !sameViewQuery(held, own))
}

/** Whether a column of a table that is used was taken away until the end of the segment. */
function lacksColumn(work: Rendering, uses: readonly UsedName[]): boolean {
  return uses.filter(isRelation).some(({ name }) => {
    const [live, draft] = [liveTable(work, name), draftTable(work, name)]
    if (live === undefined || draft === undefined || live === draft) return false
    const there = new Set(live.columns.map(column => column.name))
    return draft.columns.some(column => !there.has(column.name))
  })
}
