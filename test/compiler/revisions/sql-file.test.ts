import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { PGlite } from '@electric-sql/pglite'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type PrintedStatement,
  printSqlFile,
  readSqlFile,
  type SqlFile,
  type SqlFileHead,
} from '../../../compiler/revisions/sql-file.ts'
import { splitStatements } from '../../../compiler/sql/statements.ts'

const HEAD: SqlFileHead = {
  id: 'b5fa6c4653db',
  parents: ['ab52a8c0fcb8'],
  message: 'add exercises',
  dialect: 'postgres',
  direction: 'up',
  renderer: '1',
}

function statement(sql: string, about = 'a step', more: Partial<PrintedStatement> = {}): PrintedStatement {
  return { sql, about, transaction: true, ...more }
}

/** The statements of a file in the form in which they were printed. */
function flat(file: SqlFile): PrintedStatement[] {
  return file.parts.flatMap(part =>
    part.statements.map(({ line: _line, ...one }) => ({ ...one, transaction: part.transaction })),
  )
}

/** What `psql -f` sends one by one, and `sqlite3 <` as well. */
function sentStatements(text: string): string[] {
  return splitStatements(text).map(statement => statement.text)
}

const PLPGSQL = `create function touch() returns trigger language plpgsql as $body$
begin
  -- it's done; at once
  new.at := now();
  return new;
end
$body$`

const TRIGGER = `create trigger touched after update on t begin
  update t set at = case when new.at is null then 'a;b' else new.at end where id = new.id;
  insert into log values ('x -- y');
end`

describe('a SQL file', () => {
  it('looks like this', () => {
    const text = printSqlFile(HEAD, [
      statement('create table exercises (id int)', 'create table exercises'),
      statement('alter table users drop column nickname', 'drop column users: nickname text?', { lossy: 'the names' }),
      statement('create index concurrently i on users (a)', 'add index users: index i (a)', { transaction: false }),
      statement('update t set a = 1', "sql 'one'"),
    ])
    expect(text).toBe(`-- mig: revision b5fa6c4653db
-- mig: after ab52a8c0fcb8
-- mig: message add exercises
-- mig: postgres up
-- mig: renderer 1
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.up.sql
-- mig: sha-256 ${readSqlFile(text).sum}

begin;

-- create table exercises
create table exercises (id int);

-- mig: lossy: the names
-- drop column users: nickname text?
alter table users drop column nickname;

commit;

-- mig: no transaction

-- add index users: index i (a)
create index concurrently i on users (a);

-- mig: transaction

begin;

-- sql 'one'
update t set a = 1;

commit;
`)
  })

  it('is read back as it was printed', () => {
    const statements = [
      statement('select 1', 'two\nlines', { lossy: 'why' }),
      statement(PLPGSQL, ''),
      statement('vacuum', 'v', { transaction: false }),
      statement('-- a comment of its own\nselect 2', 'x'),
      statement('/* hint */ select 3', 'y', { transaction: false }),
      statement("select ';', $$;$$, \";\", 'it''s' from (select 1; ) x", 'z', { transaction: false }),
    ]
    const file = readSqlFile(printSqlFile(HEAD, statements))
    expect(file).toMatchObject({
      id: HEAD.id,
      parents: HEAD.parents,
      dialect: 'postgres',
      direction: 'up',
      renderer: '1',
    })
    expect(file.sumHolds).toBe(true)
    expect(flat(file)).toEqual(statements)
    expect(file.parts.map(part => part.transaction)).toEqual([true, false, true, false])
  })

  it('closes a statement whatever comment it ends with', () => {
    const text = printSqlFile(HEAD, [statement('select 1 -- and done'), statement('select 2')])
    expect(text).toContain('select 1 -- and done\n;')
    expect(flat(readSqlFile(text)).map(one => one.sql)).toEqual(['select 1', 'select 2'])
  })

  it('says on which line each statement begins', () => {
    const text = printSqlFile(HEAD, [statement('select 1', 'a\nb'), statement(PLPGSQL), statement('select 2', '')])
    const lines = text.split('\n')
    const found = readSqlFile(text).parts.flatMap(part => part.statements.map(one => lines[one.line - 1]))
    expect(found).toEqual([
      'select 1;',
      'create function touch() returns trigger language plpgsql as $body$',
      'select 2;',
    ])
  })

  it('keeps a transaction that hand-written SQL speaks of', () => {
    const statements = [statement('commit', 'hand-written', { transaction: false }), statement('begin', 'too')]
    expect(flat(readSqlFile(printSqlFile(HEAD, statements)))).toEqual(statements)
  })

  it('may hold nothing, or say why there is no way', () => {
    expect(readSqlFile(printSqlFile(HEAD, []))).toMatchObject({ parts: [], sumHolds: true })
    const refused = { ...HEAD, direction: 'down', refused: 'the old values\nare not kept' } as const
    expect(readSqlFile(printSqlFile(refused, [])).refused).toBe('the old values are not kept')
  })

  it('has no parents at the base, and several after a merge', () => {
    expect(readSqlFile(printSqlFile({ ...HEAD, parents: [] }, [])).parents).toEqual([])
    expect(readSqlFile(printSqlFile({ ...HEAD, parents: ['a', 'b'] }, [])).parents).toEqual(['a', 'b'])
  })

  it('tells an edit by its sum, but not line ends that version control changed', () => {
    const text = printSqlFile(HEAD, [statement('select 1')])
    expect(readSqlFile(text.replace('select 1', 'select 2')).sumHolds).toBe(false)
    expect(readSqlFile(`${text}\n`).sumHolds).toBe(false)
    expect(readSqlFile(text.replaceAll('\n', '\r\n'))).toEqual(readSqlFile(text))
    expect(readSqlFile(text.replace('begin;\n', 'begin;\r\n')).sumHolds).toBe(false)
  })

  it('is the same bytes for the same input', () => {
    const statements = [statement(TRIGGER), statement('select 1', 'x', { transaction: false })]
    expect(printSqlFile(HEAD, statements)).toBe(printSqlFile({ ...HEAD }, [...statements]))
  })

  it('comes back whatever the steps say', () => {
    const words = fc.constantFrom(
      'mig: transaction',
      '-- mig: no transaction',
      'begin;',
      '\n',
      '\r',
      "it's",
      '/*',
      '\\mig: x',
      ' ',
      'é',
      ';',
    )
    const about = fc.array(words, { maxLength: 5 }).map(parts => parts.join(''))
    const sql = fc.constantFrom(
      'select 1',
      PLPGSQL,
      TRIGGER,
      'begin',
      'commit',
      '-- c\nselect 1',
      "select '\n-- mig: transaction\n'",
      'select 1',
    )
    const one = fc.record({ sql, about, transaction: fc.boolean(), lossy: fc.option(about, { nil: undefined }) })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), about, (statements, message) => {
        const file = readSqlFile(printSqlFile({ ...HEAD, message }, statements as PrintedStatement[]))
        expect(file.id).toBe(HEAD.id)
        expect(flat(file).map(({ sql: text, transaction }) => ({ sql: text, transaction }))).toEqual(
          statements.map(({ sql: text, transaction }) => ({ sql: text, transaction })),
        )
        expect(file.sumHolds).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

const EVIL = "x\ndrop table keep; -- \rdrop table keep;\u2028drop table keep; */ drop table keep; /* '"

describe('a comment', () => {
  const statements = [
    statement('create table t (id int, at text)', EVIL, { lossy: EVIL }),
    statement('insert into t values (1, null)', EVIL),
  ]

  it('cannot end early in Postgres', async () => {
    const db = await PGlite.create()
    await db.exec('create table keep (id int)')
    await db.exec(printSqlFile({ ...HEAD, message: EVIL }, statements))
    expect((await db.query('select * from keep')).rows).toEqual([])
    expect((await db.query('select id from t')).rows).toEqual([{ id: 1 }])
    await db.close()
  })

  it('cannot end early in SQLite', () => {
    const db = new DatabaseSync(':memory:')
    db.exec('create table keep (id int)')
    for (const sql of sentStatements(printSqlFile({ ...HEAD, message: EVIL }, statements))) db.exec(sql)
    expect(db.prepare('select * from keep').all()).toEqual([])
    expect(db.prepare('select count(*) as n from t').get()).toEqual({ n: 1 })
    db.close()
  })
})

describe('run statement by statement, as psql does', () => {
  it('takes each part in a transaction of its own', async () => {
    const db = await PGlite.create()
    const text = printSqlFile(HEAD, [
      statement('create table t (id int primary key, at text)'),
      statement(PLPGSQL),
      statement('create index concurrently i on t (at)', 'i', { transaction: false }),
      statement('insert into t values (1)'),
      statement('insert into t values (1)'),
    ])
    let failed: string | undefined
    for (const sql of sentStatements(text)) {
      try {
        await db.query(sql)
      } catch (error) {
        failed = (error as { code: string }).code
        await db.query('rollback')
        break
      }
    }
    expect(failed).toBe('23505')
    expect((await db.query("select indisvalid from pg_index where indexrelid = 'i'::regclass")).rows).toEqual([
      { indisvalid: true },
    ])
    expect((await db.query('select * from t')).rows).toEqual([])
    await db.close()
  })
})

describe('run as one text by a driver, as it is', () => {
  const head: SqlFileHead = { ...HEAD, dialect: 'sqlite' }

  function run(statements: readonly PrintedStatement[]): { failed: boolean; tables: string[] } {
    const folder = mkdtempSync(join(tmpdir(), 'mig-sql-'))
    const file = join(folder, 'test.db')
    try {
      const failed = !runs(file, printSqlFile(head, statements))
      const db = new DatabaseSync(file)
      const rows = db.prepare("select name from sqlite_schema where type <> 'index' order by 1").all()
      db.close()
      return { failed, tables: rows.map(row => String(row.name)) }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }

  function runs(file: string, text: string): boolean {
    const db = new DatabaseSync(file)
    try {
      db.exec(text)
      return true
    } catch {
      return false
    } finally {
      db.close()
    }
  }

  it('does all of it, pragmas outside of the transaction', () => {
    const { failed, tables } = run([
      statement('pragma foreign_keys = off', 'p', { transaction: false }),
      statement('create table t (id integer primary key, at text)'),
      statement('create table log (line text)'),
      statement(TRIGGER),
      statement('pragma foreign_keys = on', 'p', { transaction: false }),
    ])
    expect(failed).toBe(false)
    expect(tables).toEqual(['log', 't', 'touched'])
  })

  it('does nothing of a transaction that fails half way', () => {
    const { failed, tables } = run([
      statement('create table t (id int)'),
      statement('insert into nowhere values (1)'),
      statement('create table u (id int)'),
    ])
    expect(failed).toBe(true)
    expect(tables).toEqual([])
  })
})
