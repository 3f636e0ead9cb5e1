import type { WorkspaceEdit } from 'vscode-languageserver-types'
import type { Loaded } from '../../../load.ts'
import type { OpenText } from '../../history-reader.ts'

/** Who asks what can be done, and what that is made from. */
export interface RevisionActor {
  /** The project, with all of its diagnostics: a merge must not be planned from schema files that have errors. */
  readonly loaded: () => Loaded
  readonly openText?: OpenText
  /** When a revision that is made now was made: UTC, whole seconds, `2026-01-05T05:30:00Z`. */
  readonly created: string
}

/** One way to mend a problem. */
export interface RevisionRemedy {
  readonly title: string
  readonly changes: NonNullable<WorkspaceEdit['documentChanges']>
  /** The one way that is surely meant. */
  readonly preferred?: boolean
}
