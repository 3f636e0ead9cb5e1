import type { QName } from '../../schema/name.ts'
import { type GrantObject, isPlainTarget, plainPrivileges } from '../../schema/objects/grant.ts'
import { pathText } from '../../sql/object/made-thing.ts'
import { mapTypeText } from '../../sql/routine/types-in.ts'
import type { ObjectDefinition } from './definition.ts'
import type { NameEdits, UsedName } from './names.ts'
import { sameData } from './same-data.ts'

/** Grants: nothing names one, and each is named by what it is on. */
export const grantDefinition: ObjectDefinition<'grant'> = {
  same: (a, b) => sameData({ ...a, comment: '' }, { ...b, comment: '' }),
  provides: () => [],
  uses: grantUses,
  follow: (grant, edits) => {
    const { name, on, privileges } = grant
    if (isPlainTarget(on)) return grant
    if (on === 'type') return { ...grant, name: followName(name, edits) }
    if (on === 'function' || on === 'procedure') {
      const types = grant.types?.map(one => mapTypeText(one, edits.type)) ?? []
      return { ...grant, name: edits.routine(name, types), types }
    }
    const followed = privileges.map(one =>
      one.columns === undefined ? one : { ...one, columns: one.columns.map(column => edits.column(name, column)) },
    )
    return { ...grant, name: edits.relation(name), privileges: plainPrivileges(followed) }
  },
  rename: (grant, { name }) => ({ ...grant, name }),
}

/** The name of a type as heads of functions follow it. */
function followName(name: QName, { type }: NameEdits): QName {
  const text = pathText(name)
  const next = type(text)
  if (next === text) return name
  const parts = [...next.matchAll(/"((?:[^"]|"")*)"|([^".]+)/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain!,
  )
  return parts.length > 1 ? { schema: parts[0]!, name: parts[1]! } : { name: parts[0]! }
}

/** What it is on. */
export function grantUses({ name, on, privileges }: GrantObject): readonly UsedName[] {
  if (isPlainTarget(on)) return []
  if (on === 'type') return [{ space: 'type', name }]
  if (on === 'function' || on === 'procedure') return [{ space: 'routine', name }]
  const columns = privileges.flatMap(one => one.columns ?? [])
  return [
    { space: 'relation', name },
    ...columns.map((column): UsedName => ({ space: 'column', name: { name: column }, of: name, soft: true })),
  ]
}
