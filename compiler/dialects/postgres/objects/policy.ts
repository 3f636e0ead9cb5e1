import type { PolicyObject } from '../../../schema/objects/policy.ts'
import { policyReads } from '../../../steps/objects/policy.ts'
import { inParentheses, quoteIdentifier, quoteQName } from '../quote.ts'
import type { PostgresObject } from './definition.ts'
import { inspectPolicies } from './inspect-policies.ts'
import { roleList } from './roles.ts'

/** Policies. Command and mode are for good, and an expression cannot be taken away (ALTER POLICY). */
export const policyObject: PostgresObject<'policy'> = {
  create: policy => [
    [
      `create policy ${placeOf(policy)}`,
      ...(policy.restrictive ? ['as restrictive'] : []),
      ...(policy.command === undefined ? [] : [`for ${policy.command}`]),
      ...(policy.roles === undefined ? [] : [`to ${roleList(policy.roles)}`]),
      ...expressions(policy),
    ].join(' '),
  ],
  drop: policy => `drop policy ${placeOf(policy)}`,
  change: (from, to) => {
    if (from.restrictive !== to.restrictive || from.command !== to.command) return undefined
    if (from.using !== undefined && to.using === undefined) return undefined
    if (from.check !== undefined && to.check === undefined) return undefined
    const changes = [
      ...(from.roles?.join('\n') === to.roles?.join('\n') ? [] : [`to ${roleList(to.roles ?? ['public'])}`]),
      ...expressions({
        ...(from.using !== to.using && to.using !== undefined && { using: to.using }),
        ...(from.check !== to.check && to.check !== undefined && { check: to.check }),
      }),
    ]
    return changes.length === 0 ? [] : [`alter policy ${placeOf(to)} ${changes.join(' ')}`]
  },
  rename: ({ name, table }, to) => [
    `alter policy ${quoteIdentifier(name.name)} on ${quoteQName(table!)} rename to ${quoteIdentifier(to.name.name)}`,
  ],
  commentOn: policy => `policy ${placeOf(policy)}`,
  holds: policyReads,
  goesWith: ({ table }) => [{ space: 'relation', name: table }],
  project: policy => policy,
  trial: policy => ({ ...policy, table: { schema: 'pg_temp', name: policy.table.name } }),
  beforeTrial: ({ table }) => [`create temporary table ${quoteIdentifier(table.name)} (like ${quoteQName(table)})`],
  inspect: inspectPolicies,
}

function placeOf({ name, table }: PolicyObject): string {
  return `${quoteIdentifier(name.name)} on ${quoteQName(table)}`
}

function expressions({ using, check }: Pick<PolicyObject, 'using' | 'check'>): readonly string[] {
  return [
    ...(using === undefined ? [] : [`using ${inParentheses(using)}`]),
    ...(check === undefined ? [] : [`with check ${inParentheses(check)}`]),
  ]
}
