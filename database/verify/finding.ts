import type { Direction } from '../../compiler/revisions/stored-revision.ts'
import type { VerifyProblem } from './verified.ts'

/** A problem before it is known of which revision, target and file it is. */
export type Finding = Pick<VerifyProblem, 'code' | 'severity' | 'message' | 'remedy' | 'line' | 'refused'>

/** A finding, and the direction whose SQL file it is about. */
export type PlacedFinding = Finding & { readonly direction: Direction }
