import { dialects } from '../../compiler/dialects/dialects.ts'
import type { Conflict, ConflictKind, ConflictSide } from '../../compiler/revisions/merge/conflict.ts'
import { findConflicts } from '../../compiler/revisions/merge/find-conflicts.ts'
import { type MixedSql, mixedSql } from '../../compiler/revisions/merge/mixed-sql.ts'
import type { MergeRequest } from '../../compiler/revisions/merge/request.ts'
import { sayStep } from '../../compiler/revisions/merge/say.ts'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { Problem } from '../output/problem.ts'
import { ProblemsFound } from '../output/problems-found.ts'
import { fileProblems } from './file-problems.ts'
import type { OpenHistory } from './open-history.ts'

const CODES: Readonly<Record<ConflictKind, string>> = {
  misfit: 'MIG350',
  order: 'MIG351',
  sql: 'MIG352',
  name: 'MIG353',
  missing: 'MIG354',
}

/** What is to be joined, as the compiler wants it. */
export function mergeRequest(
  { graph, revisions }: OpenHistory,
  heads: readonly string[],
  targets: readonly DialectName[],
): MergeRequest {
  return { graph, revisions, heads, targets, render: (steps, before, name) => dialects[name].render(steps, before) }
}

/** Throws `ProblemsFound` when branches do not go together: each conflict stands at both revisions. */
export function refuseConflicts(
  open: OpenHistory,
  request: MergeRequest,
  cwd: string,
  done = 'Nothing was written.',
): void {
  const conflicts = findConflicts(request)
  if (conflicts.length === 0) return
  const problems = conflicts.flatMap(conflict => conflictProblems(open, conflict, cwd))
  const facts = { conflicts: conflicts.map(conflictJson(open)) }
  const [at] = request.heads.slice(-1)
  const how = `${done} The branches must run one after the other: write the revisions of one of them, which no database but your own has run, anew on top of the other: mig merge --rebase ${at}. See docs/merging.md.`
  throw new ProblemsFound(problems, 'in the way of a merge', how, facts)
}

/** Hand-written SQL of one branch that speaks of what the other branch changes: somebody should look at it. */
export function mixedProblems(open: OpenHistory, request: MergeRequest, cwd: string): readonly Problem[] {
  return mixedSql(request).flatMap(({ message, sides }: MixedSql) => {
    const remedy = 'If their order matters, mig merge --rebase puts one branch on top of the other.'
    return fileProblems([{ code: 'MIG356', severity: 'warning', message, remedy, ...placeOf(open, sides[1]) }], cwd)
  })
}

function conflictProblems(open: OpenHistory, { kind, message, sides }: Conflict, cwd: string): readonly Problem[] {
  const [one, other] = sides
  const code = CODES[kind]
  const [error] = fileProblems([{ code, severity: 'error', message, remedy: '', ...placeOf(open, other) }], cwd)
  const also = { code, severity: 'warning' as const, message: `The other side: ${sayStep(one)}.`, remedy: '' }
  const [note] = fileProblems([{ ...also, ...placeOf(open, one) }], cwd)
  return [error!, { ...note!, severity: 'note' }]
}

function placeOf(
  { revisions }: OpenHistory,
  { revision, at }: ConflictSide,
): { file: string; line?: number; column?: number } {
  const { file, stepLines } = revisions.get(revision)!
  const line = at === undefined ? 1 : stepLines?.[at]
  return line === undefined ? { file } : { file, line, column: 1 }
}

function conflictJson(open: OpenHistory): (conflict: Conflict) => object {
  return ({ kind, object, sides, message }) => ({
    code: CODES[kind],
    object,
    revisions: sides.map(side => side.revision),
    files: sides.map(side => open.revisions.get(side.revision)!.folder),
    message,
  })
}
