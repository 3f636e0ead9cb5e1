import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dialects } from '../../../compiler/dialects/dialects.ts'
import { diff } from '../../../compiler/diff/diff.ts'
import { NO_HINTS } from '../../../compiler/diff/hints.ts'
import type { DialectName } from '../../../compiler/schema/dialect.ts'
import { EMPTY_SCHEMA } from '../../../compiler/schema/schema.ts'
import { knownNames } from '../../../compiler/sql/routine/known/known-names.ts'
import { readFiles } from '../../../language/load/read-files.ts'
import { lowerFiles } from '../../../language/lower/lower.ts'
import { pgliteEngine } from '../../engines/pglite.ts'
import { postgresEngine } from '../../engines/postgres.ts'
import { sqliteEngine } from '../../engines/sqlite.ts'
import type { TestEngine } from '../../engines/test-engine.ts'
import { ALL_CASES } from './cases/all-cases.ts'
import type { CheckCase } from './cases/check-case.ts'
import { diagnosticsOf, MAIN, readMarked, withProject } from './marked.ts'

const engines = new Map<DialectName, TestEngine>()

beforeAll(async () => {
  engines.set('postgres', await pgliteEngine())
  engines.set('sqlite', await sqliteEngine())
})
afterAll(() => Promise.all([...engines.values()].map(engine => engine.close())))

/** What the tests' databases have not: types, functions and places on a disk that only somebody else's database knows. */
const OUTSIDE =
  /`(my_type|my_int)`|select nothing from t, u|tablespace «|extension (btree_gist|pg_cron)|execute function touch\(\)`$/
const UNKNOWN_TO_THE_PROJECT = new Set(['MIG164', 'MIG174', 'MIG183', 'MIG194'])

const harmless = ALL_CASES.filter(item => !item.revision && !OUTSIDE.test(item.text)).filter(item => {
  const diagnostics = diagnosticsOf(readMarked(withProject(item.text)).text, item.files)
  return diagnostics.every(({ severity, code }) => severity !== 'error' && !UNKNOWN_TO_THE_PROJECT.has(code))
})

describe('what has no error is created by each of its databases', () => {
  test.each(harmless.map(item => [`${item.code} ${item.title}`, item] as const))('%s', async (_, item) => {
    for (const dialect of targetsOf(item)) await create(item, dialect)
  })
})

test('the functions that each of them has are known', async () => {
  const lists = {
    postgres: `select distinct proname as name from pg_proc where pronamespace = 'pg_catalog'::regnamespace`,
    sqlite: 'select distinct name from pragma_function_list',
  }
  for (const dialect of ['postgres', 'sqlite'] as const) {
    const names = (await engines.get(dialect)!.query(lists[dialect])).map(({ name }) => String(name))
    const words = names.filter(name => /^[a-z_][a-z0-9_]*$/.test(name))
    expect(words.length).toBeGreaterThan(100)
    expect(words.filter(name => !knownNames(dialect).has(name))).toEqual([])
  }
})

/** Codes of which a database refuses the whole thing, at the latest when a row is written. */
const REFUSED: Readonly<Partial<Record<string, readonly DialectName[]>>> = {
  MIG138: ['postgres'],
  MIG143: ['postgres'],
  MIG150: ['postgres'],
  MIG154: ['postgres', 'sqlite'],
  MIG159: ['postgres'],
  MIG161: ['postgres', 'sqlite'],
  MIG163: ['postgres'],
  MIG166: ['postgres'],
  MIG167: ['postgres'],
  MIG168: ['postgres'],
  MIG174: ['postgres'],
  MIG178: ['postgres', 'sqlite'],
  MIG179: ['sqlite'],
  MIG181: ['postgres', 'sqlite'],
  MIG182: ['postgres', 'sqlite'],
  MIG185: ['postgres'],
  MIG186: ['postgres', 'sqlite'],
  MIG187: ['sqlite'],
  MIG189: ['sqlite'],
  MIG193: ['postgres', 'sqlite'],
}

/** What is made all the same: not as it is written, or refused when the first row comes; PGlite lets its one user do anything. */
const MADE_OTHERWISE = new Set([
  'MIG150 half seconds of a microsecond',
  'MIG159 it may be null',
  'MIG168 unique in Postgres alone',
  'MIG174 an array',
  'MIG174 citext',
  'MIG178 the case of letters',
  'MIG181 a schema of Postgres',
])

const refused = ALL_CASES.filter(
  item => item.code in REFUSED && (item.code === 'MIG174' || (item.severity ?? 'error') === 'error'),
)
  .filter(item => item.text.includes('«') && !OUTSIDE.test(item.text) && item.beside === undefined)
  .filter(item => !MADE_OTHERWISE.has(`${item.code} ${item.title}`))

describe('what has an error is refused by one of its databases', () => {
  test.each(refused.map(item => [`${item.code} ${item.title}`, item] as const))('%s', async (_, item) => {
    const results = await Promise.allSettled(
      targetsOf(item)
        .filter(dialect => REFUSED[item.code]!.includes(dialect))
        .map(dialect => create(item, dialect)),
    )
    expect(results.map(({ status }) => status)).toContain('rejected')
  })
})

test('a real server keeps the schemas that start with pg_ for itself', async () => {
  const server = await postgresEngine(18)
  await expect(server.query('create schema pg_mine')).rejects.toThrow(/unacceptable schema name/)
  await server.close()
})

function targetsOf(item: CheckCase): readonly DialectName[] {
  return loaded(item).project.targets.map(target => target.dialect)
}

function loaded(item: CheckCase): ReturnType<typeof lowerFiles> {
  const all: Readonly<Record<string, string>> = { ...item.files, [MAIN]: readMarked(withProject(item.text)).text }
  return lowerFiles(readFiles(MAIN, path => all[path]).files)
}

async function create(item: CheckCase, dialect: DialectName): Promise<void> {
  const engine = engines.get(dialect)!
  await engine.fresh()
  if (dialect === 'postgres') {
    await engine.query('create function f() returns trigger language plpgsql as $$ begin return new; end $$')
  }
  const { schema } = loaded(item)
  if (dialect === 'postgres' && item.text.includes('citext') && !schema.extensions.has('citext')) {
    await engine.query('create extension citext')
  }
  const steps = diff(EMPTY_SCHEMA, schema, NO_HINTS)
  await engine.run(dialects[dialect].render(steps, EMPTY_SCHEMA))
}
