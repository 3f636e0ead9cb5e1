import { MigError } from '../../compiler/failure.ts'
import { findConflicts } from '../../compiler/revisions/merge/find-conflicts.ts'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import { mergeRequest } from './merge-request.ts'
import { readHistory } from './open-history.ts'

/** Throws MIG358 when revisions of several branches cannot stand in one database side by side. */
export function checkBranches(migrations: string, heads: readonly string[], dialect: DialectName): void {
  const [conflict] = findConflicts(mergeRequest(readHistory(migrations), heads, [dialect]))
  if (conflict === undefined) return
  const ids = conflict.sides.map(side => side.revision)
  throw new MigError({
    code: 'MIG358',
    message: `The revisions ${ids.join(' and ')} stand on different branches and do not go together: ${conflict.message}`,
    remedy: `Nothing was run. Put one branch on top of the other with \`mig merge --rebase ${heads.at(-1)!}\`, or name the one head to go to.`,
    facts: { revisions: ids, object: conflict.object },
    exit: 1,
  })
}
