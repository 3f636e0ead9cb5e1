import type { DomainCheck, DomainObject } from '../../../schema/objects/domain.ts'
import type { Value } from '../../../schema/value.ts'
import { sameSql } from '../../../sql/same.ts'
import { sameTypes, sameValue } from '../../../steps/same.ts'
import { inParentheses, quoteIdentifier, quoteQName, quoteString } from '../quote.ts'
import { readDefault } from '../read-default.ts'
import { collation } from '../render/column-text.ts'
import { isHeldInside } from '../render/held-types.ts'
import type { Rendering } from '../render/rendering.ts'
import { namesComingValue } from '../render/waits.ts'
import { canonicalType } from '../types/canonical-type.ts'
import { spell } from '../types.ts'
import { callSql, valueSql } from '../value.ts'
import type { PostgresObject } from './definition.ts'
import { inspectDomains } from './inspect-types.ts'
import { renameTypeStatements } from './rename-type.ts'

/** Domains. */
export const domainObject: PostgresObject<'domain'> = {
  create: one => [
    [
      `create domain ${quoteQName(one.name)} as ${spell(one.type.all!) ?? 'text'}`,
      ...(one.collate === undefined ? [] : [`collate ${collation(one.collate)}`]),
      ...(one.default === undefined ? [] : [`default ${valueSql(one.default)}`]),
      ...(one.notNull ? ['not null'] : []),
      ...one.checks.map(checkText),
    ].join(' '),
    ...one.checks.flatMap(check => commentCheck(one, check, undefined)),
  ],
  drop: ({ name }) => `drop domain ${quoteQName(name)}`,
  change: changeDomain,
  rename: (from, to) => renameTypeStatements('domain', from, to),
  commentOn: ({ name }) => `domain ${quoteQName(name)}`,
  possibleNow,
  trial: one => ({ ...one, name: { schema: 'pg_temp', name: one.name.name } }),
  project: one => {
    const type = canonicalType(one.type.all!)
    const { default: _default, ...rest } = one
    const value = one.default && projectValue(one.default, type)
    return { ...rest, type: { all: type }, ...(value && { default: value }) }
  },
  inspect: inspectDomains,
}

/** A default or a check that names a value which an enum gets only further on waits for it. */
function possibleNow(one: DomainObject, work: Rendering): DomainObject {
  const { default: value, ...rest } = one
  const checks = one.checks.filter(({ sql }) => !namesComingValue(work, sql.all))
  const waits = value !== undefined && namesComingValue(work, valueSql(value))
  if (!waits && checks.length === one.checks.length) return one
  return { ...rest, ...(value !== undefined && !waits && { default: value }), checks }
}

function projectValue(value: Value, type: Parameters<typeof readDefault>[1]): Value | undefined {
  if (value.kind === 'call') return { kind: 'sql', sql: { all: callSql(value) } }
  return value.kind === 'sql' ? readDefault(value.sql.all!, type) : value
}

function commentCheck(
  { name: domain }: DomainObject,
  { name, comment }: DomainCheck,
  before: string | undefined,
): readonly string[] {
  if (comment === before) return []
  const text = comment === undefined ? 'null' : quoteString(comment)
  return [`comment on constraint ${quoteIdentifier(name)} on domain ${quoteQName(domain)} is ${text}`]
}

function checkText({ name, sql }: DomainCheck): string {
  return `constraint ${quoteIdentifier(name)} check ${inParentheses(sql.all!)}`
}

/**
 * What rows hold is looked at in a statement of its own, with a lighter lock (ALTER DOMAIN, VALIDATE CONSTRAINT). Where the
 * domain is part of an array or of another type in a table, Postgres cannot look (ALTER DOMAIN, Notes): it is made anew.
 */
function changeDomain(from: DomainObject, to: DomainObject, work: Rendering): readonly string[] | undefined {
  if (!sameTypes(from.type, to.type) || from.collate !== to.collate) return undefined
  const domain = `alter domain ${quoteQName(to.name)}`
  const renamed = renamedChecks(from, to)
  const there = new Map(from.checks.map(check => [renamed.get(check.name) ?? check.name, check]))
  const wanted = new Map(to.checks.map(check => [check.name, check]))
  const isKept = (name: string) => {
    const [old, next] = [there.get(name), wanted.get(name)]
    return old !== undefined && next !== undefined && sameSql(old.sql.all!, next.sql.all!)
  }
  const added = to.checks.filter(({ name }) => !isKept(name))
  if ((added.length > 0 || (to.notNull && !from.notNull)) && isHeldInside(work, to.name)) return undefined
  return [
    ...[...renamed].map(
      ([old, next]) => `${domain} rename constraint ${quoteIdentifier(old)} to ${quoteIdentifier(next)}`,
    ),
    ...[...there.keys()]
      .filter(name => !isKept(name))
      .map(name => `${domain} drop constraint ${quoteIdentifier(name)}`),
    ...added.map(check => `${domain} add ${checkText(check)} not valid`),
    ...added.map(({ name }) => `${domain} validate constraint ${quoteIdentifier(name)}`),
    ...to.checks.flatMap(check =>
      commentCheck(to, check, isKept(check.name) ? there.get(check.name)?.comment : undefined),
    ),
    ...(sameValue(from.default, to.default)
      ? []
      : [to.default === undefined ? `${domain} drop default` : `${domain} set default ${valueSql(to.default)}`]),
    ...(from.notNull === to.notNull ? [] : [`${domain} ${to.notNull ? 'set' : 'drop'} not null`]),
  ]
}

/** The checks that only get another name, by their old one. */
function renamedChecks(from: DomainObject, to: DomainObject): ReadonlyMap<string, string> {
  const [had, has] = [from, to].map(({ checks }) => new Set(checks.map(({ name }) => name)))
  const fresh = to.checks.filter(({ name }) => !had!.has(name))
  const renamed = new Map<string, string>()
  for (const { name, sql } of from.checks) {
    if (has!.has(name)) continue
    const at = fresh.findIndex(one => sameSql(one.sql.all!, sql.all!))
    if (at >= 0) renamed.set(name, fresh.splice(at, 1)[0]!.name)
  }
  return renamed
}
