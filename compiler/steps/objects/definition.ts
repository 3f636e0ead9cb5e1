import type { DialectName } from '../../schema/dialect.ts'
import type { ObjectKind, ObjectOf } from '../../schema/objects/db-object.ts'
import type { ObjectId } from '../../schema/objects/object-key.ts'
import type { NameEdits, ProvidedName, UsedName } from './names.ts'

/** What there is to know of a kind of object without a dialect. */
export interface ObjectDefinition<K extends ObjectKind> {
  /** Whether two objects of one key are the same but for their comments. */
  readonly same: (a: ObjectOf<K>, b: ObjectOf<K>) => boolean
  /** The names that others can use it by. */
  readonly provides: (object: ObjectOf<K>) => readonly ProvidedName[]
  /** The names that it uses, `depends on` left aside. */
  readonly uses: (object: ObjectOf<K>) => readonly UsedName[]
  /** The object with the names in it edited, its own left aside. */
  readonly follow: (object: ObjectOf<K>, edits: NameEdits) => ObjectOf<K>
  /** The object under another name. */
  readonly rename: (object: ObjectOf<K>, to: ObjectId) => ObjectOf<K>
  /** How SQL that uses it follows its new name; left out where nothing names it in SQL. */
  readonly inSql?: (sql: string, from: ObjectId, to: ObjectId) => string
  /** How types in heads and columns follow its new name; left out for what is no type. */
  readonly inType?: (type: string, from: ObjectId, to: ObjectId) => string
  /** What a database loses with it, which making it again does not bring back, as a noun. */
  readonly loss?: (object: ObjectOf<K>, dialect: DialectName) => string | undefined
  /** The same of a change of it. */
  readonly lossOfChange?: (from: ObjectOf<K>, to: ObjectOf<K>, dialect: DialectName) => string | undefined
}

/** The definitions of all kinds: one that is forgotten does not compile. */
export type ObjectDefinitions = { readonly [K in ObjectKind]: ObjectDefinition<K> }
