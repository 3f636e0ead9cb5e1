import { spell as spellPostgres } from '../../compiler/dialects/postgres/types.ts'
import { spell as spellSqlite } from '../../compiler/dialects/sqlite/types.ts'
import { type DialectName, forDialect, type PerDialect } from '../../compiler/schema/dialect.ts'
import { nameText } from '../../compiler/schema/name.ts'
import type { DomainObject } from '../../compiler/schema/objects/domain.ts'
import { objectKey } from '../../compiler/schema/objects/object-key.ts'
import { baseType, isTypeObject, type TypeObject, typeObject } from '../../compiler/schema/objects/type-object.ts'
import type { Type } from '../../compiler/schema/type.ts'
import { typeText } from '../../compiler/schema/type-text.ts'
import { objectDefinition } from '../../compiler/steps/objects/definitions.ts'
import type { DomainDeclaration } from '../generated/ast.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'
import { didYouMean, meantBy } from './did-you-mean.ts'
import { misfitOf } from './fit/misfit.ts'
import type { Subject } from './subject.ts'
import { DATABASE, targetsOf } from './targets.ts'

const SPELL = { postgres: spellPostgres, sqlite: spellSqlite }

/** Domains, composite types and ranges: none is made of itself, and a default is a value of its domain. */
export const checkTypes: Check = (subject, report) => {
  const { schema, sources } = subject
  for (const object of schema.objects.values()) {
    const place = isTypeObject(object) ? sources.objects.get(objectKey(object)) : undefined
    if (!isTypeObject(object) || place === undefined || !isWithinItself(object, subject)) continue
    const message = `The ${wordOf(object)} \`${nameText(object.name)}\` is made of itself.`
    report.error({ code: 'MIG125', message, remedy: 'Give it a type that does not hold it.', place })
  }
  for (const { node, context } of subject.declarations) {
    if (node.$type !== 'DomainDeclaration' || node.name === undefined) continue
    const domain = schema.objects.get(`domain ${nameText(context.names.qualify(node.name))}`)
    if (domain?.kind !== 'domain' || isWithinItself(domain, subject)) continue
    for (const dialect of targetsOf(subject, domain.only)) checkBase(node, domain, dialect, subject, report)
    checkDefault(node, domain, subject, report)
  }
}

/** How a message calls the kind of a type. */
function wordOf({ kind }: TypeObject): string {
  return kind === 'composite' ? 'composite type' : kind
}

function isWithinItself(object: TypeObject, { schema }: Subject): boolean {
  const seen = new Set<string>()
  const open: TypeObject[] = [object]
  const own = nameText(object.name)
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const uses = at.kind === 'composite' ? at.fields.flatMap(({ type }) => namesIn(type)) : usesOf(at)
    for (const name of uses) {
      const key = nameText(name)
      if (key === own) return true
      const next = seen.has(key) ? undefined : typeObject(schema, name)
      seen.add(key)
      if (next !== undefined) open.push(next)
    }
  }
  return false
}

function usesOf(object: TypeObject) {
  const uses = objectDefinition(object).uses(object as never)
  return uses.filter(({ space }) => space === 'type').map(({ name }) => name)
}

function namesIn(types: PerDialect<Type>) {
  const type = types.postgres ?? types.all
  const item = (one: Type | undefined): Type | undefined => (one?.kind === 'array' ? item(one.of) : one)
  const found = item(type)
  return found?.kind === 'enum' ? [found.name] : []
}

function checkBase(
  node: DomainDeclaration,
  { type }: DomainObject,
  dialect: DialectName,
  { schema }: Subject,
  report: CheckReport,
): void {
  if (Object.keys(type).length === 0) return
  const name = DATABASE[dialect]
  const held = forDialect(type, dialect)
  if (held !== undefined) {
    const base = baseType(schema, held, dialect)
    if (SPELL[dialect](base) !== undefined) return
    const [text, place] = [typeText(base), { node, property: 'types', index: 0 }]
    const spelling = `${text}, ${dialect} text`
    const remedy = `Say what ${name} holds instead: \`domain ${node.name} = ${spelling}\`.`
    const message = `${name} has no type \`${text}\`.`
    report.error({ code: 'MIG151', message, remedy, place, data: { type: text, dialect, spelling } })
    return
  }
  const message = `The type of the domain \`${node.name}\` says nothing about ${name}.`
  const remedy = `Add a type for ${name}, \`${dialect} text\` for example, or limit the domain.`
  report.error({ code: 'MIG184', message, remedy, place: { node, property: 'types', index: 0 }, data: { dialect } })
}

function checkDefault(node: DomainDeclaration, domain: DomainObject, subject: Subject, report: CheckReport): void {
  const value = domain.default
  const modifier = node.modifiers?.find(one => one.$type === 'DefaultModifier')
  if (value === undefined || modifier === undefined) return
  const place = { node: modifier, property: 'value' }
  if (value.kind === 'null' && domain.notNull) {
    const message = `The domain \`${node.name}\` is not null, so its default cannot be null.`
    report.error({
      code: 'MIG157',
      message,
      remedy: 'Remove `default null`, or `not null`.',
      place: { node: modifier },
    })
    return
  }
  for (const dialect of targetsOf(subject, domain.only)) {
    const declared = forDialect(domain.type, dialect)
    if (declared === undefined) continue
    const type = baseType(subject.schema, declared, dialect)
    const values = type.kind === 'enum' ? subject.schema.enums.get(nameText(type.name))?.values : undefined
    const misfit = misfitOf(value, type, { dialect, strict: false }, values)
    if (misfit === undefined) continue
    if (type.kind === 'enum') {
      const name = value.kind === 'enum value' || value.kind === 'string' ? value.value : ''
      const remedy = didYouMean(meantBy(name, values ?? []), `Write a value of \`${nameText(type.name)}\`.`)
      const message = `The enum \`${nameText(type.name)}\` has no value \`${name}\`.`
      report.error({ code: 'MIG156', message, remedy, place })
    } else {
      const message = `The default of the domain \`${node.name}\` ${misfit.why}.`
      const remedy =
        misfit.instead === undefined
          ? `Write a value that \`${typeText(type)}\` holds.`
          : `Write \`default ${misfit.instead}\`.`
      report.add(misfit.broken ? 'error' : 'warning', { code: 'MIG155', message, remedy, place })
    }
    return
  }
}
