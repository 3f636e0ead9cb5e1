import type { DialectName } from '../../../compiler/schema/dialect.ts'
import type { Diagnostic, Range } from '../../diagnostic.ts'

/** What the plan of a project says to an editor: plain data, which passes between threads. */
export interface PlanAnswer {
  /** The file that the project begins with. */
  readonly main: string
  /** What is wrong with the schema files, all of them. */
  readonly diagnostics: readonly Diagnostic[]
  /** What is risky about the next revision, on the lines that cause it. */
  readonly hazards: readonly HazardDiagnostic[]
  /** The hints whose work the revisions have done. */
  readonly spent: readonly Diagnostic[]
  /** What is wrong with the revisions and their SQL. */
  readonly revisionProblems: readonly Diagnostic[]
  readonly lenses: readonly PlanLens[]
  readonly status: PlanStatus
}

/** A hazard at its place. Its `data` holds `object`, `targets`, and the facts of a `HazardFix` where a line of text settles it. */
export interface HazardDiagnostic extends Diagnostic {
  /** `users.phone`: what it speaks of, which may be there no more. */
  readonly object: string
  /** The key of what it stands on. */
  readonly at: string
  /** The databases that it concerns; left out when it concerns all targets. */
  readonly targets?: readonly DialectName[]
}

/** A line of text over a declaration. */
export interface PlanLens {
  readonly file: string
  readonly range: Range
  readonly title: string
  /** The key of the declaration, which may be there no more; left out over the project block. */
  readonly object?: string
  /** The document that it opens, if any. */
  readonly uri?: string
}

/** How a project stands. */
export interface PlanStatus {
  /** `broken`: the schema files have errors. `unreadable past`: the revisions have, or there are several heads. */
  readonly state: 'planned' | 'broken' | 'unreadable past'
  /** How many steps lead from the revisions to the schema files. */
  readonly steps: number
  readonly heads: number
  readonly hazards: number
}
