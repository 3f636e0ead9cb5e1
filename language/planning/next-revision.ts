import type { Hazard } from '../../compiler/hazards/hazard.ts'
import type { RevisionFiles } from '../../compiler/revisions/folder.ts'
import { checkRevisionId } from '../../compiler/revisions/graph-problems.ts'
import { folderName, revisionId } from '../../compiler/revisions/identity.ts'
import type { Revision } from '../../compiler/revisions/revision.ts'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import { printRevision } from '../print/revision.ts'
import { printStep } from '../print/step.ts'
import type { NextChange } from './plan-next.ts'
import { revisionSqlFiles } from './revision-sql.ts'

/** A revision that is ready to be written, and its files by their names. */
export interface NextRevision {
  readonly revision: Revision
  readonly files: RevisionFiles
  /** The name of its folder. */
  readonly folder: string
}

/** What a person said of the revision. */
export interface RevisionWords {
  readonly message: string
  readonly id?: string
  /** As `readClock` gives it. */
  readonly created: string
  /** What a revision that is written anew keeps beside its steps. */
  readonly keep?: Pick<Revision, 'labels' | 'needs' | 'allows'>
}

/** Makes the revision of a planned change. */
export function nextRevision(
  change: NextChange,
  hazards: readonly Hazard[],
  targets: readonly DialectName[],
  { message, id, created, keep }: RevisionWords,
): NextRevision {
  const { parents, steps } = change
  if (id !== undefined) checkRevisionId(id)
  const revision: Revision = {
    id: id ?? revisionId(parents, message, steps.map(printStep).join('\n')),
    message,
    parents,
    needs: keep?.needs ?? [],
    labels: keep?.labels ?? [],
    created,
    allows: [...(keep?.allows ?? []), ...allowsOf(hazards)],
    steps,
  }
  const text = withWarnings(printRevision(revision), hazards)
  const files = { 'revision.mig': text, ...revisionSqlFiles(revision, change, targets, text) }
  return { revision, files, folder: folderName(revision) }
}

function allowsOf(hazards: readonly Hazard[]): Revision['allows'] {
  return hazards.flatMap(({ code, object, allowed }) =>
    allowed === undefined ? [] : [{ code, object, reason: allowed }],
  )
}

/** The text of a revision with its hazards as comments between header and steps, for whoever reviews it. */
function withWarnings(text: string, hazards: readonly Hazard[]): string {
  const notes = hazards.map(({ code, severity, object, message }) => `// ${severity} ${code} ${object}: ${message}`)
  const end = text.indexOf('\n\n')
  if (notes.length === 0 || end < 0) return text
  return `${text.slice(0, end)}\n\n${notes.join('\n').replaceAll(/[\r\u2028\u2029]/g, ' ')}${text.slice(end)}`
}
