import { dirname, join } from 'node:path'
import { checkSql } from '../../../../compiler/revisions/check-sql.ts'
import { DIRECTIONS, type StoredRevision, sqlFileName } from '../../../../compiler/revisions/stored-revision.ts'
import type { DialectName } from '../../../../compiler/schema/dialect.ts'
import type { Diagnostic } from '../../../diagnostic.ts'
import { isEmpty, sidesOf } from '../../../planning/drafts.ts'
import { type OpenHistory, openHistory } from '../../../planning/open-history.ts'
import { RENDERER, revisionSqlFiles } from '../../../planning/revision-sql.ts'
import { currentText } from '../current-text.ts'
import { newFile, wholeFile } from '../file-edits.ts'
import { readRevisions } from '../known-revisions.ts'
import type { RevisionActor, RevisionRemedy } from './revision-remedy.ts'

/**
 * The SQL of a revision as `mig compile` would render it: all of it where some is stale, else what is missing. What was edited by
 * hand is taken away only where that is asked for.
 */
export function renderAgain(actor: RevisionActor, { code, file, data }: Diagnostic): readonly RevisionRemedy[] {
  const { project } = actor.loaded()
  const targets = project.targets.map(({ dialect }) => dialect)
  const open = openHistory(readRevisions(project.migrations, actor.openText), project.migrations)
  const folder = dirname(file)
  const stored = [...open.revisions.values()].find(one => dirname(one.file) === folder)
  const text = stored && currentText(stored.file, actor.openText)
  if (stored === undefined || text === undefined || stored.revision.steps.some(isEmpty)) return []
  const files = sqlFiles(open, stored, text, targets)
  const named = Array.isArray(data?.files) ? (data.files as readonly string[]) : []
  const isSpoilt = data?.derived === false
  const chosen = files.filter(({ name, state }) =>
    isSpoilt ? named.includes(name) : code === 'MIG346' ? state !== 'spoilt' : isWritten(state, files),
  )
  if (chosen.length === 0) return []
  const { id } = stored.revision
  const title = isSpoilt
    ? `Take away what was changed by hand: render ${named.join(', ')} again`
    : chosen.every(({ state }) => state === 'missing')
      ? `Render the SQL that revision ${id} lacks`
      : `Render the SQL of revision ${id} again`
  const changes = chosen.flatMap(({ name, now, rendered }) => {
    const path = join(folder, name)
    return now === undefined ? newFile(path, rendered) : wholeFile(path, now, rendered)
  })
  return [{ title, changes, preferred: !isSpoilt }]
}

type State = 'missing' | 'stale' | 'spoilt' | 'right'

interface SqlDraft {
  readonly name: string
  readonly rendered: string
  readonly now: string | undefined
  readonly state: State
}

function isWritten(state: State, files: readonly SqlDraft[]): boolean {
  return files.some(file => file.state === 'stale') ? state !== 'spoilt' : state === 'missing'
}

function sqlFiles(
  open: OpenHistory,
  stored: StoredRevision,
  source: string,
  targets: readonly DialectName[],
): readonly SqlDraft[] {
  const { revision } = stored
  const rendered = revisionSqlFiles(revision, sidesOf(open, stored), targets, source)
  return targets.flatMap(dialect =>
    DIRECTIONS.map(direction => {
      const name = sqlFileName(dialect, direction)
      const now = stored.sql(dialect, direction)
      const sql = { revision, dialect, direction, text: now ?? '', file: name }
      const problem = now === undefined ? undefined : checkSql(sql, RENDERER, () => rendered[name]!)
      const state =
        now === undefined ? 'missing' : problem === undefined ? 'right' : problem.derived ? 'stale' : 'spoilt'
      return { name, rendered: rendered[name]!, now, state }
    }),
  )
}
