import type { Identity } from '../../schema/column.ts'
import type { Index, IndexKey } from '../../schema/table-index.ts'

/** An identity without what Postgres assumes: steps of 1, from 1 upwards or from -1 downwards. */
export function plainIdentity({ always, start, increment = '1' }: Identity): Identity {
  const first = increment.startsWith('-') ? '-1' : '1'
  return {
    always,
    ...(start === undefined || start === first ? {} : { start }),
    ...(increment === '1' ? {} : { increment }),
  }
}

/** A key without the place of nulls where it is the usual one: last, and first in a descending key. */
export function plainKey({ nulls, ...key }: IndexKey): IndexKey {
  return nulls === undefined || (nulls === 'first') === (key.desc === true) ? key : { ...key, nulls }
}

/** An index without the method that Postgres assumes. */
export function plainIndex({ using, keys, ...index }: Index): Index {
  const method = using?.toLowerCase()
  return {
    ...index,
    keys: keys.map(plainKey),
    ...(method === undefined || method === 'btree' ? {} : { using: method }),
  }
}
