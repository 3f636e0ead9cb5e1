import { afterAll, expect, test } from 'vitest'
import { spell } from '../../../../compiler/dialects/postgres/types.ts'
import { valueSql } from '../../../../compiler/dialects/postgres/value.ts'
import type { Type } from '../../../../compiler/schema/type.ts'
import type { Value } from '../../../../compiler/schema/value.ts'
import { misfitOf } from '../../../../language/checks/fit/misfit.ts'
import { pgliteEngine } from '../../../engines/pglite.ts'

const TYPES =
  `smallint int bigint decimal decimal(3,1) decimal(5,0) decimal(2,2) real double bool text varchar(3) varchar(10) varchar(40)
  char(2) bytes uuid date time timetz timestamp timestamptz interval json jsonb inet bit(3) varbit money point int[] text[] tsvector xml oid name`
    .split(/\s+/)
    .map(readType)

const STRINGS = ['', 'abc', 'abcd', 'ab ', '5', ' 5 ', '-1', '1.5', '70000', '3000000000', '1e3', '0x1F', '1_000', 'NaN', 'true', 'yes', 'off',
  '2024-02-29', '2023-02-29', '2024-13-01', '20240101', '2024-1-5 10:30', '2024-01-01 25:00', '10:30', '24:00', '25:00', '10:61', 'January 8, 1999', 'infinity',
  '00000000-0000-0000-0000-000000000000', '0000', '{}', '[]', '{1,2}', '[1,2]', '{"a":1}', '{a}', '"x"', 'null', '\\x00ff', '\\xzz', '101', '10'] // biome-ignore format: a table

const NUMBERS = ['0', '1', '-1', '5', '1.5', '1.0', '1e3', '32767', '32768', '-32768', '-32769', '2147483647', '2147483648',
  '-2147483648', '9223372036854775807', '9223372036854775808', '99.9', '99.96', '99.94', '100', '0.5', '0.995', '1e39', '3.4e38', '1e308', '1e309'] // biome-ignore format: a table

const VALUES: readonly Value[] = [
  ...STRINGS.map(value => ({ kind: 'string' as const, value })),
  ...NUMBERS.map(text => ({ kind: 'number' as const, text })),
  { kind: 'bool', value: true },
  { kind: 'null' },
  { kind: 'call', name: 'now' },
  { kind: 'call', name: 'today' },
  { kind: 'call', name: 'uuid' },
]

/** Types whose texts only the database can read: what it refuses may pass here, never the other way round. */
const OPAQUE = new Set('interval inet money point tsvector xml oid date time timetz timestamp timestamptz'.split(' '))
const OPAQUE_NUMBERS = new Set(['oid', 'money'])

afterAll(async () => (await pgliteEngine()).close())

test('a default is refused here exactly where Postgres refuses it', async () => {
  const engine = await pgliteEngine()
  await engine.fresh()
  const wrong: string[] = []
  for (const type of TYPES) {
    const spelled = spell(type)!
    for (const value of VALUES) {
      const said = misfitOf(value, type, { dialect: 'postgres', strict: false })?.broken === true
      const refusal = await refusalOf(spelled, valueSql(value)!)
      const name = type.kind === 'builtin' ? type.name : 'array'
      const notation = value.kind === 'string' && /^(0x1F|1_000)$/.test(value.value)
      const opaque =
        value.kind === 'string' ? notation || name === 'array' || OPAQUE.has(name) : OPAQUE_NUMBERS.has(name)
      if (said ? refusal === undefined : refusal !== undefined && !opaque) {
        wrong.push(`${spelled} default ${valueSql(value)}: ${refusal ?? 'taken'}`)
      }
    }
  }
  expect(wrong).toEqual([])

  async function refusalOf(type: string, value: string): Promise<string | undefined> {
    try {
      await engine.query(`create table t (k int, a ${type} default ${value})`)
      await engine.query('insert into t (k) values (1)')
      return undefined
    } catch (error) {
      return (error as Error).message
    } finally {
      await engine.query('drop table if exists t')
    }
  }
})

function readType(text: string): Type {
  if (text.endsWith('[]')) return { kind: 'array', of: readType(text.slice(0, -2)) }
  const [, name, args] = /^(\w+)(?:\((.*)\))?$/.exec(text)!
  return { kind: 'builtin', name: name!, ...(args && { args: args.split(',').map(Number) }) }
}
