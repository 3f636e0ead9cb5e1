import { draftOf, type Schema } from '../schema/schema.ts'
import { applyStep } from '../steps/apply.ts'
import type { Step } from '../steps/step.ts'
import type { Spent } from './applicable.ts'
import { dropsInTime } from './drops-in-time.ts'
import { diffEnums } from './enums.ts'
import { indexHints } from './hint-index.ts'
import { withNewNames } from './hint-names.ts'
import { type Hints, NO_HINTS } from './hints.ts'
import { diffObjects } from './objects.ts'
import { orderSteps } from './order.ts'
import { diffExtensions, diffSchemas } from './plain-objects.ts'
import { renameObjects } from './renames.ts'
import { spentAfter } from './spent-cycles.ts'
import { diffTables } from './tables.ts'
import { diffTriggers } from './triggers.ts'
import { diffViews } from './views.ts'

const NOTHING_SPENT: Spent = new Set()

/**
 * The ordered steps that lead from one schema to another. Renames come from the hints alone and are made first;
 * then everything is compared by name. The same function plans, finds drift and judges the tests.
 */
export function diff(
  before: Schema,
  after: Schema,
  hints: Hints = NO_HINTS,
  spent: Spent = NOTHING_SPENT,
): readonly Step[] {
  const draft = draftOf(before)
  const renames = renameObjects(draft, after, indexHints(hints), spent)
  const renamed: Schema = draftOf(draft)
  const index = indexHints(withNewNames(hints, renamed, after))
  const spentNow = spentAfter(spent, renames)
  const enums = diffEnums(renamed, after, index, spentNow)
  for (const step of enums) if (step.kind === 'alter enum') applyStep(draft, step)
  const steps: Step[] = [
    ...diffSchemas(renamed, after),
    ...diffExtensions(renamed, after),
    ...enums,
    ...diffTables({ renamed, settled: draft, after }, index),
    ...diffViews(renamed, after),
    ...diffTriggers(renamed, after),
    ...diffObjects(draft, after, index, spentNow),
  ]
  return [...renames, ...dropsInTime(orderSteps(steps, renamed, after), renamed)]
}
