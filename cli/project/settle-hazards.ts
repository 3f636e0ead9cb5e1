import type { Hazard } from '../../compiler/hazards/hazard.ts'
import type { Allow } from '../../compiler/revisions/revision.ts'
import type { Loaded } from '../../language/load.ts'
import type { Problem } from '../output/problem.ts'
import { ProblemsFound } from '../output/problems-found.ts'
import { ownHazards } from './allow.ts'
import { hazardProblems } from './hazard-problems.ts'

const SETTLE = `Nothing was written. Settle each error in the schema file, or own it: --allow CODE:OBJECT --because 'REASON'.`

/** The hazards of a plan after `--allow`. */
export interface Settled {
  readonly hazards: readonly Hazard[]
  /** Those that are to be shown: warnings, and what was allowed. */
  readonly warnings: readonly Problem[]
}

/** Throws `ProblemsFound` with all hazards when one of them is an error that nobody allowed. */
export function settleHazards(
  hazards: readonly Hazard[],
  allows: readonly Allow[],
  loaded: Loaded,
  cwd: string,
): Settled {
  const { hazards: owned, blocking } = ownHazards(hazards, allows)
  const warnings = hazardProblems(owned, loaded, cwd)
  if (blocking.length === 0) return { hazards: owned, warnings }
  const allow = blocking.map(({ code, object }) => `${code}:${object}`)
  throw new ProblemsFound(warnings, 'in what the change would do', SETTLE, { allow })
}
