import type { ObjectKind, ObjectOf } from '../../../schema/objects/db-object.ts'
import type { ObjectId } from '../../../schema/objects/object-key.ts'
import type { Schema } from '../../../schema/schema.ts'
import type { UsedName } from '../../../steps/objects/names.ts'
import type { Query } from '../../dialect.ts'
import type { Rendering } from '../render/rendering.ts'

/** How Postgres makes, changes and tells a kind of object. Objects come as `ownObject` gives them: with Postgres' own texts. */
export interface PostgresObject<K extends ObjectKind> {
  /** The statements that make it, without its comment. */
  readonly create: (object: ObjectOf<K>) => readonly string[]
  readonly drop: (object: ObjectOf<K>) => string
  /** The statements that make `to` of `from` in its place, comments left aside; undefined where it must go and come again. */
  readonly change: (from: ObjectOf<K>, to: ObjectOf<K>, work: Rendering) => readonly string[] | undefined
  /** The statements that give it another name. */
  readonly rename: (from: ObjectId, to: ObjectId, object: ObjectOf<K>) => readonly string[]
  /** How `comment on` calls it: `function add(integer, integer)`. */
  readonly commentOn: (object: ObjectOf<K>) => string
  /** What it uses that Postgres does not let go before it; left out where that is all that it uses. */
  readonly holds?: (object: ObjectOf<K>) => readonly UsedName[]
  /** What goes without a word when that goes which it hangs on: a policy with its table. Left out where nothing does that. */
  readonly goesWith?: (object: ObjectOf<K>) => readonly UsedName[]
  /** What it is without that on which it hangs, and the statements that free it, so that it stays when that goes; left out where it cannot. */
  readonly release?: (object: ObjectOf<K>) => { readonly object: ObjectOf<K>; readonly statements: readonly string[] }
  /** What the database holds of it after something that it names got another name; left out where Postgres follows it all. */
  readonly afterRename?: (before: ObjectOf<K>, after: ObjectOf<K>) => ObjectOf<K>
  /** The part of it that can be made now, where the rest must wait for the end of the segment. */
  readonly possibleNow?: (object: ObjectOf<K>, work: Rendering) => ObjectOf<K>
  /** The form in which `inspect` gives it; undefined for what `inspect` leaves to something else. */
  readonly project: (object: ObjectOf<K>, schema: Schema) => ObjectOf<K> | undefined
  /** What can be compared of it, each thing under its own name, where that is not the object as `project` gives it. */
  readonly parts?: (object: ObjectOf<K>) => readonly ObjectOf<K>[]
  /** The same as a temporary object, where a server may be asked for its own words in that way. */
  readonly trial?: (object: ObjectOf<K>) => ObjectOf<K>
  /** What must be there before that: a temporary table for what hangs on one. */
  readonly beforeTrial?: (object: ObjectOf<K>) => readonly string[]
  /** What the server tells of an object made as `trial` gives it, where `inspect` alone would not find it. */
  readonly readTrial?: (query: Query, object: ObjectOf<K>) => Promise<ObjectOf<K> | undefined>
  /** All that a live database holds of the kind, in the schemas `n` of which that holds: `USER_SCHEMA`, as a rule. */
  readonly inspect: (query: Query, schemas?: string) => Promise<readonly ObjectOf<K>[]>
}

/** The definitions of all kinds: one that is forgotten does not compile. */
export type PostgresObjects = { readonly [K in ObjectKind]: PostgresObject<K> }
