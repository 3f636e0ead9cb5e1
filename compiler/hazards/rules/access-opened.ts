import { nameText } from '../../schema/name.ts'
import { type GrantObject, grantPlace } from '../../schema/objects/grant.ts'
import { objectKey } from '../../schema/objects/object-key.ts'
import type { StepOf } from '../../steps/step.ts'
import { accessOf, rightsWithout } from '../access.ts'
import { concern, targetsOf } from '../concern.ts'
import type { PlanContext } from '../plan-context.ts'
import { isMeant, opens } from '../policy-change.ts'
import type { Finding, HazardRule } from '../rule.ts'

/** Somebody may read or write what was closed. */
export const rule: HazardRule = {
  code: 'MIG251',
  name: 'access-opened',
  severity: 'warning',
  title: 'Rows or rights are opened to more people than before',
  explain: [
    '`public` means every role of the server, those that come later among them: a right to write that is granted to it, or a `revoke … from public` that goes, cannot be limited to some of them. Row security that is switched off shows all rows to everybody who may read the table. A policy adds to what the other policies allow, so a new one opens rows; a `restrictive` one that goes does, too.',
    'Nothing is lost and nothing fails, so nobody notices. Let somebody who knows who is meant to see these rows read the revision. `dropped policy NAME on TABLE` at the top of a file says that the end of a policy is meant.',
  ],
  check(step, plan) {
    if (step.kind === 'alter table') return securityOff(step, plan)
    const change = opens(step, plan)
    if (change !== undefined) {
      const { policy, table, way } = change
      const key = objectKey(policy)
      if (way === 'goes' && isMeant(change, plan)) return []
      const who = policy.roles === undefined ? 'everybody' : policy.roles.join(', ')
      const what = {
        comes: `The policy ${policy.name.name} opens rows of ${table} to ${who}, beside what the other policies allow.`,
        goes: `The policy ${policy.name.name} no longer forbids rows of ${table} to ${who}.`,
        roles: `The policy ${policy.name.name} is for ${who} from now on: more roles reach rows of ${table}.`,
      }
      const meant =
        way === 'goes'
          ? `Write \`dropped policy ${policy.name.name} on ${table}\` at the top of a file if that is meant.`
          : 'Make sure that these roles are meant to see or write these rows; a `restrictive` policy narrows what the others allow.'
      return [{ object: key, message: what[way], remedy: meant, ...concern(plan, ['postgres']) }]
    }
    if (step.kind === 'create object' && step.object.kind === 'grant') return opened(step.object, [], plan)
    if (step.kind === 'alter object' && step.from.kind === 'grant' && step.to.kind === 'grant')
      return opened(step.to, step.from.privileges, plan, step.from)
    return step.kind === 'drop object' && step.object.kind === 'grant' ? revokeGone(step.object, plan) : []
  },
}

function securityOff(step: StepOf<'alter table'>, plan: PlanContext): readonly Finding[] {
  if (!step.from.rowSecurity || step.to.rowSecurity || !targetsOf(plan, step.to).includes('postgres')) return []
  const table = nameText(step.table)
  return [
    {
      object: table,
      message: `Row security of ${table} is switched off: everybody who may read or write the table reaches all its rows.`,
      remedy:
        'Keep `row security` and change its policies, or make sure that only those have privileges who may see every row.',
      ...concern(plan, ['postgres']),
    },
  ]
}

/** What changes something, or lets everybody make something. */
const WRITES = /^(?:insert|update|delete|truncate|references|trigger|maintain|create)\b/

function opened(
  grant: GrantObject,
  before: GrantObject['privileges'],
  plan: PlanContext,
  from?: GrantObject,
): readonly Finding[] {
  if (grant.role !== 'public' || !targetsOf(plan, grant).includes('postgres')) return []
  if (grant.revoked) return from === undefined ? [] : given(grant, rightsWithout(before, grant.privileges), plan)
  return given(
    grant,
    rightsWithout(grant.privileges, before).filter(right => WRITES.test(right)),
    plan,
  )
}

function revokeGone(grant: GrantObject, plan: PlanContext): readonly Finding[] {
  if (!grant.revoked || !targetsOf(plan, grant).includes('postgres')) return []
  if (accessOf(plan).dropped.has(grantPlace(grant))) return []
  const rights = rightsWithout(grant.privileges, [])
  // From Postgres 15 on nobody may create in `public` unless it is granted (release notes of 15).
  const older = (right: string) => (grant.on === 'schema' && right === 'create' ? 'create (before Postgres 15)' : right)
  return given(grant, rights.map(older), plan)
}

function given(grant: GrantObject, rights: readonly string[], plan: PlanContext): readonly Finding[] {
  if (rights.length === 0) return []
  return [
    {
      object: objectKey(grant),
      message: `Every role of the server, those that come later among them, gets ${rights.join(', ')} ${grantPlace(grant)}.`,
      remedy: 'Name the roles that need it, or go on if everybody is meant.',
      ...concern(plan, ['postgres']),
    },
  ]
}
