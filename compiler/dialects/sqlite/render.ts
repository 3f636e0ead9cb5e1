import type { Schema } from '../../schema/schema.ts'
import type { Step } from '../../steps/step.ts'
import type { Statement } from '../dialect.ts'
import { withKeysOff } from './render/foreign-keys.ts'
import { beginProgress } from './render/progress.ts'
import { renderStep } from './render/render-step.ts'
import { endSegment } from './render/segment.ts'
import { followEnumUsers } from './render/tables-of-enum.ts'

/**
 * The statements for an ordered list of steps on SQLite 3.35 or newer. All changes of a table between two renames are made
 * at once: in place where `alter table` can, else by one rebuild.
 */
export function render(steps: readonly Step[], before: Schema): readonly Statement[] {
  const progress = beginProgress(steps, before)
  for (const step of steps) {
    renderStep(progress, step)
    followEnumUsers(progress, step)
  }
  endSegment(progress)
  return withKeysOff(progress, [...(progress.tables.renames ? [FOLLOW] : []), ...progress.statements])
}

/** Some builds have it on, and then foreign keys of other tables keep the old name (pragma.html#pragma_legacy_alter_table). */
const FOLLOW: Statement = {
  sql: 'pragma legacy_alter_table = off',
  about: 'what references a renamed table follows it',
  transaction: true,
}
