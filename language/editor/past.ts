import type { RevisionGraph } from '../../compiler/revisions/graph.ts'
import type { StoredRevision } from '../../compiler/revisions/stored-revision.ts'
import type { Schema } from '../../compiler/schema/schema.ts'

/** What the revisions of a project say, where all of them can be read. */
export interface Past {
  /** The migrations folder, absolute. */
  readonly path: string
  readonly graph: RevisionGraph
  readonly revisions: ReadonlyMap<string, StoredRevision>
  readonly heads: readonly string[]
  /** The schema at the heads: what the next revision starts from. */
  readonly schema: Schema
}
