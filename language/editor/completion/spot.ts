import type { Candidate } from './candidate.ts'
import type { Frame, Read, Reading } from './grammar/reading.ts'
import type { Scene } from './scene.ts'

/** A place for one sort of token, as one way of reading the line has it. */
export interface Spot {
  readonly scene: Scene
  readonly reading: Reading
  /** The tokens before it, the first one first. */
  readonly reads: readonly Read[]
  /** `Rule.property` of the grammar. */
  readonly slot: string
  /** The rules around it, the innermost first. */
  readonly rules: readonly string[]
  readonly frame: Frame
  /** What stands before it of the same dotted name: `audit.` has one part. */
  readonly qualifier: readonly string[]
}

/** What can stand at a spot. */
export type Offer = (spot: Spot) => readonly Candidate[]
