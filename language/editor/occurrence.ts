import type { ObjectKind } from '../../compiler/schema/objects/db-object.ts'

/** The kinds of object that have names of their own. */
export type NamedObjectKind = Exclude<ObjectKind, 'grant'>

/** The kinds of thing that a name in a `.mig` text can stand for. */
export type NameKind =
  | 'project'
  | 'schema'
  | 'extension'
  | 'enum'
  | 'enum value'
  | 'type'
  | 'mixin'
  | 'table'
  | 'column'
  | 'constraint'
  | 'index'
  | 'view'
  | 'trigger'
  | 'field'
  | NamedObjectKind

/**
 * declaration: where the thing is declared. reference: where it is meant. past: an old name. That of `was` has the key of
 * the thing that is called otherwise now; that of `dropped` or `removed` the key that the thing had.
 */
export type OccurrenceRole = 'declaration' | 'reference' | 'past'

/** How a name is written at a place: as a name of the language, as a name in SQL, or as the text of a string in SQL. */
export type NameWriting = 'mig' | 'sql' | 'sql string'

/** One mention of a thing in a text. */
export interface Occurrence {
  /** The name alone, with its quotes and without its schema: offsets into the text of the file. */
  readonly start: number
  readonly end: number
  readonly kind: NameKind
  /**
   * Which thing: the same for every mention of it, whatever the file. `users`, `audit.events`, `users.email`,
   * `order_status.sent`, `users.users_email_key`; `mixin timestamps`, and `mixin timestamps.created_at` for a column that
   * a mixin declares, whichever table it is named through; `type document`. An object of the family has what its label says:
   * `add(integer, integer)`, `orders.own_rows`.
   */
  readonly key: string
  /** The name as it is meant: without quotes, folded where SQL folds. */
  readonly name: string
  readonly role: OccurrenceRole
  readonly writing: NameWriting
  /** True for a name that is not written there: a made name, at the word that makes it. It can be found, not renamed. */
  readonly made?: true
}
