import type { DialectName } from '../../compiler/schema/dialect.ts'
import { numberPool } from './number-pool.ts'
import type { ValuePool } from './pool.ts'
import { textPool } from './text-pool.ts'
import { timePool } from './time-pool.ts'

const hex = (number: number, digits: number) => number.toString(16).padStart(digits, '0').slice(-digits)
const address = (number: number) => `10.${(number >> 16) % 256}.${(number >> 8) % 256}.${number % 256}`

type Pool = Pick<ValuePool, 'edges' | 'nth'> & Partial<ValuePool>

/** Values of the builtin types that are neither numbers, texts nor times. */
const OTHERS: Readonly<Record<string, Pool>> = {
  uuid: {
    edges: ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
    nth: number => `00000000-0000-4000-8000-${hex(number, 12)}`,
  },
  inet: { edges: ['0.0.0.0', '::1', '10.1.2.3/8'], nth: address },
  cidr: { edges: ['0.0.0.0/0', '::/0', '10.0.0.0/8'], nth: number => `${address(number)}/32` },
  macaddr: { edges: ['00:00:00:00:00:00', 'ff:ff:ff:ff:ff:ff'], nth: number => macOf(number, 12) },
  macaddr8: { edges: ['00:00:00:00:00:00:00:00'], nth: number => macOf(number, 16) },
  tsvector: { edges: ['', "'a':1 'b''c':2"], nth: number => `w${number}` },
  tsquery: { edges: ['', "'a' & 'b'"], nth: number => `w${number}` },
  xml: { edges: ['', '<a b="c">ü</a>'], nth: number => `<n>${number}</n>` },
  point: { edges: ['(0,0)', '(-1.5,1e10)'], nth: number => `(${number},${number})` },
  line: { edges: ['{1,-1,0}'], nth: number => `{1,1,${number}}` },
  lseg: { edges: ['[(0,0),(1,1)]'], nth: number => `[(0,0),(${number},1)]` },
  box: { edges: ['(1,1),(0,0)'], nth: number => `(${number + 1},1),(0,0)` },
  path: { edges: ['((0,0),(1,1))', '[(0,0),(1,1)]'], nth: number => `((0,0),(${number},1))` },
  polygon: { edges: ['((0,0),(1,1),(1,0))'], nth: number => `((0,0),(${number + 1},1),(1,0))` },
  circle: { edges: ['<(0,0),0>'], nth: number => `<(0,0),${number}>` },
  hstore: { edges: ['', '"a b"=>"c", d=>NULL'], nth: number => `n=>${number}` },
  ltree: { edges: ['a', 'a.b.c'], nth: number => `a.n${number}` },
  lquery: { edges: ['*'], nth: number => `*.n${number}` },
  ltxtquery: { edges: ['a'], nth: number => `n${number}` },
  cube: { edges: ['(0)'], nth: number => `(${number})` },
  pg_lsn: { edges: ['0/0', 'FFFFFFFF/FFFFFFFF'], nth: number => `0/${hex(number, 8).toUpperCase()}` },
  jsonpath: { edges: ['$'], nth: number => `$.n${number}` },
  geometry: { edges: ['POINT(0 0)'], nth: number => `POINT(${number % 90} 1)` },
  geography: { edges: ['POINT(0 0)'], nth: number => `POINT(${number % 90} 1)` },
  int4range: rangeOf(String, ['empty', '(,)', '[-2147483648,2147483647)']),
  int8range: rangeOf(String, ['empty', '(,)']),
  numrange: rangeOf(number => `${number}.5`, ['empty', '(,)', '[0,0]']),
  daterange: rangeOf(timePool('date', [], 'postgres')!.nth, ['empty', '(,)']),
  tsrange: rangeOf(number => `"${timePool('timestamp', [], 'postgres')!.nth(number)}"`, ['empty', '(,)']),
  tstzrange: rangeOf(number => `"${timePool('timestamptz', [], 'postgres')!.nth(number)}"`, ['empty', '(,)']),
}

const JSON_POOL: Pool = {
  edges: ['{}', '[]', 'null', '0', '"text"', '{"a": {"b": [1, null, "it\'s ü"]}, "": 1.50}', '[{"a": 1}, {"a": 2}]'],
  nth: number => `{"n": ${number}}`,
  family: 'json',
}

/** The values of a builtin type under its canonical name; undefined for a type that nothing is known of. */
export function builtinPool(name: string, args: readonly number[], dialect: DialectName): ValuePool | undefined {
  const whole = numberPool(name, args, dialect) ?? textPool(name, args) ?? timePool(name, args, dialect)
  if (whole !== undefined) return whole
  const found = OTHERS[name] ?? madePool(name, args, dialect)
  return found && { kind: 'text', family: 'other', ...found }
}

function madePool(name: string, args: readonly number[], dialect: DialectName): Pool | undefined {
  const length = args[0] ?? (name === 'bit' ? 1 : 16)
  switch (name) {
    case 'json':
    case 'jsonb':
      return JSON_POOL
    case 'bytes':
      return dialect === 'sqlite'
        ? { edges: ['', '00', '00ff27225c'], nth: number => hex(number, 4), kind: 'blob' }
        : { edges: ['\\x', '\\x00', '\\x00ff27225c'], nth: number => `\\x${hex(number, 4)}` }
    case 'bit':
    case 'varbit': {
      const least = name === 'varbit' ? [''] : []
      const nth = (number: number) => number.toString(2).padStart(length, '0').slice(-length)
      return { edges: [...least, '0'.repeat(length), '1'.repeat(length)], nth }
    }
    case 'vector':
      return { edges: [], nth: number => `[${Array.from({ length: args[0] ?? 3 }, (_, at) => number + at).join(',')}]` }
    default: {
      const range = /^(\w+)multirange$/.exec(name)
      const of = range === null ? undefined : (OTHERS[`${range[1]}range`] ?? undefined)
      return (
        of && {
          edges: ['{}', ...of.edges.map(text => (text === 'empty' ? '{}' : `{${text}}`))],
          nth: number => `{${of.nth(number)}}`,
        }
      )
    }
  }
}

function rangeOf(bound: (number: number) => string, edges: readonly string[]): Pool {
  return { edges, nth: number => `[${bound(2 * number)},${bound(2 * number + 1)})` }
}

function macOf(number: number, digits: number): string {
  return `02${hex(number, digits - 2)}`.replace(/..(?=.)/g, '$&:')
}
