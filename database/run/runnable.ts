import type { RevisionGraph } from '../../compiler/revisions/graph.ts'
import type { Direction } from '../../compiler/revisions/stored-revision.ts'
import type { DialectName } from '../../compiler/schema/dialect.ts'

/** What running needs of a revision: its head and its SQL; never its steps. */
export interface Runnable {
  readonly head: { readonly id: string; readonly message: string; readonly parents: readonly string[] }
  /** The path of its `revision.mig`. */
  readonly file: string
  /** The text of a SQL file; undefined when it is not there. */
  readonly sql: (dialect: DialectName, direction: Direction) => string | undefined
}

/** A migrations folder, ready to run. */
export interface Runnables {
  readonly graph: RevisionGraph
  readonly revisions: ReadonlyMap<string, Runnable>
  /**
   * Throws when revisions of several branches cannot stand in one database side by side; asked before a database gets to
   * more than one head. It may read what running does not: the steps.
   */
  readonly checkBranches?: (heads: readonly string[]) => Promise<void>
}
