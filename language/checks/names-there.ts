import type { RenameHint } from '../../compiler/diff/hints.ts'
import { type Schema, triggerKey } from '../../compiler/schema/schema.ts'
import { readName } from '../literals/name-literal.ts'

/** Tells whether there is still something of the name that a `was` speaks of. */
export function namesThere(schema: Schema): (hint: RenameHint) => boolean {
  const members = new Map<string, ReadonlySet<string>>()
  const has = (kind: string, owner: string, name: string, read: () => readonly string[]) => {
    const key = `${kind} ${owner}`
    const names = members.get(key) ?? new Set(read())
    members.set(key, names)
    return names.has(name)
  }
  const named = (list: readonly { readonly name: string }[] | undefined) => (list ?? []).map(({ name }) => name)
  return ({ kind, in: owner = '', from }) => {
    const table = schema.tables.get(owner)
    switch (kind) {
      case 'schema':
        return schema.schemas.has(from)
      case 'view':
        return schema.views.has(from)
      case 'enum':
        return schema.enums.has(from)
      case 'table':
        return schema.tables.has(from)
      case 'enum value':
        return has(kind, owner, from, () => schema.enums.get(owner)?.values ?? [])
      case 'column':
        return has(kind, owner, from, () => named(table?.columns))
      case 'constraint':
        return has(kind, owner, from, () => named(table?.constraints))
      case 'index':
        return has(kind, owner, from, () => named(table?.indexes))
      case 'trigger':
        return schema.triggers.has(triggerKey({ name: from, table: readName(owner) }))
    }
  }
}
