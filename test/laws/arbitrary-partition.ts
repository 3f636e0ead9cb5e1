import fc from 'fast-check'
import type { PartitionBound, PartitionBy, PartitionKey } from '../../compiler/schema/partition.ts'
import type { TableHead } from '../../compiler/schema/table.ts'
import { arbitraryDotted } from './arbitrary-column.ts'
import { arbitraryQName } from './arbitrary-schema.ts'
import { arbitraryName, maybe } from './arbitrary-text.ts'

/** Any object of these parts, as the reader makes one. */
function object<T>(parts: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> {
  return fc.record(parts, { noNullPrototype: true }) as fc.Arbitrary<T>
}

const part = fc.oneof(
  arbitraryName.map(column => ({ column })),
  fc.constantFrom('lower(name)', 'a + 1', "date_trunc('day', at)").map(sql => ({ sql: { all: sql } })),
)
const key: fc.Arbitrary<PartitionKey> = fc
  .tuple(part, maybe('collate', arbitraryDotted), maybe('opclass', arbitraryDotted))
  .map(([part, collate, opclass]) => ({ ...part, ...collate, ...opclass }))

const partitionBy: fc.Arbitrary<PartitionBy> = object({
  strategy: fc.constantFrom('range', 'list', 'hash'),
  keys: fc.array(key, { minLength: 1, maxLength: 3 }),
})

const value = fc.constantFrom("'2020-01-01'", '1', '-5', '1.5', "'it''s'", 'true', 'null', "lower('X')", '1 + 1')
const values = fc.array(value, { minLength: 1, maxLength: 3 })
const limits = fc.array(fc.oneof(value, fc.constantFrom('minvalue', 'maxvalue')), { minLength: 1, maxLength: 3 })

const bound: fc.Arbitrary<PartitionBound> = fc.oneof(
  fc.constant({ kind: 'default' as const }),
  object({ kind: fc.constant('range' as const), from: limits, to: limits }),
  object({ kind: fc.constant('list' as const), values }),
  object({
    kind: fc.constant('hash' as const),
    modulus: fc.constantFrom('2', '16'),
    remainder: fc.constantFrom('0', '1'),
  }),
)

/** How a table is divided, whose partition it is, and from which tables it inherits. */
export const arbitraryParents: fc.Arbitrary<TableHead> = fc.oneof(
  fc.constant({}),
  fc
    .tuple(maybe('partitionBy', partitionBy), maybe('partitionOf', object({ parent: arbitraryQName, bound })))
    .map(([by, of]) => ({ ...by, ...of })),
  fc
    .uniqueArray(arbitraryQName, { minLength: 1, maxLength: 2, selector: name => JSON.stringify(name) })
    .map(inherits => ({ inherits })),
)
