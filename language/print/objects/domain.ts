import { nameText } from '../../../compiler/schema/name.ts'
import { checkNames, type DomainCheck, type DomainObject } from '../../../compiler/schema/objects/domain.ts'
import { writeDotted } from '../../literals/name-literal.ts'
import { writeDocumentation } from '../documentation.ts'
import { DIALECT_WORDS, writeName } from '../name.ts'
import { familyWords } from '../option-words.ts'
import { writeSql } from '../parts.ts'
import { writeTypes } from '../type.ts'
import { writeValue } from '../value.ts'

/** A domain, without its comment. */
export function writeDomain(domain: DomainObject): string {
  const { name, type, notNull, default: value, collate, checks } = domain
  const words = [`domain ${nameText(name)} =`, writeTypes(type, '')]
  if (collate !== undefined) words.push(`collate ${writeDotted(collate)}`)
  if (notNull) words.push('not null')
  if (value !== undefined) words.push(`default ${writeValue(value, '')}`)
  const made = checkNames(
    name,
    checks.map(() => undefined),
  )
  const areMade = checks.every((check, at) => check.name === made[at])
  const written = (check: DomainCheck, indent: string) =>
    `check ${areMade ? '' : `${writeName(check.name, DIALECT_WORDS)} `}${writeSql(check.sql, indent)}`
  if (checks.every(({ comment }) => comment === undefined))
    return [...words, ...checks.map(check => written(check, '')), ...familyWords(domain)].join(' ')
  const lines = checks.map(check => `${writeDocumentation(check.comment, '  ')}  ${written(check, '  ')}\n`)
  return `${[...words, ...familyWords(domain)].join(' ')} {\n${lines.join('')}}`
}
