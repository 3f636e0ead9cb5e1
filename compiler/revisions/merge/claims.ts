import type { DialectName } from '../../schema/dialect.ts'
import { nameText, type QName, quoteName } from '../../schema/name.ts'
import type { DbObject } from '../../schema/objects/db-object.ts'
import { idOf, labelOf, objectKey } from '../../schema/objects/object-key.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import { foldName } from '../../sql/name-text.ts'
import { objectDefinition } from '../../steps/objects/definitions.ts'
import { memberKey } from './touched.ts'

/** The names that are taken, by the space of names and the name. */
export type Claims = ReadonlyMap<string, Claim>

/** Something that takes a name. */
export interface Claim {
  /** `an index`. */
  readonly kind: string
  readonly name: string
  /** The key of the object or member that has the name: `users.users_email_idx`. */
  readonly key: string
}

/**
 * The names that one schema takes and another does not. Tables, views, indexes, keys and enums share one space of names in
 * Postgres (CREATE TABLE, Notes); tables, views, indexes and triggers in SQLite, which does not tell upper from lower case.
 */
export function newClaims(before: Schema, after: Schema, targets: readonly DialectName[]): Claims {
  const claims = new Map<string, Claim>()
  const namesOf = targets.map(target => (target === 'postgres' ? postgresNames : sqliteNames))
  const same = sameObjects(before, after)
  for (const names of namesOf) {
    const old = new Set(names(before, same).map(([key]) => key))
    for (const [key, claim] of names(after, same)) if (!old.has(key)) claims.set(key, claim)
  }
  return claims
}

type Named = readonly [space: string, claim: Claim]

/** The objects that both have and that are one and the same value: most of a schema, and nothing that matters here. */
function sameObjects(before: Schema, after: Schema): ReadonlySet<object> {
  const old = new Set<object>([
    ...before.objects.values(),
    ...before.tables.values(),
    ...before.views.values(),
    ...before.triggers.values(),
  ])
  const now = [...after.objects.values(), ...after.tables.values(), ...after.views.values(), ...after.triggers.values()]
  return new Set(now.filter(object => old.has(object)))
}

function postgresNames(schema: Schema, skip: ReadonlySet<object>): readonly Named[] {
  const here = (one: Limited) => one.only !== 'sqlite'
  const relation = (kind: string, name: QName, key = nameText(name)): Named => [
    `postgres relation ${nameText(name)}`,
    { kind, name: nameText(name), key },
  ]
  const beside = (kind: string, table: Table, name: string) =>
    relation(kind, { ...table.name, name }, memberKey(table.name, name))
  const constraint = (table: Table, name: string): Named => {
    const key = memberKey(table.name, name)
    return [`postgres constraint ${key}`, { kind: 'a constraint', name: key, key }]
  }
  return [
    ...[...schema.enums.values()].filter(here).map(one => relation('an enum', one.name)),
    ...[...schema.objects.values()].filter(one => !skip.has(one) && here(one)).flatMap(objectNames),
    ...[...schema.views.values()].filter(one => !skip.has(one) && here(one)).map(one => relation('a view', one.name)),
    ...[...schema.tables.values()]
      .filter(one => !skip.has(one) && here(one))
      .flatMap(table => [
        relation('a table', table.name),
        ...table.indexes.filter(here).map(one => beside('an index', table, one.name)),
        ...table.constraints
          .filter(here)
          .map(one =>
            one.kind === 'primary' || one.kind === 'unique'
              ? beside('a key', table, one.name)
              : constraint(table, one.name),
          ),
      ]),
  ]
}

/** Relations and types have a name of that space; everything else has its key. */
function objectNames(object: DbObject): readonly Named[] {
  const key = objectKey(object)
  const claim = { kind: withArticle(object.kind), name: labelOf(idOf(object)), key }
  const names = objectDefinition(object).provides(object as never)
  const shared = names.filter(({ space }) => space === 'relation' || space === 'type')
  const spaces = shared.map(({ name }) => `postgres relation ${nameText(name)}`)
  return (spaces.length === 0 ? [`postgres object ${key}`] : spaces).map((space): Named => [space, claim])
}

function withArticle(kind: string): string {
  return /^[aeiou]/.test(kind) ? `an ${kind}` : `a ${kind}`
}

function sqliteNames(schema: Schema, skip: ReadonlySet<object>): readonly Named[] {
  const here = (one: Limited) => one.only !== 'postgres'
  const relation = (kind: string, name: string, key: string): Named => [
    `sqlite relation ${foldName(name)}`,
    { kind, name: quoteName(name), key },
  ]
  const column = (table: Table, name: string): Named => {
    const key = memberKey(table.name, name)
    return [`sqlite column ${foldName(table.name.name)}.${foldName(name)}`, { kind: 'a column', name: key, key }]
  }
  return [
    ...[...schema.views.values()]
      .filter(one => !skip.has(one) && here(one))
      .map(one => relation('a view', one.name.name, nameText(one.name))),
    ...[...schema.triggers.values()]
      .filter(one => !skip.has(one) && here(one))
      .map((one): Named => {
        const claim = { kind: 'a trigger', name: quoteName(one.name), key: memberKey(one.table, one.name) }
        return [`sqlite trigger ${foldName(one.name)}`, claim]
      }),
    ...[...schema.tables.values()]
      .filter(one => !skip.has(one) && here(one))
      .flatMap(table => [
        relation('a table', table.name.name, nameText(table.name)),
        ...table.indexes.filter(here).map(one => relation('an index', one.name, memberKey(table.name, one.name))),
        ...table.columns.filter(here).map(one => column(table, one.name)),
      ]),
  ]
}

/** Anything that only one of the databases may have. */
interface Limited {
  readonly only?: DialectName
}
