import { dirname } from 'node:path'
import type { Problem } from '../../../compiler/revisions/problem.ts'
import { readSqlHead } from '../../../compiler/revisions/sql-file.ts'
import { DIRECTIONS, type StoredRevision } from '../../../compiler/revisions/stored-revision.ts'
import type { DialectName } from '../../../compiler/schema/dialect.ts'
import { sourceSum } from '../../planning/revision-sql.ts'
import type { RevisionCheck } from './revision-check.ts'

/** The revisions that are open and whose text is another than their SQL was rendered from, though it gives the same SQL. */
export function editedProblems(
  { history, targets, openText }: RevisionCheck,
  found: readonly Problem[],
): readonly Problem[] {
  if (found.some(({ code }) => /^MIG(?:1|31|32)/.test(code))) return []
  const wrong = new Set(found.filter(({ file }) => file.endsWith('.sql')).map(({ file }) => dirname(file)))
  return history.revisions.flatMap(stored => {
    const text = openText?.(stored.file)
    if (text === undefined || wrong.has(dirname(stored.file)) || isSource(stored, text, targets)) return []
    const message = `Revision ${stored.revision.id} was edited after its SQL was rendered; its steps still give the same SQL.`
    const remedy = 'Render it again to say so in the SQL files. What a database has applied it keeps.'
    return [{ code: 'MIG346', severity: 'warning', message, remedy, file: stored.file }]
  })
}

/** Whether the SQL files say that they were rendered from this text; those that say nothing count as well. */
export function isSource({ sql }: StoredRevision, text: string, targets: readonly DialectName[]): boolean {
  const sum = sourceSum(text)
  return targets.every(dialect =>
    DIRECTIONS.every(direction => {
      const written = sql(dialect, direction)
      const source = written === undefined ? '' : readSqlHead(written).source
      return source === '' || source === sum
    }),
  )
}
