import type { Schema } from '../../compiler/schema/schema.ts'
import type { CatalogObject } from './catalog-object.ts'
import type { Live } from './read-live.ts'

/**
 * What a database holds in the schemas of the project, and no revision makes: tables, views, types, functions … and the
 * names alone of other schemas. Extensions and what belongs to them are theirs.
 */
export function unmanagedObjects(
  { objects, current }: Pick<Live, 'objects' | 'current'>,
  wanted: Schema,
  ledgerSchema: string | undefined,
): readonly CatalogObject[] {
  const named = [
    ...wanted.objects.values(),
    ...wanted.tables.values(),
    ...wanted.views.values(),
    ...wanted.enums.values(),
  ]
  const schemas = new Set<string | undefined>([
    undefined,
    current,
    ...[...wanted.schemas.values()].map(one => one.name),
  ])
  for (const { name } of named) if (name.schema !== undefined) schemas.add(name.schema)
  const isManaged = ({ kind, name }: CatalogObject) => {
    if (kind === 'extension') return wanted.extensions.has(name)
    if (wanted.objects.has(`${kind} ${name}`)) return true
    return wanted.tables.has(name) || wanted.views.has(name) || wanted.enums.has(name)
  }
  return objects
    .filter(({ kind, name, space }) => {
      if (kind === 'schema') return !schemas.has(space) && space !== 'public' && space !== ledgerSchema
      return schemas.has(space) && !isManaged({ kind, name })
    })
    .map(({ kind, name }) => ({ kind, name }))
}
