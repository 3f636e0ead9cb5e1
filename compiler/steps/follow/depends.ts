import { type QName, sameName } from '../../schema/name.ts'
import type { Draft } from '../../schema/schema.ts'
import { mapObjects } from './follow-objects.ts'

/** Renames what `depends on` speaks of. */
export function renameInDepends(draft: Draft, from: QName, to: QName): void {
  for (const [key, view] of draft.views) draft.views.set(key, renamedIn(view, from, to))
  for (const [key, trigger] of draft.triggers) draft.triggers.set(key, renamedIn(trigger, from, to))
  if ([...draft.objects.values()].some(object => names(object, from)))
    mapObjects(draft, object => renamedIn(object, from, to))
}

interface Depending {
  readonly dependsOn?: readonly QName[]
}

function names({ dependsOn = [] }: Depending, name: QName): boolean {
  return dependsOn.some(one => sameName(one, name))
}

function renamedIn<T extends Depending>(object: T, from: QName, to: QName): T {
  if (!names(object, from)) return object
  return { ...object, dependsOn: object.dependsOn?.map(one => (sameName(one, from) ? to : one)) }
}
