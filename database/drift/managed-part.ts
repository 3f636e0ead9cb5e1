import { nameText } from '../../compiler/schema/name.ts'
import type { Schema } from '../../compiler/schema/schema.ts'

/** Of what is there, the objects that are wanted as well, with all members that they have. */
export function managedPart(live: Schema, wanted: Schema): Schema {
  return {
    schemas: kept(live.schemas, key => wanted.schemas.has(key)),
    extensions: kept(live.extensions, key => wanted.extensions.has(key)),
    enums: kept(live.enums, key => wanted.enums.has(key)),
    tables: kept(live.tables, key => wanted.tables.has(key)),
    views: kept(live.views, key => wanted.views.has(key)),
    triggers: kept(live.triggers, (_, { table }) => {
      const key = nameText(table)
      return wanted.tables.has(key) || wanted.views.has(key)
    }),
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
