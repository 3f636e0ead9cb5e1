import { afterAll, expect, test } from 'vitest'
import { spell } from '../../../compiler/dialects/postgres/types.ts'
import type { Type } from '../../../compiler/schema/type.ts'
import { isComparable } from '../../../language/checks/foreign-key-types.ts'
import { pgliteEngine } from '../../engines/pglite.ts'

const NAMES =
  `smallint int bigint decimal real double bool text varchar char citext name bytes uuid date time timetz timestamp
  timestamptz interval jsonb inet cidr macaddr macaddr8 money oid bit varbit int4range tsvector`.split(/\s+/)

const TYPES: readonly Type[] = [
  ...NAMES.map(name => ({ kind: 'builtin' as const, name })),
  { kind: 'enum', name: { name: 'one' } },
  { kind: 'enum', name: { name: 'two' } },
  { kind: 'array', of: { kind: 'builtin', name: 'int' } },
  { kind: 'array', of: { kind: 'builtin', name: 'bigint' } },
  { kind: 'array', of: { kind: 'builtin', name: 'text' } },
  { kind: 'array', of: { kind: 'builtin', name: 'varchar', args: [5] } },
]

afterAll(async () => (await pgliteEngine()).close())

test('a foreign key between two types is allowed here exactly where Postgres allows it', async () => {
  const engine = await pgliteEngine()
  await engine.fresh()
  await engine.query('create extension citext')
  await engine.query("create type one as enum ('a')")
  await engine.query("create type two as enum ('a')")
  const wrong: string[] = []
  for (const to of TYPES) {
    await engine.query(`create table p (a ${spell(to)} unique)`)
    for (const from of TYPES) {
      const refusal = await engine.query(`create table c (a ${spell(from)} references p (a))`).then(
        () => engine.query('drop table c').then(() => undefined),
        (error: Error) => error.message,
      )
      if (isComparable(from, to, 'postgres') !== (refusal === undefined))
        wrong.push(`${spell(from)} -> ${spell(to)}: ${refusal}`)
    }
    await engine.query('drop table p')
  }
  expect(wrong).toEqual([])
})
