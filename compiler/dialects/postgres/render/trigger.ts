import type { FiringState, Trigger } from '../../../schema/objects.ts'
import { triggerKey } from '../../../schema/schema.ts'
import { splitTriggerText } from '../../../sql/trigger-text.ts'
import { firingVerb } from '../objects/firing-verb.ts'
import { quoteIdentifier, quoteQName } from '../quote.ts'
import { changeComment, triggerObject } from './comment.ts'
import { emit, type Rendering } from './rendering.ts'
import { noteTrigger } from './triggers-of.ts'

/** Creates a trigger; a text that begins with `constraint` makes a constraint trigger. */
export function makeTrigger(work: Rendering, trigger: Trigger): void {
  const text = trigger.sql.all!.trim().replace(/[;\s]+$/, '')
  const constraint = /^constraint\b\s*/i.exec(text)?.[0] ?? ''
  const { event, rest } = splitTriggerText(text.slice(constraint.length))
  const kind = constraint === '' ? 'trigger' : 'constraint trigger'
  const name = quoteIdentifier(trigger.name)
  emit(work, `create ${kind} ${name} ${event.trim()} on ${quoteQName(trigger.table)}\n${rest.trim()}`)
  setFiring(work, trigger, undefined)
  changeComment(work, triggerObject(trigger), undefined, trigger.comment)
  work.live.triggers.set(triggerKey(trigger), trigger)
  noteTrigger(work, trigger)
}

/** Drops a trigger that the database holds. */
export function dropTrigger(work: Rendering, trigger: Trigger): void {
  emit(work, `drop trigger ${quoteIdentifier(trigger.name)} on ${quoteQName(trigger.table)}`)
  work.live.triggers.delete(triggerKey(trigger))
}

/** Says when a trigger fires, where that is not so by now (ALTER TABLE, ENABLE TRIGGER). */
export function setFiring(work: Rendering, { name, table, state }: Trigger, from: FiringState | undefined): void {
  if (state === from) return
  emit(work, `alter table ${quoteQName(table)} ${firingVerb(state)} trigger ${quoteIdentifier(name)}`)
}
