import { forDialect } from '../../../schema/dialect.ts'
import type { DbObject } from '../../../schema/objects/db-object.ts'
import { objectKey } from '../../../schema/objects/object-key.ts'
import { isParsedBody } from '../../../sql/routine/body-names.ts'
import { describeStep } from '../../../steps/describe.ts'
import { objectDefinition } from '../../../steps/objects/definitions.ts'
import { canMean } from '../../../steps/objects/names.ts'
import { usesOfSql } from '../../../steps/objects/uses-of-sql.ts'
import { createRoutine } from '../objects/routine.ts'
import { liveObject } from './objects.ts'
import { emit, type Rendering } from './rendering.ts'

/**
 * Makes or changes an object, or a function without a look into its body (the manual, check_function_bodies) where that names what
 * comes only later: functions in a circle. `open` are the keys of the objects that are being made around it.
 */
export function makingUnchecked<T>(work: Rendering, object: DbObject, open: ReadonlySet<string>, make: () => T): T {
  if (!namesComing(work, object, open)) return make()
  emit(work, 'set local check_function_bodies = off')
  const before = work.out.length
  const made = make()
  if (work.out.length === before) work.out.pop()
  else {
    emit(work, 'set local check_function_bodies = on')
    work.unchecked.add(objectKey(object))
  }
  return made
}

function namesComing(work: Rendering, object: DbObject, open: ReadonlySet<string>): boolean {
  const body = bodyOf(object)
  if (body === undefined || (work.comingAhead.size === 0 && open.size < 2)) return false
  const uses = usesOfSql(body)
  const own = objectKey(object)
  const around = [...open].flatMap(key => (key === own || isThere(work, key) ? [] : namesOf(work, key)))
  return [...work.comingAhead.values(), ...around].some(name => uses.some(used => canMean(used, name)))
}

function isThere({ live, draft }: Rendering, key: string): boolean {
  return live.objects.get(key) === draft.objects.get(key)
}

function namesOf(work: Rendering, key: string) {
  const object = work.draft.objects.get(key)
  return object === undefined ? [] : objectDefinition(object).provides(object as never)
}

/** The body of a function in SQL that is a text; Postgres keeps it as such. */
function bodyOf(object: DbObject): string | undefined {
  if ((object.kind !== 'function' && object.kind !== 'procedure') || object.language !== 'sql') return undefined
  const body = forDialect(object.sql, 'postgres')
  return body === undefined || isParsedBody(body) ? undefined : body
}

/** Has the server look into the bodies that it has not looked into yet: what they name is there by now. */
export function checkBodies(work: Rendering): void {
  for (const key of work.unchecked) {
    const object = liveObject(work, key)
    if (object?.kind !== 'function' && object?.kind !== 'procedure') continue
    work.about = describeStep({ kind: 'create object', object })
    emit(work, createRoutine(object, 'create or replace'))
  }
  work.unchecked.clear()
}
