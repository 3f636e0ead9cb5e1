import { type GrantObject, grantPlace, plainPrivileges } from '../../../compiler/schema/objects/grant.ts'
import { objectKey } from '../../../compiler/schema/objects/object-key.ts'
import { inputTypes } from '../../../compiler/schema/objects/routine.ts'
import type { Draft } from '../../../compiler/schema/schema.ts'
import type { Tape } from '../tape.ts'
import type { Rarity } from './rarity.ts'

const ROLES = ['app', 'Odd role', 'reader', 'public']
const grants = (draft: Draft) => [...draft.objects.values()].filter(one => one.kind === 'grant')
type Target = Pick<GrantObject, 'name' | 'on' | 'types'> & { readonly can: readonly string[]; readonly byAll?: true }

/** What may be granted on, and what everybody may do there. */
function targets(draft: Draft): readonly Target[] {
  const objects = [...draft.objects.values()].flatMap((one): readonly Target[] => {
    switch (one.kind) {
      case 'sequence':
        return [{ name: one.name, on: 'sequence', can: ['select', 'update', 'usage'] }]
      case 'function':
      case 'procedure':
        return [{ name: one.name, on: one.kind, types: inputTypes(one), can: ['execute'], byAll: true }]
      case 'domain':
      case 'composite':
        return [{ name: one.name, on: 'type', can: ['usage'], byAll: true }]
      default:
        return []
    }
  })
  const relations = [...draft.tables.values(), ...draft.views.values()].filter(
    one => one.only !== 'sqlite' && !('sql' in one && one.sql.all === undefined && one.sql.postgres === undefined),
  )
  return [
    { name: { name: 'database' }, on: 'database', can: ['connect', 'create', 'temporary'] },
    { name: { name: 'database' }, on: 'database', can: ['connect', 'temporary'], byAll: true },
    ...[...draft.enums.values()].map(one => ({ name: one.name, on: 'type', can: ['usage'], byAll: true }) as const),
    ...relations.map(one => ({ name: one.name, on: 'table', can: ['insert', 'select', 'trigger', 'update'] }) as const),
    ...objects,
    ...objects,
  ]
}

/** Grants and revokes on whatever there is. */
export const privileges: Rarity = {
  add: (draft, tape) => {
    const { can, byAll, ...target } = tape.pick(targets(draft))
    const some = can.filter(() => !tape.chance(3))
    const names = (some.length > 0 ? some : can).map(name => ({ name }))
    const base = { kind: 'grant', ...target, privileges: plainPrivileges(names), only: 'postgres' } as const
    const role = tape.pick(ROLES)
    const grant: GrantObject =
      byAll && tape.chance(2)
        ? { ...base, role: 'public', revoked: true }
        : { ...base, role, ...(role !== 'public' && tape.chance(4) && { grantable: true as const }) }
    if (grant.role === 'public' && !grant.revoked && byAll) return
    const { grantable: is, ...plain } = grant
    // One privilege with the grant option and without is one privilege, and a diagnostic.
    if (!grant.revoked && draft.objects.has(objectKey(is ? plain : { ...plain, grantable: true }))) return
    draft.objects.set(objectKey(grant), grant)
  },
  edits: [(draft, tape) => privileges.add(draft, tape), dropGrant, changeGrant, onColumns],
  isIn: draft => grants(draft).length > 0,
}

/** Takes away the grants on functions and procedures that other edits have dropped or given other arguments. */
export function dropLostGrants(draft: Draft): void {
  const there = new Set(
    [...draft.objects.values()].flatMap(one =>
      one.kind === 'function' || one.kind === 'procedure'
        ? grantPlace({ name: one.name, on: one.kind, types: inputTypes(one) })
        : [],
    ),
  )
  for (const [key, one] of [...draft.objects]) {
    if (one.kind !== 'grant' || (one.on !== 'function' && one.on !== 'procedure')) continue
    if (!there.has(grantPlace(one))) draft.objects.delete(key)
  }
}

function dropGrant(draft: Draft, tape: Tape): void {
  draft.objects.delete(objectKey(tape.pick(grants(draft))))
}

function changeGrant(draft: Draft, tape: Tape): void {
  const grant = tape.pick(grants(draft))
  if (grant.privileges.length < 2) return
  const at = tape.next(grant.privileges.length)
  draft.objects.set(objectKey(grant), { ...grant, privileges: grant.privileges.toSpliced(at, 1) })
}

function onColumns(draft: Draft, tape: Tape): void {
  const list = grants(draft).filter(one => one.on === 'table' && draft.tables.has(one.name.name))
  if (list.length === 0) return
  const grant = tape.pick(list)
  const privileges = plainPrivileges([...grant.privileges, { name: 'references', columns: ['id'] }])
  draft.objects.set(objectKey(grant), { ...grant, privileges })
}
