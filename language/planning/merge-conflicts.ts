import type { Conflict, ConflictKind, ConflictSide } from '../../compiler/revisions/merge/conflict.ts'
import { findConflicts } from '../../compiler/revisions/merge/find-conflicts.ts'
import { mixedSql } from '../../compiler/revisions/merge/mixed-sql.ts'
import type { MergeRequest } from '../../compiler/revisions/merge/request.ts'
import { sayStep } from '../../compiler/revisions/merge/say.ts'
import type { Problem } from '../../compiler/revisions/problem.ts'
import type { OpenHistory } from './open-history.ts'

const CODES: Readonly<Record<ConflictKind, string>> = {
  misfit: 'MIG350',
  order: 'MIG351',
  sql: 'MIG352',
  name: 'MIG353',
  missing: 'MIG354',
}

/** Two revisions that do not go together, as a problem of each of their files. */
export interface MergeConflict {
  readonly conflict: Conflict
  readonly code: string
  /** An error at the revision of the later branch. */
  readonly error: Problem
  /** What stands against it, at the other revision. */
  readonly note: Problem
}

/** What keeps branches from being joined; nothing when they go together. */
export function mergeConflicts(open: OpenHistory, request: MergeRequest): readonly MergeConflict[] {
  return findConflicts(request).map(conflict => {
    const [one, other] = conflict.sides
    const code = CODES[conflict.kind]
    const { message } = conflict
    const said = `The other side: ${sayStep(one)}.`
    return {
      conflict,
      code,
      error: { code, severity: 'error', message, remedy: '', ...placeOf(open, other) },
      note: { code, severity: 'warning', message: said, remedy: '', ...placeOf(open, one) },
    }
  })
}

/** Hand-written SQL of one branch that speaks of what the other branch changes: somebody should look at it. */
export function mixedProblems(open: OpenHistory, request: MergeRequest): readonly Problem[] {
  const remedy = 'If their order matters, mig merge --rebase puts one branch on top of the other.'
  return mixedSql(request).map(({ message, sides }) => ({
    code: 'MIG356',
    severity: 'warning',
    message,
    remedy,
    ...placeOf(open, sides[1]),
  }))
}

function placeOf(
  { revisions }: OpenHistory,
  { revision, at }: ConflictSide,
): { file: string; line?: number; column?: number } {
  const { file, stepLines } = revisions.get(revision)!
  const line = at === undefined ? 1 : stepLines?.[at]
  return line === undefined ? { file } : { file, line, column: 1 }
}
