import type { DialectName } from '../../schema/dialect.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Step } from '../../steps/step.ts'
import type { FoldedRevision } from '../fold.ts'
import type { RevisionGraph } from '../graph.ts'

/** What is to be joined. */
export interface MergeRequest {
  readonly graph: RevisionGraph
  readonly revisions: ReadonlyMap<string, FoldedRevision>
  /** The revisions that are to have a child in common. */
  readonly heads: readonly string[]
  readonly targets: readonly DialectName[]
  /** The statements of some steps on a database that holds a schema. */
  readonly render: (steps: readonly Step[], before: Schema, dialect: DialectName) => readonly RenderedStatement[]
}

/** What of a rendered statement matters here. */
export interface RenderedStatement {
  readonly sql: string
  readonly about: string
  readonly transaction: boolean
}
