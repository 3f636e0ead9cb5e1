import { quoteName } from '../schema/name.ts'
import { isObjectKind } from '../schema/objects/db-object.ts'
import type { Schema } from '../schema/schema.ts'
import type { HintedKind } from './hints.ts'

/** A thing as hints name it: `in` is the key of the table or enum that holds it. */
export interface Named {
  readonly kind: HintedKind
  readonly in?: string
  /** The key of a table, enum or view; the bare name of everything else. */
  readonly name: string
}

/** Whether a schema has a thing of a name. */
export function hasNamed(schema: Schema, { kind, in: owner = '', name }: Named): boolean {
  const table = schema.tables.get(owner)
  const isNamed = (one: { readonly name: string }) => one.name === name
  switch (kind) {
    case 'schema':
      return schema.schemas.has(name)
    case 'enum':
      return schema.enums.has(name)
    case 'table':
      return schema.tables.has(name)
    case 'view':
      return schema.views.has(name)
    case 'enum value':
      return schema.enums.get(owner)?.values.includes(name) ?? false
    case 'field': {
      const holder = schema.objects.get(`composite ${owner}`)
      return holder?.kind === 'composite' && holder.fields.some(isNamed)
    }
    case 'column':
      return table?.columns.some(isNamed) ?? false
    case 'constraint':
      return table?.constraints.some(isNamed) ?? false
    case 'index':
      return table?.indexes.some(isNamed) ?? false
    case 'trigger':
      return schema.triggers.has(`${owner}.${quoteName(name)}`)
    default:
      return isObjectKind(kind) && schema.objects.has(`${kind} ${name}`)
  }
}
