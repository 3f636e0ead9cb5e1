import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { scratchOn } from '../../database/verify/scratch.ts'
import type { Verified } from '../../database/verify/verified.ts'
import { verifyRevisions } from '../../database/verify/verify-revisions.ts'
import { pgliteEngine } from '../engines/pglite.ts'
import { postgresEngine } from '../engines/postgres.ts'
import { sqliteEngine } from '../engines/sqlite.ts'
import type { TestEngine } from '../engines/test-engine.ts'
import { type Made, madeHistory } from './made-history.ts'
import { USERS } from './users-and-posts.ts'

const ENGINES: readonly (readonly [string, () => Promise<TestEngine>])[] = [
  ['pglite', pgliteEngine],
  ['postgres 13', () => postgresEngine(13)],
  ['postgres 18', () => postgresEngine(18)],
  ['sqlite', () => sqliteEngine('file')],
]

describe.each(ENGINES)('verify on %s', (_, start) => {
  let engine: TestEngine
  beforeAll(async () => {
    engine = await start()
  })
  beforeEach(() => engine.fresh())
  afterAll(() => engine.close())

  async function verified(made: readonly Made[], only?: readonly string[]): Promise<Verified> {
    const { dialect, query, exec } = engine
    const scratch = await scratchOn({ dialect, query, exec, close: async () => {} }, 'scratch')
    const result = await verifyRevisions({ ...madeHistory(...made), scratch, ...(only && { only: new Set(only) }) })
    await scratch.close()
    await scratchOn({ dialect, query, exec, close: async () => {} }, 'scratch')
    return result
  }

  const brief = ({ problems }: Verified) =>
    problems.map(({ revision, code, severity }) => `${revision} ${severity} ${code}`)
  const messages = ({ problems }: Verified) => problems.map(({ message }) => message).join('\n')

  test('a sound history with everything that rows have has no problems', async () => {
    const later = USERS.replace('name  text?', 'full_name text? was name\n  phone text?')
    const last = later.replace('writer\n', 'removed writer -> admin\n').replace('age   int?', 'age bigint?')
    const result = await verified([
      { id: 'one', schema: USERS },
      { id: 'two', schema: later },
      { id: 'three', schema: last },
      {
        id: 'four',
        schema: `${last}\nindex_free: `.replace('\nindex_free: ', '').replace('title   text\n', 'title   text index\n'),
      },
    ])
    expect(messages(result)).toBe('')
    expect(result.revisions.map(({ id, ok }) => [id, ok])).toEqual([
      ['one', true],
      ['two', true],
      ['three', true],
      ['four', true],
    ])
    expect(result.revisions.map(({ rows }) => rows)).toEqual([0, 16, 24, 32])
    expect(result.revisions.every(({ up, down, again }) => [up, down, again].every(Number.isInteger))).toBe(true)
  })

  test('SQL that loses the values of a column is found, with the column and a row', async () => {
    const result = await verified([
      { id: 'one', schema: USERS },
      {
        id: 'two',
        schema: USERS.replace('title   text\n', 'title   text\n  body text?\n'),
        edit: (sql, direction) =>
          direction === 'up' ? sql.replace(/^commit;/m, `update posts set title = 'x';\n\ncommit;`) : sql,
      },
      { id: 'three', schema: USERS },
    ])
    expect(brief(result)).toContain('two error MIG522')
    expect(messages(result)).toMatch(/Going up changes values of posts\.title in \d of 8 rows: \(id .*, title "/)
    expect(brief(result).filter(line => line.startsWith('three'))).toEqual([])
    expect(result.revisions.map(({ ok }) => ok)).toEqual([true, false, true])
    expect(result.problems[0]!.file).toBe(`/p/migrations/20260105_0530_two/${engine.dialect}.up.sql`)
  })

  test('rows that a way up deletes are found', async () => {
    const result = await verified([
      { id: 'one', schema: USERS },
      {
        id: 'two',
        schema: USERS.replace('title   text\n', 'title   text index\n'),
        edit: (sql, direction) =>
          direction === 'up' ? sql.replace(/^commit;/m, `delete from users where role = 'admin';\n\ncommit;`) : sql,
      },
    ])
    expect(brief(result)).toContain('two error MIG522')
    expect(messages(result)).toMatch(/Going up loses \d of the 8 rows of users, for example \(id /)
    expect(messages(result)).toMatch(/Going up loses \d of the 8 rows of posts, for example/)
  })

  test('a way down that forgets an index is found', async () => {
    const result = await verified([
      { id: 'one', schema: USERS },
      {
        id: 'two',
        schema: USERS.replace('title   text\n', 'title   text index\n'),
        edit: (sql, direction) => (direction === 'down' ? sql.replace(/^drop index .*;$/m, 'select 1;') : sql),
      },
      { id: 'three', schema: USERS.replace('title   text\n', 'title   text index\n  body text?\n') },
    ])
    expect(brief(result)).toEqual(['two error MIG521', 'two error MIG510'])
    expect(messages(result)).toContain(`What would bring it there: 'drop index posts.posts_title_idx'.`)
    expect(messages(result)).toMatch(
      /Going up again after going down fails at the step 'add index posts\.posts_title_idx': .*already exists/,
    )
    expect(result.revisions.map(({ ok }) => ok)).toEqual([true, false, true])
  })

  test('SQL that makes something else than the steps is found, and the next revision is tried all the same', async () => {
    const result = await verified([
      { id: 'one', schema: USERS, edit: sql => sql.replace(/varchar\(80\)/i, 'varchar(8)') },
      { id: 'two', schema: USERS.replace('title   text\n', 'title   text index\n') },
    ])
    expect(brief(result)).toEqual(['one error MIG520'])
    expect(messages(result)).toContain(`'alter column users.email'`)
  })

  test('a statement that fails is told with its line and its step', async () => {
    const result = await verified([
      { id: 'one', schema: USERS },
      {
        id: 'two',
        schema: USERS.replace('title   text\n', 'title   text index\n'),
        edit: (sql, direction) => (direction === 'up' ? sql.replace('on posts', 'on nowhere') : sql),
      },
    ])
    expect(brief(result)).toEqual(['two error MIG510'])
    expect(messages(result)).toMatch(/^Going up fails at the step 'add index posts\.posts_title_idx': .*nowhere/)
    expect(result.problems[0]!.line).toBeGreaterThan(8)
    expect(result.revisions[1]).toMatchObject({ up: null, down: null, again: null, ok: false })
  })

  test('a unique key on rows that may hold duplicates is a note, and runs on rows that have none', async () => {
    const result = await verified([
      { id: 'one', schema: USERS },
      {
        id: 'two',
        schema: USERS.replace('title   text\n', 'title   text unique\n'),
      },
      {
        id: 'three',
        schema: USERS.replace('title   text\n', 'title   text unique\n').replace('age   int?', 'age smallint?'),
      },
      {
        id: 'four',
        schema: USERS.replace('title   text\n', 'title   text unique\n')
          .replace('age   int?', 'age smallint?')
          .replace('state   text check', 'state text unique check'),
      },
    ])
    expect(brief(result)).toEqual(
      engine.dialect === 'sqlite' ? ['four note MIG524'] : ['three note MIG524', 'four note MIG524'],
    )
    expect(messages(result)).toMatch(
      /Going up needs rows without duplicates: .*Known of it: posts\.posts_state_key \(MIG220\)\./,
    )
    expect(result.revisions.every(({ ok, again }) => ok && again !== null)).toBe(true)
  })

  test('a check that old rows may break is a note', async () => {
    const result = await verified([
      { id: 'one', schema: USERS },
      { id: 'two', schema: USERS.replace('name  text?', `name  text? check \`name in ('Ann', 'Bob')\``) },
    ])
    expect(brief(result)).toEqual(['two note MIG524'])
    expect(messages(result)).toMatch(/needs rows that pass the new check: /)
    expect(result.revisions[1]!.rows).toBeGreaterThan(8)
  })

  test('a SQL error that only rows bring to light is an error, not a demand', async () => {
    const result = await verified([
      { id: 'one', schema: USERS },
      {
        id: 'two',
        schema: USERS.replace('title   text\n', 'title   text index\n'),
        edit: (sql, direction) =>
          direction === 'up' ? sql.replace(/^commit;/m, `update users set email = null;\n\ncommit;`) : sql,
      },
    ])
    expect(brief(result)).toEqual(['two error MIG510'])
    expect(result.problems[0]!.remedy).toMatch(/It passes only while there are no rows in (posts|any table)\./)
  })

  test('seeds may add rows; a way down that takes more is a warning', async () => {
    const insert = `insert into users (email, role) values ('root@example.org', 'admin')`
    const made = (down: string): readonly Made[] => [
      { id: 'one', schema: USERS },
      { id: 'two', sql: { up: { run: { all: insert } }, down: { run: { all: down } } } },
      { id: 'three', schema: USERS.replace('title   text\n', 'title   text index\n') },
    ]
    expect(brief(await verified(made(`delete from users where email = 'root@example.org'`)))).toEqual([])
    await engine.fresh()
    const greedy = await verified(made('delete from users'))
    expect(brief(greedy)).toEqual(['two warning MIG523', 'two warning MIG523'])
    expect(messages(greedy)).toContain('Going down, the hand-written SQL takes or changes 8 rows of users')
  })

  test('a function that needs the tables of the schema is made where a trigger of the schema needs it', async () => {
    if (engine.dialect !== 'postgres') return
    const body =
      'create function trim_name() returns trigger language plpgsql as $$ begin new.name := trim(new.name); return new; end $$'
    const functions = `-- what the triggers run\ncreate function nobody(users) returns int language sql as 'select 1';\n${body}`
    const undo = 'drop function trim_name(); drop function nobody(users)'
    const triggers = `${USERS}trigger posts_trim on users {\n  postgres \`before insert for each row execute function trim_name()\`\n  sqlite \`after insert begin select 1; end\`\n}\n`
    const made: readonly Made[] = [
      { id: 'one', schema: USERS },
      { id: 'two', sql: { up: { run: { all: functions } }, down: { run: { all: undo } } } },
      { id: 'three', schema: triggers },
      { id: 'four', schema: triggers.replace('check `age > 0`', 'unique check `age > 0`') },
    ]
    const known = ['four note MIG524']
    expect(brief(await verified(made))).toEqual(known)
    await engine.fresh()
    expect(brief(await verified(made, ['four']))).toEqual(known)
  })

  test('a revision that cannot be undone is run up, and the next one as well', async () => {
    const result = await verified([
      { id: 'one', schema: USERS },
      {
        id: 'two',
        sql: { up: { run: { all: 'update users set name = trim(name)' } }, down: { none: 'gone is gone' } },
      },
      { id: 'three', schema: USERS.replace('title   text\n', 'title   text index\n') },
    ])
    expect(brief(result)).toEqual(['two note MIG525'])
    expect(messages(result)).toBe('Revision two cannot be undone, so it was only run up: two: gone is gone')
    expect(result.revisions[1]).toMatchObject({ down: null, again: null, ok: true })
  })

  test('only the revisions that are asked for are run, on what is before them', async () => {
    const made = [
      { id: 'one', schema: USERS },
      { id: 'two', schema: USERS.replace('title   text\n', 'title   text index\n') },
      { id: 'three', schema: USERS.replace('title   text\n', 'title   text index\n  body text?\n') },
    ]
    const result = await verified(made, ['three'])
    expect(messages(result)).toBe('')
    expect(result.revisions.map(({ id, rows }) => [id, rows])).toEqual([['three', 16]])
  })

  test('what a branch destroys of another one is found, and said to be a matter of branches', async () => {
    const wide = USERS.replace('title   text\n', 'title   text\n  body text?\n')
    const other = USERS.replace('state   text check', "state   text default 'draft' check")
    const result = await verified([
      { id: 'root', schema: USERS },
      { id: 'left', schema: other },
      { id: 'right', schema: wide, parents: ['root'] },
    ])
    if (engine.dialect === 'postgres') return expect(brief(result)).toEqual([])
    expect(brief(result)).toContain('left error MIG520')
    expect(result.problems[0]!.remedy).toContain('Revision left does not stand on right, which ran before it')
  })

  test('branches that do not fit each other are told with the step', async () => {
    const wide = USERS.replace('title   text\n', 'title   text\n  body text?\n')
    const result = await verified([
      { id: 'root', schema: USERS },
      { id: 'left', schema: wide },
      { id: 'right', schema: wide, parents: ['root'] },
    ])
    expect(brief(result)).toEqual(['left error MIG310'])
    expect(result.revisions.map(({ id, ok }) => [id, ok])).toEqual([
      ['root', true],
      ['right', true],
      ['left', false],
    ])
  })

  test('the same history gives the same rows and the same answer', async () => {
    const made: readonly Made[] = [
      { id: 'one', schema: USERS },
      {
        id: 'two',
        schema: USERS.replace('title   text\n', 'title   text index\n'),
        edit: sql => sql.replace(/^commit;/m, `delete from posts;\n\ncommit;`),
      },
    ]
    const first = await verified(made)
    await engine.fresh()
    expect(messages(await verified(made))).toBe(messages(first))
    expect(messages(first)).toContain('Going up loses 8 of the 8 rows of posts')
  })
})

describe('verify on sqlite', () => {
  test('a rebuild that drops a trigger, and rows of children that a drop deletes, are found', async () => {
    const engine = await sqliteEngine()
    const touch =
      'trigger touch on users {\n  sqlite `after update of email begin update users set name = new.email where id = new.id; end`\n}\n'
    const { dialect, query, exec, close } = engine
    const scratch = await scratchOn({ dialect, query, exec, close }, 'scratch')
    const history = madeHistory(
      { id: 'one', schema: USERS + touch },
      {
        id: 'two',
        schema: USERS.replace('age   int?', 'age   int? default 7') + touch,
        edit: (sql, direction) =>
          direction === 'up'
            ? sql
                .replace(/^create trigger touch[\s\S]*?end\s*;$/m, 'select 1;')
                .replaceAll('pragma foreign_keys = off;', 'select 1;')
            : sql,
      },
    )
    const result = await verifyRevisions({ ...history, scratch })
    await scratch.close()
    const messages = result.problems.map(({ message }) => message).join('\n')
    expect(messages).toContain(`'create trigger touch on users'`)
    expect(messages).toContain('Going up loses 8 of the 8 rows of posts')
  })
})
