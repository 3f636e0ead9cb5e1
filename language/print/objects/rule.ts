import { nameText, quoteName } from '../../../compiler/schema/name.ts'
import type { RuleObject } from '../../../compiler/schema/objects/rule.ts'
import { familyWords, writeFiring } from '../option-words.ts'
import { writeBody } from '../parts.ts'

/** A rule, without its comment. */
export function writeRule(rule: RuleObject): string {
  const head = `rule ${quoteName(rule.name.name)} on ${nameText(rule.table)}`
  return [head, ...writeFiring(rule.state), ...familyWords(rule), writeBody(rule.sql)].join(' ')
}
