import type { Identity } from '../../schema/column.ts'
import type { Constraint } from '../../schema/constraint.ts'
import { plainSequence, type SequenceObject } from '../../schema/objects/sequence.ts'
import type { Index, IndexKey } from '../../schema/table-index.ts'

/** An identity without what Postgres assumes: steps of 1, within the positive (or negative) numbers of the column's type. */
export function plainIdentity({ always, sequence, ...options }: Identity, type?: SequenceObject['type']): Identity {
  const plain = plainSequence({ kind: 'sequence', name: { name: '' }, ...options, ...(type && { type }) })
  const { kind: _kind, name: _name, type: _type, ...rest } = plain
  return { always, ...rest, ...(sequence && { sequence }) }
}

/** A key without the place of nulls where it is the usual one: last, and first in a descending key. */
export function plainKey({ nulls, ...key }: IndexKey): IndexKey {
  return nulls === undefined || (nulls === 'first') === (key.desc === true) ? key : { ...key, nulls }
}

/** The catalog says nothing of the tablespace that is the database's own, `pg_default` as a rule. */
export function withoutUsualTablespace<T extends { readonly tablespace?: string }>(one: T): T {
  if (one.tablespace !== 'pg_default') return one
  const { tablespace: _tablespace, ...rest } = one
  return rest as T
}

/** A key or exclusion as the catalog tells it. */
export function plainConstraint(one: Constraint): Constraint {
  const constraint = 'tablespace' in one ? withoutUsualTablespace(one) : one
  if (constraint.kind !== 'exclude') return constraint
  const { using, keys, ...rest } = constraint
  const method = using?.toLowerCase()
  return {
    ...rest,
    keys: keys.map(key => ({ ...plainKey(key), operator: key.operator })),
    ...(method === undefined || method === 'btree' ? {} : { using: method }),
  }
}

/** An index without the method that Postgres assumes. */
export function plainIndex(one: Index): Index {
  const { using, keys, ...index } = withoutUsualTablespace(one)
  const method = using?.toLowerCase()
  return {
    ...index,
    keys: keys.map(plainKey),
    ...(method === undefined || method === 'btree' ? {} : { using: method }),
  }
}
