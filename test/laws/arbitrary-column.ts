import fc from 'fast-check'
import { BUILTIN_TYPES } from '../../compiler/schema/builtin-types.ts'
import type { Column } from '../../compiler/schema/column.ts'
import type { QName } from '../../compiler/schema/name.ts'
import type { Type } from '../../compiler/schema/type.ts'
import type { Value } from '../../compiler/schema/value.ts'
import {
  arbitraryComment,
  arbitraryName,
  arbitrarySql,
  arbitrarySqlText,
  arbitraryString,
  maybe,
  PLAIN,
  perDialect,
} from './arbitrary-text.ts'

export const arbitraryOnly = fc.constantFrom('postgres', 'sqlite')
const digits = fc.integer({ min: -1000, max: 1000 }).map(String)
const numbers = fc.oneof(digits, fc.constantFrom('0.10', '9223372036854775807', '-1.5e-3', '.5', '1e10', '007'))
const dotted = fc.oneof(arbitraryName, fc.constantFrom('C', 'pg_catalog.C', 'de-x-icu', 'nocase', 'a.b-c'))

/** Any default or backfill. */
export const arbitraryValue: fc.Arbitrary<Value> = fc.oneof(
  arbitraryString.map(value => ({ kind: 'string', value }) as const),
  numbers.map(text => ({ kind: 'number', text }) as const),
  fc.boolean().map(value => ({ kind: 'bool', value }) as const),
  fc.constant({ kind: 'null' } as const),
  arbitraryName.map(value => ({ kind: 'enum value', value }) as const),
  fc.constantFrom('now', 'today', 'uuid').map(name => ({ kind: 'call', name }) as const),
  arbitrarySql.map(sql => ({ kind: 'sql', sql }) as const),
)

/** Any type, with enums from a list. */
export function arbitraryType(enums: readonly QName[]): fc.Arbitrary<Type> {
  const builtin = fc.constantFrom(...BUILTIN_TYPES).map(name => ({ kind: 'builtin', name }) as const)
  const args = fc.array(fc.integer({ min: -5, max: 300 }), { minLength: 1, maxLength: 2 })
  const sized = fc
    .tuple(fc.constantFrom('varchar', 'char', 'decimal', 'bit', 'vector'), args)
    .map(([name, args]) => ({ kind: 'builtin', name, args }) as const)
  const raw = arbitrarySqlText.map(sql => ({ kind: 'raw', sql }) as const)
  const named = enums.length === 0 ? builtin : fc.constantFrom(...enums).map(name => ({ kind: 'enum', name }) as const)
  const plain: fc.Arbitrary<Type> = fc.oneof({ weight: 4, arbitrary: builtin }, sized, raw, named)
  const array = plain.map((of): Type => ({ kind: 'array', of }))
  return fc.oneof(
    { weight: 6, arbitrary: plain },
    array,
    array.map((of): Type => ({ kind: 'array', of })),
  )
}

/** Any column of a name. */
export function arbitraryColumn(name: string, enums: readonly QName[]): fc.Arbitrary<Column> {
  const identity = fc.tuple(fc.boolean(), maybe('start', digits), maybe('increment', digits))
  const generated = fc.record({ sql: arbitrarySql, stored: fc.boolean() }, PLAIN)
  return fc
    .tuple(
      fc.record({ name: fc.constant(name), type: perDialect(arbitraryType(enums)), nullable: fc.boolean() }, PLAIN),
      maybe('default', arbitraryValue),
      maybe(
        'identity',
        identity.map(([always, start, increment]) => ({ always, ...start, ...increment })),
      ),
      maybe('generated', generated),
      maybe('collate', dotted),
      maybe('comment', arbitraryComment),
      maybe('only', arbitraryOnly),
    )
    .map(parts => Object.assign({}, ...parts) as Column)
}

export { dotted as arbitraryDotted }
