/** What a failure says of the runs before it. */
export interface RunStory {
  /** Which run of how many, counted from 1. */
  readonly at: number
  readonly of: number
  /** Revisions of this command that ran before, and stay. */
  readonly ranBefore: readonly string[]
  /** The command line that goes on. */
  readonly command: string
}
