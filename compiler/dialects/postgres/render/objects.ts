import type { QName } from '../../../schema/name.ts'
import type { DbObject } from '../../../schema/objects/db-object.ts'
import { objectKey } from '../../../schema/objects/object-key.ts'
import { meansName, meansRelation } from '../../../sql/same-relation.ts'
import { lossOf } from '../../../steps/loss.ts'
import { objectDefinition } from '../../../steps/objects/definitions.ts'
import { canMean, type ProvidedName, type UsedName } from '../../../steps/objects/names.ts'
import { sameObjectDefinition } from '../../../steps/objects/same-object.ts'
import { postgresObject } from '../objects/definitions.ts'
import { ownObject } from '../objects/own-object.ts'
import { changeComment } from './comment.ts'
import { keepGrant, keepObject } from './keep-privileges.ts'
import { emit, noteReason, type Rendering } from './rendering.ts'
import { dropTriggersOf } from './triggers-of.ts'

/** How an object of the family is called in the notes of a rendering. */
export function objectNote(key: string): string {
  return `object ${key}`
}

/** The object as the database holds it now. */
export function liveObject(work: Rendering, key: string): DbObject | undefined {
  const live = work.live.objects.get(key)
  return live && ownObject(live)
}

/** Makes an object, as far as it can be made now. */
export function makeObject(work: Rendering, object: DbObject): void {
  const { create, commentOn, possibleNow } = postgresObject(object)
  const now = possibleNow?.(object as never, work) ?? object
  for (const sql of create(now as never)) emit(work, sql)
  changeComment(work, commentOn(now as never), undefined, now.comment)
  putObject(work, now)
  work.bringColumns(now)
}

/** Puts another definition in the place of an object; false where it must go and come again. */
export function changeObject(work: Rendering, from: DbObject, to: DbObject): boolean {
  const { change, commentOn, possibleNow } = postgresObject(to)
  const now = possibleNow?.(to as never, work) ?? to
  const isSame = sameObjectDefinition(from, now)
  const statements = isSame ? [] : from.kind === to.kind ? change(from as never, now as never, work) : undefined
  if (statements === undefined) return false
  const lossy = lossOf({ kind: 'alter object', from, to }, 'postgres')
  for (const [at, sql] of statements.entries()) emit(work, sql, lossy !== undefined && at === 0 ? { lossy } : {})
  changeComment(work, commentOn(now as never), from.comment, now.comment)
  putObject(work, now)
  return true
}

/** Drops an object that the database holds; what uses it is gone by now. */
export function dropObject(work: Rendering, object: DbObject, isLost: boolean): void {
  const next = work.draft.objects.get(objectKey(object))
  const lossy =
    next !== undefined && !isLost
      ? lossOf({ kind: 'alter object', from: object, to: next }, 'postgres')
      : isLost
        ? lossOf({ kind: 'drop object', object }, 'postgres')
        : undefined
  if (next !== undefined || !isLost) keepObject(work, object)
  emit(work, postgresObject(object).drop(object as never), lossy === undefined ? {} : { lossy })
  const key = objectKey(object)
  work.live.objects.delete(key)
  work.away.add(key)
  for (const name of objectDefinition(object).provides(object as never)) {
    if (name.space === 'relation') dropTriggersOf(work, name.name)
    loseDependants(work, name)
  }
}

function putObject(work: Rendering, object: DbObject): void {
  const key = objectKey(object)
  work.live.objects.set(key, object)
  work.away.delete(key)
}

/** Frees what would go without a word when something else goes, where it can stay. */
export function releaseDependants(work: Rendering, name: ProvidedName): void {
  for (const own of hangingOn(work, name)) {
    const free = postgresObject(own).release?.(own as never)
    if (free === undefined) continue
    for (const sql of free.statements) emit(work, sql)
    work.live.objects.set(objectKey(own), free.object)
    noteReason(work, objectNote(objectKey(own)))
  }
}

function hangingOn(work: Rendering, name: ProvidedName): readonly DbObject[] {
  return [...work.live.objects.values()].flatMap(object => {
    const own = ownObject(object)
    const hangs = own && postgresObject(own).goesWith?.(own as never)
    return own !== undefined && hangs?.some(used => isThat(used, name)) ? [own] : []
  })
}

/** Writes down what went without a word when something else went, so that the end of the segment makes it again. */
export function loseDependants(work: Rendering, name: ProvidedName): void {
  for (const object of hangingOn(work, name)) {
    const key = objectKey(object)
    work.live.objects.delete(key)
    work.away.add(key)
    noteReason(work, objectNote(key))
    keepGrant(work, object)
  }
}

/** The objects of the database that Postgres would not let something go without. */
export function objectsHolding(work: Rendering, ...names: readonly ProvidedName[]): readonly DbObject[] {
  if (work.live.objects.size === 0) return []
  return [...work.live.objects.values()].flatMap(object => {
    const own = ownObject(object)
    return own !== undefined && holdsOf(own).some(used => names.some(name => isThat(used, name))) ? [own] : []
  })
}

/** Takes objects out of the way that hold something: a function that returns rows of a view, for that view. */
export function liftHolders(work: Rendering, ...names: readonly ProvidedName[]): void {
  for (const object of objectsHolding(work, ...names)) work.liftObject(object)
}

/** Takes away the objects that have spelled out the `*` of a relation, which stands for other columns now. */
export function liftStars(work: Rendering, relation: QName): void {
  liftHolders(work, { space: 'column', name: { name: '*' }, of: relation })
}

const held = new WeakMap<DbObject, readonly UsedName[]>()

/** What Postgres does not let go before an object; worked out once for each value. */
export function holdsOf(object: DbObject): readonly UsedName[] {
  let names = held.get(object)
  if (names === undefined) {
    const { holds } = postgresObject(object)
    names = holds === undefined ? objectDefinition(object).uses(object as never) : holds(object as never)
    held.set(object, names)
  }
  return names
}

function isThat(used: UsedName, name: ProvidedName): boolean {
  if (name.space !== 'column') return canMean(used, name)
  if (used.space !== 'column' || (used.name.name !== '*' && !meansName(used.name.name, name.name.name))) return false
  return used.of === undefined || name.of === undefined || meansRelation(used.of, name.of)
}
