import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { MigError } from '../../compiler/failure.ts'
import { type PrintedStatement, printSqlFile, readSqlFile, type SqlFile } from '../../compiler/revisions/sql-file.ts'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import { applySqlFile } from '../../database/apply.ts'
import type { Connection } from '../../database/connection.ts'
import { pgliteEngine } from '../engines/pglite.ts'
import { postgresEngine } from '../engines/postgres.ts'
import { sqliteEngine } from '../engines/sqlite.ts'
import type { TestEngine } from '../engines/test-engine.ts'

function fileOf(dialect: DialectName, statements: readonly (string | PrintedStatement)[], refused?: string): SqlFile {
  const head = { id: 'a1', parents: [], message: 'm', dialect, direction: 'up', renderer: '1' } as const
  const whole = statements.map(sql => (typeof sql === 'string' ? { sql, about: 'a step', transaction: true } : sql))
  return readSqlFile(printSqlFile({ ...head, ...(refused === undefined ? {} : { refused }) }, whole))
}

const ENGINES: readonly (readonly [string, () => Promise<TestEngine>])[] = [
  ['pglite', pgliteEngine],
  ['postgres 13', () => postgresEngine(13)],
  ['sqlite', () => sqliteEngine('file')],
]

describe.each(ENGINES)('applying a SQL file on %s', (_, start) => {
  let engine: TestEngine
  let connection: Connection
  beforeAll(async () => {
    engine = await start()
    connection = { dialect: engine.dialect, query: engine.query, exec: engine.exec, close: engine.close }
  })
  beforeEach(() => engine.fresh())
  afterAll(() => engine.close())

  const apply = (statements: readonly (string | PrintedStatement)[]) =>
    applySqlFile(connection, fileOf(engine.dialect, statements), 'up.sql')

  test('runs its statements in order', async () => {
    await apply(['create table t (a int)', "insert into t values (1)\n-- it's; no end", 'insert into t values (2)'])
    expect(await engine.query('select a from t order by a')).toEqual([{ a: 1 }, { a: 2 }])
  })

  test('leaves nothing of a transaction that failed, and says where', async () => {
    const failure = await apply(['create table t (a int)', 'insert into\n  nowhere values (1)']).catch(error => error)
    expect(failure).toBeInstanceOf(MigError)
    expect(failure.code).toBe('MIG510')
    expect(failure.message).toMatch(/^up\.sql:\d+: .*nowhere/)
    expect(failure.facts.statement).toBe('insert into\n  nowhere values (1)')
    const text = printed(engine.dialect, ['create table t (a int)', 'insert into\n  nowhere values (1)'])
    const line = text
      .split('\n')
      .findIndex(row => row.includes(engine.dialect === 'sqlite' ? 'insert into' : 'nowhere'))
    expect(failure.facts.line).toBe(line + 1)
    await apply(['create table t (a int)'])
  })

  test('a check of rows says where to write what becomes of them, and on the way down nothing that is too late', async () => {
    const { dialect } = engine
    const guard = (code: string) =>
      dialect === 'postgres'
        ? [`do $$ begin raise exception '${code}: rows of t'; end $$`]
        : [`create temp table g (n int constraint "${code}: rows of t" check (n < 0))`, 'insert into temp.g values (1)']
    const remedy = (code: string, file: string) =>
      applySqlFile(connection, fileOf(dialect, guard(code)), file).catch(({ remedy }) => remedy)
    expect(await remedy('MIG501', 'up.sql')).toMatch(
      /`backfill VALUE` .* in the revision\.mig .* no database has run it/,
    )
    expect(await remedy('MIG501', 'down.sql')).toMatch(/`backfill VALUE` .* this revision and run `mig compile`\.$/)
    expect(await remedy('MIG502', 'up.sql')).toContain('`removed VALUE -> OTHER`')
    expect(await remedy('MIG502', 'down.sql')).toBe('Give those rows another value, then run it again.')
  })

  test('what is missing is said to be, with where to look', async () => {
    const remedies: string[] = []
    for (const sql of ['drop table nowhere', 'select absent from (select 1 as a) t', 'select no_function(1)'])
      remedies.push(await apply([sql]).then(String, ({ remedy }) => remedy))
    for (const remedy of remedies) expect(remedy).toMatch(/What it names is not there\. `mig check --database`/)
    expect(await apply(['selct 1']).then(String, ({ remedy }) => remedy)).not.toContain('not there')
  })

  test('a role that the server has not is named, with how to make it', async () => {
    if (engine.dialect === 'sqlite') return
    const statements = [
      'grant select on t to "the ""boss"',
      'create policy p on t to the_boss',
      'alter table t owner to the_boss',
      'revoke select on t from the_boss',
    ]
    for (const statement of statements) {
      const role = statement.startsWith('grant') ? 'the ""boss' : 'the_boss'
      expect(await apply(['create table t (a int)', statement]).catch(error => error)).toMatchObject({
        code: 'MIG512',
        message: expect.stringMatching(/^up\.sql:\d+: .*role "the.*boss" does not exist/),
        remedy: `Roles belong to the server, and no migration makes them: have \`create role "${role}"\` run there, then run this again.`,
        facts: { statement, sqlstate: '42704' },
      })
    }
    const type = await apply(['create table t (a no_type)']).catch(error => error)
    expect([type.code, type.facts.sqlstate]).toEqual(['MIG510', '42704'])
  })

  test('keeps what was done before a part outside of a transaction failed', async () => {
    const outside = { sql: 'insert into nowhere values (1)', about: '', transaction: false }
    await expect(apply(['create table t (a int)', outside, 'drop table t'])).rejects.toThrow(/nowhere/)
    expect(await engine.query('select a from t')).toEqual([])
  })

  test('runs nothing of a file that has no way in its direction', async () => {
    const file = fileOf(engine.dialect, ['create table t (a int)'], 'the old values are not kept')
    await expect(applySqlFile(connection, file, 'down.sql')).rejects.toThrow(/the old values are not kept/)
    await apply(['create table t (a int)'])
  })
})

describe('foreign keys of SQLite', () => {
  const off = { sql: 'pragma foreign_keys = off', about: '', transaction: false }
  const tables = ['create table p (id integer primary key)', 'create table c (p int references p (id))']
  const rows = ['insert into p values (1)', 'insert into c values (1)']

  async function open(): Promise<Connection> {
    const engine = await sqliteEngine()
    return { dialect: 'sqlite', query: engine.query, exec: engine.exec, close: engine.close }
  }

  test('are enforced again when a file fails that switched them off', async () => {
    const connection = await open()
    await expect(applySqlFile(connection, fileOf('sqlite', [off, 'nonsense']), 'up.sql')).rejects.toThrow(/nonsense/)
    expect(await connection.query('pragma foreign_keys')).toEqual([{ foreign_keys: 1 }])
  })

  test('must not be broken by a file that switched them off', async () => {
    const connection = await open()
    await applySqlFile(connection, fileOf('sqlite', [...tables, ...rows]), 'up.sql')
    const broken = applySqlFile(connection, fileOf('sqlite', [off, 'delete from p']), 'up.sql')
    await expect(broken).rejects.toThrow(/up\.sql would leave rows that point .*: c -> p/)
    expect(await connection.query('select * from p')).toEqual([{ id: 1 }])
  })

  test('that were broken before are not the fault of the file', async () => {
    const connection = await open()
    await applySqlFile(connection, fileOf('sqlite', tables), 'up.sql')
    await connection.exec('pragma foreign_keys = off; insert into c values (7); pragma foreign_keys = on')
    await applySqlFile(connection, fileOf('sqlite', [off, 'insert into p values (1)']), 'up.sql')
    expect(await connection.query('select * from p')).toEqual([{ id: 1 }])
  })
})

function printed(dialect: DialectName, statements: readonly string[]): string {
  const head = { id: 'a1', parents: [], message: 'm', dialect, direction: 'up', renderer: '1' } as const
  return printSqlFile(
    head,
    statements.map(sql => ({ sql, about: 'a step', transaction: true })),
  )
}
