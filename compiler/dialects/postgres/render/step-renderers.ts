import type { StepKind, StepOf } from '../../../steps/step.ts'
import type { Rendering } from './rendering.ts'

/**
 * How each kind of step becomes statements. A renderer gets Postgres' own side of the step, looks at what the database
 * holds, writes statements, and writes down in `live` what they did.
 */
export type StepRenderers<K extends StepKind> = { readonly [P in K]: (work: Rendering, step: StepOf<P>) => void }
