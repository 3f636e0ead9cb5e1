import { nameText } from '../../compiler/schema/name.ts'
import type { DbObject } from '../../compiler/schema/objects/db-object.ts'
import { grantPlace } from '../../compiler/schema/objects/grant.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import { outerTables } from '../../compiler/steps/objects/outer-tables.ts'

/** Of what is there, the objects that are wanted as well, with all members that they have. */
export function managedPart(live: Schema, wanted: Schema): Schema {
  const outer = outerTables(wanted.objects.values())
  return {
    schemas: kept(live.schemas, key => wanted.schemas.has(key)),
    extensions: kept(live.extensions, key => wanted.extensions.has(key)),
    enums: kept(live.enums, key => wanted.enums.has(key)),
    tables: kept(live.tables, key => wanted.tables.has(key)),
    views: kept(live.views, key => wanted.views.has(key)),
    triggers: kept(live.triggers, (_, { table }) => {
      const key = nameText(table)
      return wanted.tables.has(key) || wanted.views.has(key) || outer.has(key)
    }),
    objects: kept(live.objects, isManaged(wanted)),
  }
}

/** A policy or a rule is part of its table; of privileges all are meant where one is said of what they are on. */
function isManaged(wanted: Schema): (key: string, object: DbObject) => boolean {
  const granted = new Set<string>()
  for (const object of wanted.objects.values()) if (object.kind === 'grant') granted.add(grantPlace(object))
  return (key, object) => {
    if (wanted.objects.has(key)) return true
    if (object.kind === 'grant') return granted.has(grantPlace(object))
    if (object.kind !== 'policy' && object.kind !== 'rule') return false
    const table = nameText(object.table)
    return wanted.tables.has(table) || wanted.views.has(table)
  }
}

/** Where the text does not say into which schema an extension goes, any is the right one. */
export function withPlacedExtensions(wanted: Schema, live: Schema): Schema {
  const extensions = [...wanted.extensions].map(([key, extension]) => {
    const schema = extension.schema ?? live.extensions.get(key)?.schema
    return [key, schema === undefined ? extension : { ...extension, schema }] as const
  })
  return { ...wanted, extensions: new Map(extensions) }
}

function kept<T>(objects: ReadonlyMap<string, T>, isKept: (key: string, object: T) => boolean): ReadonlyMap<string, T> {
  return new Map([...objects].filter(([key, object]) => isKept(key, object)))
}
