import { checkMigrations } from '../../compiler/revisions/check.ts'
import type { Problem } from '../../compiler/revisions/problem.ts'
import type { History } from '../../compiler/revisions/stored-revision.ts'
import { DIALECTS, type DialectName } from '../../compiler/schema/dialect.ts'
import { RENDERER, revisionSql } from './revision-sql.ts'

/**
 * What is wrong with the revisions of a folder and their SQL. Without targets, as without a project, they are those that
 * the revisions have SQL for.
 */
export function checkHistory(history: History, path: string, targets?: readonly DialectName[]): readonly Problem[] {
  const rendered = () =>
    DIALECTS.filter(dialect => history.revisions.some(({ sql }) => sql(dialect, 'up') !== undefined))
  return checkMigrations({
    history,
    path,
    targets: targets ?? rendered(),
    renderer: RENDERER,
    render: ({ revision }, before, after, dialect, direction) =>
      revisionSql(revision, { before, after }, dialect, direction),
  })
}
