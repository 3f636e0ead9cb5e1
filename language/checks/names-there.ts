import { hasNamed } from '../../compiler/diff/has-named.ts'
import type { RenameHint } from '../../compiler/diff/hints.ts'
import type { Schema } from '../../compiler/schema/schema.ts'

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
      case 'enum value':
        return has(kind, owner, from, () => schema.enums.get(owner)?.values ?? [])
      case 'column':
        return has(kind, owner, from, () => named(table?.columns))
      case 'constraint':
        return has(kind, owner, from, () => named(table?.constraints))
      case 'index':
        return has(kind, owner, from, () => named(table?.indexes))
      default:
        return hasNamed(schema, { kind, in: owner, name: from })
    }
  }
}
