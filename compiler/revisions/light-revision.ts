import type { RevisionHead } from './revision.ts'
import type { StoredRevision } from './stored-revision.ts'

/** A revision as running needs it: its head and its SQL, but not its steps. */
export interface LightRevision extends Pick<StoredRevision, 'folder' | 'file' | 'sql'> {
  readonly head: RevisionHead
}
