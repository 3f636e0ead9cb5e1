import type { DbObject } from '../../../schema/objects/db-object.ts'
import { OBJECT_KINDS } from '../../../schema/objects/db-object.ts'
import { objectKey } from '../../../schema/objects/object-key.ts'
import type { Query } from '../../dialect.ts'
import { postgresObjects } from '../objects/definitions.ts'

/** Functions, sequences and whatever else of the family a database holds. */
export async function inspectObjects(query: Query): Promise<Map<string, DbObject>> {
  const objects = new Map<string, DbObject>()
  for (const kind of OBJECT_KINDS) {
    for (const object of await postgresObjects[kind].inspect(query)) objects.set(objectKey(object), object)
  }
  return objects
}
