import type { DialectName } from '../schema/dialect.ts'
import type { Problem } from './problem.ts'
import type { Revision, RevisionHead } from './revision.ts'

/** Which way a SQL file leads. */
export type Direction = 'up' | 'down'

/** Both ways, in the order in which the files are written. */
export const DIRECTIONS: readonly Direction[] = ['up', 'down']

/** A revision as it lies in the migrations folder, with its steps or, read lightly, its head alone. */
export interface StoredRevision<R extends RevisionHead = Revision> {
  readonly revision: R
  /** The name of its folder. */
  readonly folder: string
  /** The path of its `revision.mig`. */
  readonly file: string
  /** The 1-based line of each step in `file`, as far as the reader knows it. */
  readonly stepLines?: readonly number[]
  /** The text of a SQL file, read when asked for; undefined when it is not there. */
  readonly sql: (dialect: DialectName, direction: Direction) => string | undefined
}

/** All that a migrations folder holds. */
export interface History<R extends RevisionHead = Revision> {
  /** By `created`, then by id: the load order of the graph. */
  readonly revisions: readonly StoredRevision<R>[]
  readonly problems: readonly Problem[]
  /** The revisions that are there, but whose text is wrong below its head. */
  readonly unread?: readonly UnreadRevision[]
}

/** A revision of which only the head could be read. */
export interface UnreadRevision {
  readonly head: RevisionHead
  /** The path of its `revision.mig`. */
  readonly file: string
}

/** The name of a SQL file in the folder of its revision: `postgres.up.sql`. */
export function sqlFileName(dialect: DialectName, direction: Direction): string {
  return `${dialect}.${direction}.sql`
}
