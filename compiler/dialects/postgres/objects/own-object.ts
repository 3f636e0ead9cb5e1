import { forDialect } from '../../../schema/dialect.ts'
import type { DbObject } from '../../../schema/objects/db-object.ts'
import { sameObject } from '../../../steps/objects/same-object.ts'
import { ownOther } from './own-other.ts'
import { ownType } from './own-type.ts'

const known = new WeakMap<DbObject, DbObject | 'none'>()

/** An object as Postgres holds it, its SQL under `all`; undefined when it is not for Postgres. Worked out once for each value. */
export function ownObject<O extends DbObject>(object: O): O | undefined {
  let own = known.get(object)
  if (own === undefined) {
    own = narrowed(object) ?? 'none'
    known.set(object, own)
  }
  return own === 'none' ? undefined : (own as O)
}

function narrowed(object: DbObject): DbObject | undefined {
  if (object.only === 'sqlite') return undefined
  const { only: _only, ...rest } = object
  if (rest.kind === 'domain' || rest.kind === 'composite' || rest.kind === 'range') return ownType(rest)
  if (rest.kind === 'object') return ownOther(rest)
  if (!('sql' in rest)) return rest as DbObject
  const text = forDialect(rest.sql, 'postgres')
  return text === undefined ? undefined : ({ ...rest, sql: { all: text } } as DbObject)
}

/** Whether Postgres holds the same of two objects: what they are said to depend on is nothing that it keeps. */
export function sameHere(a: DbObject, b: DbObject): boolean {
  return sameObject(withoutDepends(a), withoutDepends(b))
}

/** The object as the catalog shows it. */
export function withoutDepends<O extends DbObject>(object: O): O {
  const { dependsOn: _dependsOn, ...rest } = object
  return rest as O
}
