import type { Range } from './diagnostic.ts'

/** A place in one of the files of a project. */
export interface Source {
  readonly file: string
  readonly range: Range
  /** Where the declaration or the line of it begins in the text, which is known without looking for its name. */
  readonly offset: number
}

/** Where the things of a project stand. */
export interface Sources {
  /**
   * By the key of an object: `users`, `audit.events`, `users.email`, `order_status.sent`, `users.users_email_key`. The
   * range is that of its name; that of the line's first word where a name was made.
   */
  readonly objects: ReadonlyMap<string, Source>
  /** By the place of a hint. */
  readonly hints: readonly Source[]
}
