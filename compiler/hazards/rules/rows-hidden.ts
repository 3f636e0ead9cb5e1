import { nameText } from '../../schema/name.ts'
import { objectKey } from '../../schema/objects/object-key.ts'
import type { StepOf } from '../../steps/step.ts'
import { accessOf } from '../access.ts'
import { concern, targetsOf } from '../concern.ts'
import type { PlanContext } from '../plan-context.ts'
import { hides, isMeant } from '../policy-change.ts'
import type { Finding, HazardRule } from '../rule.ts'

/** Running programs no longer see rows that are there. */
export const rule: HazardRule = {
  code: 'MIG252',
  name: 'rows-hidden',
  severity: 'warning',
  title: 'Rows are hidden from running programs',
  explain: [
    'Where the row security of a table is on, a row that no policy allows is not there for anybody but the owner of the table, superusers and roles with `bypassrls`: a query gives fewer rows, an update changes none, an insert is refused. A table without any policy shows nothing at all. `force row security` holds for the owner, too. No query fails for it, so programs go on with what is left.',
    'Write the policies in the same revision, and deploy programs that set what the policies ask for (`current_setting`, `set role`) before. `dropped policy NAME on TABLE` at the top of a file says that the end of a policy is meant.',
  ],
  check(step, plan) {
    if (step.kind === 'alter table') return securityOn(step, plan)
    const change = hides(step, plan)
    if (change === undefined) return []
    const { policy, table, way } = change
    const { name } = policy.name
    if (way === 'goes' && isMeant(change, plan)) return []
    const what = {
      comes: `The policy ${name} is restrictive: rows of ${table} that it does not allow are hidden, whatever the others say.`,
      goes: hasPermissive(table, plan)
        ? `The policy ${name} is dropped: rows of ${table} that it alone allowed are hidden from running programs.`
        : `The last policy of ${table} that allows anything goes: all rows are hidden from everybody but the owner of the table.`,
      roles: `The policy ${name} is for other roles from now on: rows of ${table} are hidden from running programs that it was for.`,
    }
    const remedy =
      way === 'goes'
        ? `Write \`dropped policy ${name} on ${table}\` at the top of a file if that is meant.`
        : 'Deploy the programs that do without these rows first, or go on if that is meant.'
    return [{ object: objectKey(policy), message: what[way], remedy, ...concern(plan, ['postgres']) }]
  },
}

function hasPermissive(table: string, plan: PlanContext): boolean {
  return (
    accessOf(plan)
      .policies.get(table)
      ?.some(policy => !policy.restrictive) === true
  )
}

function securityOn(step: StepOf<'alter table'>, plan: PlanContext): readonly Finding[] {
  if (!targetsOf(plan, step.from, step.to).includes('postgres')) return []
  const { from, to } = step
  const table = nameText(step.table)
  const isOn = to.rowSecurity && !from.rowSecurity
  const isForced = to.rowSecurity && to.forceRowSecurity && !from.forceRowSecurity
  if (!isOn && !isForced) return []
  const some = hasPermissive(table, plan)
  const who = isForced ? 'everybody, the owner of the table among them,' : 'everybody but the owner of the table'
  const begin = isOn ? `Row security of ${table} is switched on` : `Row security of ${table} holds for its owner, too`
  return [
    {
      object: table,
      message: some
        ? `${begin}: ${who} sees only the rows that its policies allow.`
        : `${begin}, and no policy allows anything: all rows are hidden from ${who.replace(/,$/, '')}.`,
      remedy: some
        ? 'Deploy programs that set what the policies ask for before.'
        : 'Write the policies in the same revision: `policy NAME to ROLE using …`.',
      ...concern(plan, ['postgres']),
    },
  ]
}
