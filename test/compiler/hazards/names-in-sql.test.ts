import { describe, expect, test } from 'vitest'
import { type PlanRequest, planChange } from '../../../compiler/compile.ts'
import type { Hazard } from '../../../compiler/hazards/hazard.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import { loadProject } from '../../../language/load.ts'

function load(text: string, block = '') {
  const project = `project p {\ntargets postgres 15, sqlite 3.38\n${block}\n}\n${text}`
  const loaded = loadProject('/p/schema.mig', path => (path === '/p/schema.mig' ? project : undefined))
  expect(loaded.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  return loaded
}

function hazards(before: string, after: string, past: readonly Step[] = [], block = ''): readonly Hazard[] {
  const { schema, hints } = load(after, block)
  const request: PlanRequest = {
    before: load(before, block).schema,
    after: schema,
    hints,
    targets: ['postgres', 'sqlite'],
    past,
  }
  return planChange(request).hazards
}

const TABLES = 'table t {\n  id int primary\n  a int\n}\ntable u {\n  a int\n  y int\n}\n'

describe('MIG240 natural-join', () => {
  const natural = (sql = 'select t.id, u.y from t natural join u') => `view v = \`${sql}\`\n`
  const found = (after: string, sql?: string, block?: string) =>
    hazards(TABLES + natural(sql), after + natural(sql), [], block).filter(({ code }) => code === 'MIG240')

  test('a column that both sides had, renamed in one', () => {
    expect(found(TABLES.replace('  a int\n}\ntable', '  b int was a\n}\ntable'))).toEqual([
      {
        code: 'MIG240',
        severity: 'warning',
        object: 'v',
        message: 'The view v joins naturally, by a until now and by no column from now on: it gives other rows.',
        remedy: 'Write what it joins by: `join … on … = …`.',
      },
    ])
  })

  test('a column that both sides have from now on, added or renamed', () => {
    const [added] = found(TABLES.replace('  y int', '  y int\n  id int backfill 1'))
    expect(added?.message).toContain('by a until now and by id, a from now on')
    const [renamed] = found(TABLES.replace('  y int', '  id int was y'), 'select t.id from t natural join u')
    expect(renamed?.message).toContain('by id, a from now on')
  })

  test('a column that one side loses', () => {
    const [lost] = found(TABLES.replace('  a int\n  y', '  y'))
    expect(lost?.message).toContain('by no column from now on')
  })

  test('in a default schema, where SQLite says no schema', () => {
    const after = TABLES.replace('  a int\n}\ntable', '  b int was a\n}\ntable')
    const schema = 'schema app only postgres\n'
    const view =
      'view v {\n  postgres `select t.id from t natural join u`\n  sqlite `select t.id from t natural join u`\n}\n'
    const all = hazards(schema + TABLES + view, schema + after + view, [], 'default_schema app')
    expect(all.filter(({ code }) => code === 'MIG240')).toMatchObject([{ object: 'app.v' }])
    expect(all.find(({ code }) => code === 'MIG240')).not.toHaveProperty('targets')
  })

  test('not where it goes on joining by the same', () => {
    expect(found(TABLES.replaceAll('  a int', '  b int was a'))).toEqual([])
    expect(found(TABLES.replace('  y int', '  z int? was y'), 'select t.id from t natural join u')).toEqual([])
    expect(found(TABLES.replace('  y int', '  y int\n  z int?'))).toEqual([])
    expect(found(TABLES.replace('  a int\n}\ntable', '  b int was a\n}\ntable'), 'select t.id from t, u')).toEqual([])
  })
})

describe('MIG241 rename-in-text', () => {
  const create = (body: string, name = 'touch'): Step => ({
    kind: 'sql',
    name: `add ${name}`,
    up: { run: { postgres: body } },
    down: { none: '' },
  })
  const touch = create(
    "create or replace function touch() returns trigger language plpgsql as $$ begin new.a := now(); return new; end $$;\ninsert into t values ('a')",
  )
  const renamed = TABLES.replace('  a int\n}\ntable', '  b int was a\n}\ntable')
  const found = (past: readonly Step[], before = TABLES, after = renamed) =>
    hazards(before, after, past).filter(({ code }) => code === 'MIG241')

  test('a function that SQL by hand has made', () => {
    expect(found([touch])).toEqual([
      {
        code: 'MIG241',
        severity: 'warning',
        object: 't.b',
        message:
          "The column t.a becomes b, and the word a stands in the text of the function touch() of the sql step 'add touch': no rename reaches it.",
        remedy:
          'Where t.a is meant there, create it anew with the new name in a `sql` step of this revision, with the old text in its `down`.',
        targets: ['postgres'],
      },
    ])
  })

  test('a table, and several functions', () => {
    const log = create("create function log(int) returns void language sql as 'insert into T values ($1)'", 'log')
    const after = TABLES.replace('table t {', 'table "T 2" was t {')
    const [one] = found([touch, log], TABLES, after)
    expect(one).toMatchObject({ object: '"T 2"' })
    expect(one?.message).toContain("in the text of the function log() of the sql step 'add log':")
  })

  test('a table, a view and a column that go while a function uses them', () => {
    const log = create("create function log(int) returns void language sql as 'insert into T values ($1)'", 'log')
    const view = 'view v = `select a from t`\n'
    const peek = create('create function peek() returns int language sql as $$ select a from v $$', 'peek')
    const lost = (past: readonly Step[], before: string, after: string) =>
      found(past, before, after).map(({ object, message }) => [object, message])
    const bare = TABLES.slice(TABLES.lastIndexOf('table '))
    expect(lost([log], TABLES, bare)).toEqual([
      [
        't',
        "The table t goes, and the word t stands in the text of the function log() of the sql step 'add log': it fails when it runs and means that table.",
      ],
    ])
    expect(lost([peek], TABLES + view, TABLES).map(([object]) => object)).toEqual(['v'])
    expect(lost([touch], TABLES, TABLES.replace('  a int\n', '  c text?\n')).map(([object]) => object)).toEqual(['t.a'])
    expect(lost([touch, create('drop function touch()')], TABLES, TABLES.replace('  a int\n', '  c text?\n'))).toEqual(
      [],
    )
  })

  test('a text in a trigger', () => {
    const trigger = (column: string) =>
      `trigger g on t only postgres = \`before update for each row execute function f($x$ set a = 1 $x$, '${column}')\`\n`
    expect(found([], TABLES + trigger('a'), renamed + trigger('a'))[0]?.message).toContain('the trigger t.g')
  })

  test('what is declared is changed where it stands; what the plan writes anew is not told of', () => {
    const refresh = (name: string, body: string, was = '') =>
      `function ${name}() returns void language plpgsql only postgres${was} = \`begin ${body}; end\`\n`
    const before = TABLES + refresh('f', 'update t set a = 1') + refresh('g', 'perform 1')
    const [one, ...more] = found(
      [touch],
      before,
      renamed + refresh('f', 'update t set a = 1') + refresh('g', 'perform a'),
    )
    expect(more).toEqual([])
    expect(one?.message).toContain(
      "in the text of the function f() and the function touch() of the sql step 'add touch'",
    )
    expect(one?.remedy).toContain(
      'write b into its text in the schema: the same revision changes both; what a `sql` step made, create anew',
    )
    expect(found([], before, renamed + refresh('f', 'update t set b = 1') + refresh('g', 'perform 1'))).toEqual([])
    const moved = refresh('h', 'update t set a = 1', ' was f') + refresh('g', 'perform 1')
    expect(found([], before, renamed + moved).map(({ message }) => message)[0]).toContain(
      'in the text of the function h()',
    )
  })

  test('a table in another schema: only a text that says the schema', () => {
    const inSchema = (name: string, body: string) =>
      `schema past only postgres\ntable ${name} only postgres {\n  id int primary\n}\nfunction f() returns void language plpgsql only postgres = \`begin ${body}; end\`\n`
    const move = (body: string) => found([], inSchema('past.monthly', body), inSchema('monthly was past.monthly', body))
    expect(move('delete from monthly')).toEqual([])
    expect(move('delete from past.monthly')[0]?.message).toBe(
      'The table past.monthly becomes monthly, and the name past.monthly stands in the text of the function f(): no rename reaches it.',
    )
  })

  test('not what was dropped, made anew without it, or ran once', () => {
    expect(found([touch, create('drop function if exists touch()')])).toEqual([])
    expect(
      found([touch, create('create or replace function touch() returns int language sql as $$ select 1 $$')]),
    ).toEqual([])
    expect(found([create('do $$ begin update t set a = 1; end $$')])).toEqual([])
    expect(
      found([create("create function f() returns int language sql as $$ select aa from b where x = 'a' $$")]),
    ).toEqual([])
    expect(found([])).toEqual([])
  })
})

describe('MIG209 stale-conversion', () => {
  const paid = (type: string, convert = "case when paid then 'yes' else 'no' end") =>
    `table t {\n  id int primary\n  paid ${type} convert \`${convert}\`\n}\n`
  const steps = (before: string, after: string) => {
    const { schema, hints } = load(after)
    return planChange({ before: load(before).schema, after: schema, hints, targets: ['postgres', 'sqlite'] }).steps
  }
  const past = steps(paid('bool'), paid('text'))
  const found = (before: string, after: string, ran: readonly Step[] = past) =>
    hazards(before, after, ran).filter(({ code }) => code === 'MIG209')

  test('a convert that stayed on its column when the type changes once more', () => {
    expect(found(paid('text'), paid('varchar(9)'))).toEqual([
      {
        code: 'MIG209',
        severity: 'error',
        object: 't.paid',
        message:
          't.paid changes from text to varchar(9), and its `convert` is that of the change from bool to text, which an earlier revision has made.',
        remedy:
          'Write the `convert` and `revert` that this change needs, or remove both if the values turn by themselves.',
        fix: {
          fix: 'convert',
          in: 't',
          name: 'paid',
          convert: { all: 'cast(paid as text)' },
          revert: { all: 'cast(paid as text)' },
          stale: true,
        },
      },
    ])
  })

  test('also when the table or the column got another name, before or now', () => {
    const renamed = (text: string, was = '') => text.replace('table t', `table u${was}`)
    const rename = steps(paid('text'), renamed(paid('text'), ' was t'))
    expect(found(renamed(paid('text')), renamed(paid('varchar(9)')), [...past, ...rename])).toHaveLength(1)
    expect(found(paid('text'), renamed(paid('varchar(9)'), ' was t'))).toHaveLength(1)
  })

  test('not where it was never used, is another one, or makes the same change again', () => {
    expect(found(paid('text'), paid('varchar(9)'), [])).toEqual([])
    expect(found(paid('text'), paid('varchar(9)', 'substr(paid, 1, 9)'))).toEqual([])
    expect(found(paid('bool'), paid('text'))).toEqual([])
  })
})
