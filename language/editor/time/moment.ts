import type { StoredRevision } from '../../../compiler/revisions/stored-revision.ts'
import { describeStep } from '../../../compiler/steps/describe.ts'

/** A step of a revision, as a point in the life of an object. */
export interface Moment {
  /** The id of the revision. */
  readonly revision: string
  readonly message: string
  readonly created: string
  /** The path of its `revision.mig`. */
  readonly file: string
  /** 1-based, where it is known. */
  readonly line?: number
  /** What the step does, in words. */
  readonly step: string
}

/** The moment of the step that stands at a place of a revision. */
export function momentOf({ revision, file, stepLines }: StoredRevision, at: number): Moment {
  const { id, message, created, steps } = revision
  const line = stepLines?.[at]
  return { revision: id, message, created, file, ...(line !== undefined && { line }), step: describeStep(steps[at]!) }
}
