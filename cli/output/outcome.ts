import type { Problem } from './problem.ts'

/** What a command came to. `main.ts` prints it: `text` for people, `json` with `--json`. */
export interface Outcome {
  /** 0 done or nothing to do, 1 findings that a person must answer. */
  readonly exit: 0 | 1
  /** The result, for stdout; an empty text prints nothing. */
  readonly text: string
  /** The one document that `--json` prints. */
  readonly json: unknown
  /** Problems that are the result, as those of `check`: printed on stdout before `text`, in the form of `--format`. */
  readonly findings?: readonly Problem[]
  /** Problems beside the result, as the warnings of `compile`: printed on stderr. */
  readonly warnings?: readonly Problem[]
}
