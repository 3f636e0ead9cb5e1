import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { Runnables } from '../../database/run/runnable.ts'

/** Refuses to bring a database to several heads whose SQL does not go together. Reads the steps only when it is asked. */
export function branchCheck(
  migrations: string,
  dialect: DialectName,
  cwd: string,
): NonNullable<Runnables['checkBranches']> {
  return async heads => {
    const { mergeRequest } = await import('../../language/planning/merge-request.ts')
    const { openHistory } = await import('./open-history.ts')
    const { refuseConflicts } = await import('./merge-conflicts.ts')
    const open = openHistory({ migrations }, cwd)
    refuseConflicts(open, mergeRequest(open, heads, [dialect]), cwd, 'Nothing was run.')
  }
}
