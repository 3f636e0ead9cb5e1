import type { ObjectKind } from '../../../schema/objects/db-object.ts'
import type { SqliteObject } from './definition.ts'

/** A kind of object that SQLite does not have: the text has to say `only postgres`. */
export function notHeld<K extends ObjectKind>(): SqliteObject<K> {
  return { project: () => undefined, create: () => [], drop: () => [], inspect: async () => [] }
}
