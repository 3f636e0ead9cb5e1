import { describe, expect, test } from 'vitest'
import { sqlite } from '../../../compiler/dialects/sqlite/sqlite.ts'
import type { Schema } from '../../../compiler/schema/schema.ts'
import { invertSteps } from '../../../compiler/steps/invert.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import { check, column, enumOf, foreign, id, number, primary, schema, table, trigger, unique, view } from './build.ts'
import { runStatements } from './engine.ts'
import { creation, freshEngine, pictureOfEngine } from './journey.ts'

const users = table('users', id(), column('phone', 'text?'), primary('users_pkey', 'id'))
const posts = table(
  'posts',
  column('author', 'bigint?'),
  foreign('posts_fk', ['author'], 'users', ['id'], { onDelete: 'cascade' }),
)
const name = { name: 'users' }

/** Runs the steps, expects them to fail with that message, and the database to be as it was, row for row. */
async function refuses(before: Schema, rows: string, steps: readonly Step[], message: string): Promise<void> {
  const engine = freshEngine(before)
  engine.exec(rows)
  const state = async () => [
    await pictureOfEngine(engine),
    ...[...before.tables.values()].map(item => engine.query(`select * from "${item.name.name}"`)),
    engine.query('select name from sqlite_temp_schema'),
    engine.query('pragma foreign_keys'),
  ]
  const old = await state()
  expect(() => runStatements(engine, sqlite.render(steps, before))).toThrow(message)
  expect(await state()).toEqual(old)
}

describe('a migration that cannot keep its promise stops with what to do, and leaves all as it was', () => {
  const becomes: Step = { kind: 'alter column', table: name, from: users.columns[1]!, to: column('phone', 'text') }

  test('nulls where none may be', () =>
    refuses(
      schema(users, posts),
      `insert into users (id, phone) values (1, null), (2, 'x'); insert into posts values (1)`,
      [becomes],
      'CHECK constraint failed: MIG501: rows of users have no value for phone, which is not null; write backfill VALUE on it',
    ))

  test('a column without a value comes, or comes back', async () => {
    const add: Step = { kind: 'add column', table: name, column: column('code', 'int') }
    await refuses(
      schema(users),
      'insert into users (id) values (1)',
      [add],
      'MIG501: rows of users have no value for code',
    )
    const drop: Step = { kind: 'drop column', table: name, column: column('phone', 'text') }
    const before = schema(table('users', id(), column('phone', 'text'), primary('users_pkey', 'id')))
    await refuses(
      schema({ ...users, columns: users.columns.slice(0, 1) }),
      'insert into users (id) values (1)',
      invertSteps([drop]),
      'MIG501',
    )
    const engine = freshEngine(before)
    runStatements(engine, sqlite.render([drop], before))
    runStatements(engine, sqlite.render(invertSteps([drop]), schema({ ...users, columns: users.columns.slice(0, 1) })))
    expect(await pictureOfEngine(engine), 'without rows it comes back').toBe(await pictureOfEngine(freshEngine(before)))
  })

  test('rows hold an enum value that goes, alone or in a list', async () => {
    const mood = enumOf('mood', 'good', 'bad')
    const gone: Step = { kind: 'alter enum', from: mood, to: enumOf('mood', 'good'), renames: [], moves: [] }
    const one = schema(table('t', column('m', 'enum mood?')), mood)
    await refuses(
      one,
      `insert into t values ('good'), ('bad')`,
      [gone],
      "MIG502: rows of t hold 'bad' in m, which mood has no more; write removed VALUE -> OTHER in the enum",
    )
    const many = schema(table('t', column('value', 'enum mood[]?')), mood)
    await refuses(
      many,
      `insert into t values (null), ('["good","bad"]')`,
      [gone],
      "MIG502: rows of t hold 'bad' in value",
    )
    const engine = freshEngine(many)
    engine.exec(`insert into t values ('["good"]')`)
    runStatements(engine, sqlite.render([gone], many))
    expect(engine.query('select value from t')).toEqual([{ value: '["good"]' }])
  })

  test('text that is no number in a column that becomes one', () =>
    refuses(
      schema(table('t', column('n', 'text?'))),
      `insert into t values ('12'), (null), ('a dozen')`,
      [{ kind: 'alter column', table: { name: 't' }, from: column('n', 'text?'), to: column('n', 'int?') }],
      'MIG504: rows of t hold text in n that is no number; write convert SQL on it',
    ))

  test('a value that a new check does not allow is named by the check', () =>
    refuses(
      schema(users),
      `insert into users (id, phone) values (1, 'x')`,
      [{ kind: 'add constraint', table: name, constraint: check('phones have digits', "phone glob '*[0-9]*'") }],
      'CHECK constraint failed: phones have digits',
    ))
})

describe('foreign keys', () => {
  const bare = { ...posts, constraints: [] }
  const add: Step = { kind: 'add constraint', table: { name: 'posts' }, constraint: posts.constraints[0]! }

  test('a key that rows break is refused', () =>
    refuses(
      schema(users, bare),
      'insert into users (id) values (1); insert into posts values (1), (2), (null)',
      [add],
      'MIG503: rows of posts reference rows that are not there',
    ))

  test('a table that rows reference is dropped while its key stays: refused', () =>
    refuses(
      schema(users, posts),
      'insert into users (id) values (1); insert into posts values (1)',
      [
        { kind: 'drop table', table: users },
        { kind: 'create table', table: users },
      ],
      'MIG503: rows of posts reference rows that are not there',
    ))

  test('what was broken before is not held against a migration, one more is', async () => {
    const before = schema(users, posts)
    const rows = `insert into users (id) values (1); pragma foreign_keys = off; insert into posts values (1), (77); pragma foreign_keys = on`
    const steps: readonly Step[] = [
      { kind: 'rename table', from: { name: 'posts' }, to: { name: 'notes' } },
      {
        kind: 'alter column',
        table: name,
        from: users.columns[1]!,
        to: column('phone', 'text?', { default: number(1) }),
      },
    ]
    const engine = freshEngine(before)
    engine.exec(rows)
    runStatements(engine, sqlite.render(steps, before))
    expect(engine.query('select author from notes')).toEqual([{ author: 1 }, { author: 77 }])
    const byHand: Step = { kind: 'sql', name: 'worse', up: { run: { all: 'delete from users' } }, down: { none: '' } }
    await refuses(before, rows, [byHand, ...steps], 'MIG503: rows of notes reference rows that are not there')
  })

  test('a key that had nothing to point at before is mended', async () => {
    const loose = table('users', column('id', 'bigint'), column('phone', 'text?'))
    const before = schema(loose, posts)
    const steps: readonly Step[] = [{ kind: 'add constraint', table: name, constraint: unique('users_id_key', 'id') }]
    const engine = freshEngine(before)
    engine.exec(
      'pragma foreign_keys = off; insert into users values (1, null); insert into posts values (1); pragma foreign_keys = on',
    )
    runStatements(engine, sqlite.render(steps, before))
    expect(engine.query('select author from posts')).toEqual([{ author: 1 }])
  })

  test('tables are renamed with the keys that reference them even where the old way of renaming is switched on', async () => {
    const before = schema(users, posts)
    const engine = freshEngine(before)
    engine.exec(
      'insert into users (id) values (1); insert into posts values (1); pragma foreign_keys = off; pragma legacy_alter_table = on',
    )
    runStatements(engine, sqlite.render([{ kind: 'rename table', from: name, to: { name: 'people' } }], before))
    expect(engine.query(`select "table" as target from pragma_foreign_key_list('posts')`)).toEqual([
      { target: 'people' },
    ])
  })
})

describe('views and triggers', () => {
  test('one that does not find what it names stops the migration', () => {
    const before = schema(users, view('phones', 'select phone from users'))
    return refuses(
      before,
      '',
      [{ kind: 'drop column', table: name, column: users.columns[1]! }],
      'error in view phones: no such column: phone',
    )
  })

  test('a trigger on one table that writes to a rebuilt one fires again afterwards', () => {
    const before = schema(
      users,
      posts,
      trigger('count', 'posts', `after insert begin update users set phone = 'seen' where id = new.author; end`),
    )
    const engine = freshEngine(before)
    engine.exec('insert into users (id) values (1)')
    runStatements(
      engine,
      sqlite.render(
        [
          {
            kind: 'alter column',
            table: name,
            from: users.columns[1]!,
            to: column('phone', 'text?', { default: number(1) }),
          },
        ],
        before,
      ),
    )
    engine.exec('insert into posts values (1)')
    expect(engine.query('select phone from users')).toEqual([{ phone: 'seen' }])
  })

  test('a table and an index of the same names as objects of the tool can be rebuilt', () => {
    const before = schema(table('guard', column('n', 'text')), table('foreign_keys', column('n', 'text')))
    const engine = freshEngine(before)
    engine.exec(`insert into guard values ('1'); insert into foreign_keys values ('2')`)
    const alter = (at: string): Step => ({
      kind: 'alter column',
      table: { name: at },
      from: column('n', 'text'),
      to: column('n', 'int'),
    })
    runStatements(engine, sqlite.render([alter('guard'), alter('foreign_keys')], before))
    expect(engine.query('select g.n as a, f.n as b from guard g, foreign_keys f')).toEqual([{ a: 1, b: 2 }])
  })
})

test('a schema of 5,000 tables is rendered in linear time', () => {
  const many = Array.from({ length: 5000 }, (_, at) =>
    table(
      `t${at}`,
      id(),
      column('s', `enum e${at % 500}?`),
      column('up', 'bigint?'),
      primary(`t${at}_pkey`, 'id'),
      foreign(`t${at}_up_fkey`, ['up'], `t${Math.max(at - 1, 0)}`, ['id']),
    ),
  )
  const enums = Array.from({ length: 500 }, (_, at) => enumOf(`e${at}`, 'a', 'b'))
  const views = Array.from({ length: 1000 }, (_, at) =>
    view(`v${at}`, at === 0 ? 'select id from t0' : `select t.id from t${at} t join v${at - 1} v on v.id = t.id`),
  )
  const before = schema(...many, ...enums, ...views)
  const steps: readonly Step[] = [
    ...enums.map(
      (from): Step => ({ kind: 'alter enum', from, to: { ...from, values: ['a', 'b', 'c'] }, renames: [], moves: [] }),
    ),
    ...many.map(
      (item): Step => ({ kind: 'add column', table: item.name, column: column('n', 'int'), fill: number(1) }),
    ),
  ]
  const start = performance.now()
  const statements = sqlite.render(steps, before)
  expect(statements.length).toBeGreaterThan(20_000)
  expect(sqlite.render(creation(before), schema()).length).toBe(6000)
  expect(performance.now() - start).toBeLessThan(8000)
})
