import type { Draft, Schema } from '../../../compiler/schema/schema.ts'
import type { Tape } from '../tape.ts'
import type { Edit } from './notes.ts'

/** A kind of thing that few schemas hold: how it comes, and what may happen to it. */
export interface Rarity {
  /** Makes one; `before` is the schema that the edits began with. */
  readonly add: (draft: Draft, tape: Tape, before?: Schema) => void
  /** Changes, renames, moves and drops; one that finds nothing of its kind changes nothing. */
  readonly edits: readonly Edit[]
  /** Whether there is something to change. */
  readonly isIn: (draft: Draft) => boolean
}
