import type { VerifyProblem } from './verified.ts'

/** A problem before it is known of which revision, target and file it is. */
export type Finding = Pick<VerifyProblem, 'code' | 'severity' | 'message' | 'remedy' | 'line'>
