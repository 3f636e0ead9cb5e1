import { quoteName } from '../../compiler/schema/name.ts'

/** A name in a place where some words mean something else: these go in quotes. */
export function writeName(name: string, taken: ReadonlySet<string>): string {
  return taken.has(name) ? `"${name}"` : quoteName(name)
}

/** Words that start a member of a table in such a way that a column of that name could be misread. */
export const MEMBER_WORDS: ReadonlySet<string> = new Set(['include', 'dropped', 'check'])
/** Words that start a line of an enum. */
export const ENTRY_WORDS: ReadonlySet<string> = new Set(['removed', 'dropped', 'moves', 'renames'])
/** The names of the databases, where SQL or a type may follow them. */
export const DIALECT_WORDS: ReadonlySet<string> = new Set(['postgres', 'sqlite'])
/** Words that may follow the column of an index. */
export const KEY_WORDS: ReadonlySet<string> = new Set(['asc', 'desc', 'nulls', 'collate', ...DIALECT_WORDS])
/** Words that are values of their own. */
export const VALUE_WORDS: ReadonlySet<string> = new Set(['null', 'true', 'false'])
/** Words that may stand where the optional name of an enum's second half stands. */
export const OPTION_WORDS: ReadonlySet<string> = new Set(['only', 'was'])
/** `unique index (…)` is an index, `primary key (…)` a habit from SQL, and the databases tag SQL after `check`. */
export const CONSTRAINT_WORDS: ReadonlySet<string> = new Set(['index', 'key', ...DIALECT_WORDS])
