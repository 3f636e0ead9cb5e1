import type { QName } from '../../schema/name.ts'
import { idOf } from '../../schema/objects/object-key.ts'
import type { Draft } from '../../schema/schema.ts'
import { mapObjects } from './follow-objects.ts'
import { renameEnumEverywhere } from './rename-enum.ts'
import { renameObjectEverywhere } from './rename-object.ts'
import { renameTableEverywhere, renameViewEverywhere, replaceKey } from './rename-relation.ts'

/** Renames a schema, and with it the qualified name of everything in it. */
export function renameSchemaEverywhere(draft: Draft, from: string, to: string): void {
  replaceKey(draft.schemas, from, to, { ...draft.schemas.get(from)!, name: to })
  const moved = (name: QName): QName => ({ schema: to, name: name.name })
  for (const { name } of [...draft.enums.values()])
    if (name.schema === from) renameEnumEverywhere(draft, name, moved(name))
  for (const { name } of [...draft.tables.values()])
    if (name.schema === from) renameTableEverywhere(draft, name, moved(name))
  for (const { name } of [...draft.views.values()])
    if (name.schema === from) renameViewEverywhere(draft, name, moved(name))
  for (const object of [...draft.objects.values()]) {
    const id = idOf(object)
    if (id.table === undefined && id.label === undefined && id.name.schema === from)
      renameObjectEverywhere(draft, id, { ...id, name: moved(id.name) })
  }
  mapObjects(draft, object =>
    object.kind === 'grant' && object.on === 'schema' && object.name.name === from
      ? { ...object, name: { name: to } }
      : object,
  )
  for (const [key, extension] of draft.extensions) {
    if (extension.schema === from) draft.extensions.set(key, { ...extension, schema: to })
  }
}
