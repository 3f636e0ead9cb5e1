import type { History } from '../../../compiler/revisions/stored-revision.ts'
import type { DialectName } from '../../../compiler/schema/dialect.ts'
import type { OpenText } from '../history-reader.ts'

/** The revisions to look at, as the disk and the open texts have them. */
export interface RevisionCheck {
  /** As `HistoryReader` reads it. */
  readonly history: History
  /** The migrations folder, absolute. */
  readonly path: string
  readonly targets: readonly DialectName[]
  readonly openText?: OpenText
}

/** The name of the file that a revision's folder holds beside its SQL. */
export const REVISION_FILE = 'revision.mig'
