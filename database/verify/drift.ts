import type { Dialect } from '../../compiler/dialects/dialect.ts'
import { alignNames } from '../../compiler/dialects/sqlite/align-names.ts'
import { diff } from '../../compiler/diff/diff.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import type { Step } from '../../compiler/steps/step.ts'

/** The steps that would still lead a live catalog to the wanted one; both as `inspect` gives them. None: they hold the same. */
export function driftOf(dialect: Pick<Dialect, 'name'>, live: Schema, wanted: Schema): readonly Step[] {
  return diff(dialect.name === 'sqlite' ? alignNames(live, wanted) : live, wanted)
}
