import { nameText } from '../../../schema/name.ts'
import { objectKey } from '../../../schema/objects/object-key.ts'
import type { Step } from '../../../steps/step.ts'
import type { Rendering } from './rendering.ts'

/** Forgets what only other databases held and no longer do, so that its name is free. */
export function forgetForeign(work: Rendering, step: Step): void {
  switch (step.kind) {
    case 'drop table':
      work.live.tables.delete(nameText(step.table.name))
      break
    case 'drop view':
      work.live.views.delete(nameText(step.view.name))
      break
    case 'drop object':
      work.live.objects.delete(objectKey(step.object))
      break
    case 'drop enum':
      work.live.enums.delete(nameText(step.enum.name))
      break
    case 'drop schema':
      work.live.schemas.delete(step.schema.name)
      break
  }
}
