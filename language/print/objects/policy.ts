import { nameText, quoteName } from '../../../compiler/schema/name.ts'
import type { PolicyObject } from '../../../compiler/schema/objects/policy.ts'
import { writeSqlText } from '../../literals/sql-literal.ts'
import { writeName } from '../name.ts'
import { familyWords } from '../option-words.ts'

/** In a step that changes a policy, `to policy` is where its second side begins. */
const STEP_WORDS: ReadonlySet<string> = new Set(['policy'])

/** A policy, without its comment. */
export function writePolicy(policy: PolicyObject): string {
  return [`policy ${quoteName(policy.name.name)} on ${nameText(policy.table)}`, ...words(policy, '')].join(' ')
}

/** The same as a line of its table. */
export function writePolicyLine(policy: PolicyObject, indent: string): string {
  return [`policy ${quoteName(policy.name.name)}`, ...words(policy, indent)].join(' ')
}

function words(policy: PolicyObject, indent: string): readonly string[] {
  const { restrictive, command, roles, using, check } = policy
  return [
    ...(restrictive ? ['as restrictive'] : []),
    // Each policy has one word more than its name: in a table, `policy text` would be a column.
    ...(command !== undefined ? [`for ${command}`] : using === undefined && check === undefined ? ['for all'] : []),
    ...(roles === undefined ? [] : [`to ${roles.map(role => writeName(role, STEP_WORDS)).join(', ')}`]),
    ...(using === undefined ? [] : [`using ${writeSqlText(using, indent)}`]),
    ...(check === undefined ? [] : [`check ${writeSqlText(check, indent)}`]),
    ...familyWords(policy),
  ]
}
