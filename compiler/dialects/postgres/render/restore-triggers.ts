import type { Trigger } from '../../../schema/objects.ts'
import { describeStep } from '../../../steps/describe.ts'
import { sameTrigger } from '../../../steps/same.ts'
import { ownTrigger } from '../own.ts'
import { bringUsed } from './bring-object.ts'
import { changeComment, triggerObject } from './comment.ts'
import { triggerNote } from './lift.ts'
import { type Rendering, resumeReason } from './rendering.ts'
import { dropTrigger, makeTrigger, setFiring } from './trigger.ts'

/** Makes the triggers that are missing, and those that are not as the steps say. */
export function restoreTriggers(work: Rendering): void {
  for (const [key, value] of work.draft.triggers) {
    const live = work.live.triggers.get(key)
    if (live === value) continue
    const trigger = ownTrigger(value)
    if (trigger === undefined) continue
    const old = live && ownTrigger(live)
    bringUsed(work, trigger.sql.all)
    resumeReason(work, triggerNote(key), describeStep({ kind: 'create trigger', trigger }))
    if (old === undefined) makeTrigger(work, trigger)
    else if (sameTrigger(bare(old), bare(trigger))) {
      setFiring(work, trigger, old.state)
      changeComment(work, triggerObject(trigger), old.comment, trigger.comment)
    } else {
      dropTrigger(work, old)
      makeTrigger(work, trigger)
    }
  }
}

/** What cannot change in its place. */
function bare({ state: _state, comment: _comment, ...trigger }: Trigger): Trigger {
  return trigger
}
