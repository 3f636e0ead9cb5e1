import { nameText, type QName, sameName } from '../../../schema/name.ts'
import type { Trigger } from '../../../schema/objects.ts'
import { triggerKey } from '../../../schema/schema.ts'
import { enter, type Lookup } from './lookups.ts'
import type { Rendering } from './rendering.ts'

/** The triggers that a table or view of the database has, by their keys. */
export function triggersOf(work: Rendering, relation: QName): readonly (readonly [string, Trigger])[] {
  work.lookups.triggers ??= lookUpTriggers(work)
  const keys = [...(work.lookups.triggers.get(nameText(relation)) ?? [])]
  return keys.flatMap(key => {
    const trigger = work.live.triggers.get(key)
    return trigger !== undefined && sameName(trigger.table, relation) ? [[key, trigger] as const] : []
  })
}

/** Writes down that the triggers of a relation went with it. */
export function dropTriggersOf(work: Rendering, relation: QName): void {
  for (const [key] of triggersOf(work, relation)) work.live.triggers.delete(key)
}

/** Notes a new trigger. */
export function noteTrigger(work: Rendering, trigger: Trigger): void {
  enter(work.lookups.triggers, nameText(trigger.table), triggerKey(trigger))
}

function lookUpTriggers(work: Rendering): Lookup {
  const lookup: Lookup = new Map()
  for (const [key, trigger] of work.live.triggers) enter(lookup, nameText(trigger.table), key)
  return lookup
}
