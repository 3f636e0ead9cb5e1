import { nameText } from '../../schema/name.ts'
import { type GrantObject, type GrantTarget, grantPlace } from '../../schema/objects/grant.ts'
import { objectKey } from '../../schema/objects/object-key.ts'
import { accessOf, rightsWithout } from '../access.ts'
import { concern, targetsOf } from '../concern.ts'
import type { PlanContext } from '../plan-context.ts'
import type { Finding, HazardRule } from '../rule.ts'

/** A role may no longer do what running programs do as that role. */
export const rule: HazardRule = {
  code: 'MIG250',
  name: 'access-taken',
  severity: 'warning',
  title: 'A role loses access that running programs may need',
  explain: [
    'A grant goes, or loses privileges, or what everybody may do is revoked, while the object stays. Programs that are connected as the role get “permission denied” from the moment the migration commits. A role that has the privilege in another way, as a member of another role or as the owner, loses nothing.',
    'Deploy the programs that do without it first, or grant it to the roles that need it in the same revision.',
  ],
  check(step, plan) {
    if (step.kind === 'drop object' && step.object.kind === 'grant' && !step.object.revoked)
      return taken(step.object, lostOf(step.object, plan), plan)
    if (step.kind === 'create object' && step.object.kind === 'grant' && step.object.revoked)
      return taken(step.object, rightsWithout(step.object.privileges, []), plan)
    if (step.kind !== 'alter object' || step.from.kind !== 'grant' || step.to.kind !== 'grant') return []
    if (!step.to.revoked) return taken(step.to, lostOf(step.from, plan), plan)
    return taken(step.to, rightsWithout(step.to.privileges, step.from.privileges), plan)
  },
}

/** What its role does not hold in another way after the plan; a column that is gone is no loss. */
function lostOf(grant: GrantObject, plan: PlanContext): readonly string[] {
  const all = accessOf(plan).grants.get(grantPlace(grant)) ?? []
  const held = all.filter(({ role, revoked }) => !revoked && (role === grant.role || role === 'public'))
  const assumed = ASSUMED[grant.on]
  const isRevoked = all.some(({ revoked, privileges }) => revoked && privileges.some(({ name }) => name === assumed))
  const table = grant.on === 'table' ? plan.after.tables.get(nameText(grant.name)) : undefined
  const columns = new Set(table?.columns.map(({ name }) => name))
  const there = grant.privileges.flatMap(one => {
    if (one.columns === undefined || table === undefined) return one
    const left = one.columns.filter(column => columns.has(column))
    return left.length === 0 ? [] : { ...one, columns: left }
  })
  const kept = held.flatMap(({ privileges }) => privileges)
  return rightsWithout(there, assumed === undefined || isRevoked ? kept : [...kept, { name: assumed }])
}

/** What everybody may do unless it is revoked (the manual, Privileges). */
const ASSUMED: { readonly [On in GrantTarget]?: string } = {
  function: 'execute',
  procedure: 'execute',
  type: 'usage',
  language: 'usage',
}

function taken(grant: GrantObject, rights: readonly string[], plan: PlanContext): readonly Finding[] {
  const { created, dropped } = accessOf(plan)
  const place = grantPlace(grant)
  const isPostgres = targetsOf(plan, grant).includes('postgres')
  if (rights.length === 0 || !isPostgres || created.has(place) || dropped.has(place)) return []
  const isPublic = grant.role === 'public'
  const who = isPublic ? 'Everybody who is not granted it' : `The role ${grant.role}`
  const programs = isPublic ? 'running programs that do it' : `running programs that do it as ${grant.role}`
  return [
    {
      object: objectKey(grant),
      message: `${who} loses ${rights.join(', ')} ${place}: ${programs} are refused.`,
      remedy: 'Deploy the programs that do without it first, or grant it to the roles that need it.',
      ...concern(plan, ['postgres']),
    },
  ]
}
