import type { ObjectKind, ObjectOf } from '../../../schema/objects/db-object.ts'
import type { Query } from '../../dialect.ts'

/** How SQLite makes, changes and tells a kind of object. `only` has been looked at by then. */
export interface SqliteObject<K extends ObjectKind> {
  /** What SQLite holds of it, in the form in which `inspect` gives it; undefined for nothing. */
  readonly project: (object: ObjectOf<K>) => ObjectOf<K> | undefined
  /** The statements that make it, for what `project` has kept. */
  readonly create: (object: ObjectOf<K>) => readonly string[]
  readonly drop: (object: ObjectOf<K>) => readonly string[]
  /** The statements that put `to` in the place of `from`; left out where it goes and comes again. */
  readonly change?: (from: ObjectOf<K>, to: ObjectOf<K>) => readonly string[]
  /** The statements that give it the name of `to`; left out where it goes and comes again. */
  readonly rename?: (from: ObjectOf<K>, to: ObjectOf<K>) => readonly string[]
  /** What can be compared of it, each thing under its own name, where that is not the object as `project` gives it. */
  readonly parts?: (object: ObjectOf<K>) => readonly ObjectOf<K>[]
  /** All that a live database holds of the kind. */
  readonly inspect: (query: Query) => Promise<readonly ObjectOf<K>[]>
}

/** The definitions of all kinds: one that is forgotten does not compile. */
export type SqliteObjects = { readonly [K in ObjectKind]: SqliteObject<K> }
