import { nameText } from '../../../../schema/name.ts'
import { triggerKey } from '../../../../schema/schema.ts'
import { applyStep } from '../../../../steps/apply.ts'
import { quoteIdentifier, quoteQName } from '../../quote.ts'
import { takeFollowedTrigger, takeFollowedView } from '../followed-values.ts'
import { liftView, triggerNote } from '../lift.ts'
import { forgetLookups } from '../lookups.ts'
import { moveObject } from '../move-object.ts'
import { emit, noteReason } from '../rendering.ts'
import type { StepRenderers } from '../step-renderers.ts'
import { dropTrigger } from '../trigger.ts'
import { viewKey } from '../view.ts'

type Kinds =
  | 'create view'
  | 'drop view'
  | 'rename view'
  | 'alter view'
  | 'create trigger'
  | 'drop trigger'
  | 'rename trigger'
  | 'alter trigger'

/** Views and triggers come, and change, at the end of the segment, when all that they read is as it will be. */
export const viewRenderers: StepRenderers<Kinds> = {
  'create view'(work, { view }) {
    noteReason(work, viewKey(view.name))
  },
  'drop view'(work, { view }) {
    liftView(work, view.name)
    work.reasons.delete(viewKey(view.name))
  },
  'rename view'(work, step) {
    const before = work.live.views.get(nameText(step.from))
    if (before === undefined) return
    applyStep(work.live, step)
    forgetLookups(work.lookups)
    if (work.stale.delete(nameText(step.from))) work.stale.add(nameText(step.to))
    if (before.only !== 'sqlite') moveObject(work, 'view', step.from, step.to)
  },
  'alter view'(work, { to }) {
    takeFollowedView(work, to.name)
    noteReason(work, viewKey(to.name))
  },
  'create trigger'(work, { trigger }) {
    noteReason(work, triggerNote(triggerKey(trigger)))
  },
  'drop trigger'(work, { trigger }) {
    const live = work.live.triggers.get(triggerKey(trigger))
    if (live !== undefined) dropTrigger(work, live)
  },
  'rename trigger'(work, step) {
    const live = work.live.triggers.get(triggerKey({ table: step.table, name: step.from }))
    if (live === undefined) return
    applyStep(work.live, step)
    forgetLookups(work.lookups)
    if (live.only === 'sqlite') return
    const pair = `${quoteIdentifier(step.from)} on ${quoteQName(step.table)} rename to ${quoteIdentifier(step.to)}`
    emit(work, `alter trigger ${pair}`)
  },
  'alter trigger'(work, { to }) {
    takeFollowedTrigger(work, to)
    noteReason(work, triggerNote(triggerKey(to)))
  },
}
