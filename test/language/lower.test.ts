import { describe, expect, test } from 'vitest'
import { briefly, loadDeclarations, loadText, PROJECT } from './load-text.ts'

function columns(text: string) {
  const loaded = loadDeclarations(text)
  expect(briefly(loaded)).toEqual([])
  return loaded.schema.tables.get('t')!.columns
}

describe('types', () => {
  test('aliases are followed, each database for itself', () => {
    const [a, b, c] = columns(
      'type doc = json, postgres jsonb\ntype doc2 = doc, sqlite text\ntable t {\n  a doc2[]?\n  b doc2, sqlite `ANY`\n  c postgres doc, sqlite doc\n}\n',
    )
    expect(a).toEqual({
      name: 'a',
      type: {
        all: { kind: 'array', of: { kind: 'builtin', name: 'json' } },
        postgres: { kind: 'array', of: { kind: 'builtin', name: 'jsonb' } },
        sqlite: { kind: 'array', of: { kind: 'builtin', name: 'text' } },
      },
      nullable: true,
    })
    expect(b?.type).toEqual({
      all: { kind: 'builtin', name: 'json' },
      postgres: { kind: 'builtin', name: 'jsonb' },
      sqlite: { kind: 'raw', sql: 'ANY' },
    })
    expect(c?.type).toEqual({
      postgres: { kind: 'builtin', name: 'jsonb' },
      sqlite: { kind: 'builtin', name: 'json' },
    })
  })

  test('a name in quotes is never a built-in type', () => {
    const { schema } = loadDeclarations('enum point {\n  x\n}\ntable t {\n  a point\n  b "point"\n}\n')
    const [a, b] = schema.tables.get('t')!.columns
    expect(a?.type).toEqual({ all: { kind: 'builtin', name: 'point' } })
    expect(b?.type).toEqual({ all: { kind: 'enum', name: { name: 'point' } } })
  })

  test.each([
    ['integer', 'There is no type `integer`. Did you mean `int`?'],
    [
      'serial',
      "There is no type `serial`. Did you mean `int identity`? What `serial` made already is kept by `int default` with SQL in backticks, `nextval('t_a_seq')`, and a line `sequence t_a_seq as int owned by t.a`.",
    ],
    ['tetx', 'There is no type `tetx`. Did you mean `text`?'],
    ['statsu', 'There is no type `statsu`. Did you mean `status`?'],
    ['status(3)', '`status` takes no length: it is not a built-in type. Write the length where the type is declared.'],
    ['varchar(1.5)', 'The length of a type is a whole number. Write digits only.'],
  ])('%s is not one', (type, expected) => {
    const { diagnostics } = loadDeclarations(`enum status {\n  a\n}\ntable t {\n  a ${type}\n}\n`)
    expect(diagnostics.map(({ message, remedy }) => `${message} ${remedy}`)).toEqual([expected])
  })
})

describe('values', () => {
  test.each([
    ["'it''s'", { kind: 'string', value: "it's" }],
    ["E'a\\nb\\'c\\\\'", { kind: 'string', value: "a\nb'c\\" }],
    ['-0.10', { kind: 'number', text: '-0.10' }],
    ['+9223372036854775807', { kind: 'number', text: '9223372036854775807' }],
    ['1.5e-3', { kind: 'number', text: '1.5e-3' }],
    ['true', { kind: 'bool', value: true }],
    ['null', { kind: 'null' }],
    ['"null"', { kind: 'enum value', value: 'null' }],
    ['pending', { kind: 'enum value', value: 'pending' }],
    ['now()', { kind: 'call', name: 'now' }],
    ['now', { kind: 'enum value', value: 'now' }],
    ['`a ``b```', { kind: 'sql', sql: { all: 'a `b`' } }],
    ['`x` postgres `y` sqlite `z`', { kind: 'sql', sql: { all: 'x', postgres: 'y', sqlite: 'z' } }],
  ])('default %s', (text, value) => {
    expect(columns(`table t {\n  a text default ${text} index\n}\n`)[0]?.default).toEqual(value)
  })
})

describe('names', () => {
  const named = (...lines: readonly string[]) => {
    const { schema, ...loaded } = loadDeclarations(`table t {\n${lines.map(line => `  ${line}\n`).join('')}}\n`)
    expect(briefly(loaded)).toEqual([])
    const { constraints, indexes } = schema.tables.get('t')!
    return [...constraints, ...indexes].map(member => member.name)
  }

  test('are made as Postgres makes them', () => {
    expect(
      named('a int primary unique index check `a > 0` -> t', 'b int', 'unique (a, b)', 'index (b, `lower(a)`)'),
    ).toEqual(['t_pkey', 't_a_key', 't_a_check', 't_a_fkey', 't_a_b_key', 't_a_idx', 't_b_lower_idx'])
  })

  test('pass over those that are written, wherever they stand', () => {
    expect(named('a int check `a > 0` check `a < 9`', 'check t_a_check `a <> 5`')).toEqual([
      't_a_check1',
      't_a_check2',
      't_a_check',
    ])
  })

  test('of a check on its own line tell its column, if it uses only one', () => {
    expect(named('a int', 'b int', 'check `a > 0`', 'check `a > b`')).toEqual(['t_a_check', 't_check'])
  })
})

test('members of a mixin stand where it is included, hints and limits with them', () => {
  const { schema, hints, ...loaded } = loadDeclarations(
    'mixin stamps {\n  at timestamptz was stamp index\n  dropped by\n}\nmixin both {\n  include stamps\n  note text only sqlite unique\n}\ntable a {\n  id int primary\n  include both\n  last int\n}\ntable b {\n  include both\n}\n',
  )
  expect(briefly(loaded)).toEqual([])
  const a = schema.tables.get('a')!
  expect(a.columns.map(column => column.name)).toEqual(['id', 'at', 'note', 'last'])
  expect(a.indexes).toEqual([{ name: 'a_at_idx', keys: [{ column: 'at' }] }])
  expect(a.constraints[1]).toEqual({ kind: 'unique', name: 'a_note_key', columns: ['note'], only: 'sqlite' })
  expect(hints.renames.map(({ in: table, from, to }) => [table, from, to])).toEqual([
    ['a', 'stamp', 'at'],
    ['b', 'stamp', 'at'],
  ])
  expect(hints.drops.map(({ in: table, name }) => [table, name])).toEqual([
    ['a', 'by'],
    ['b', 'by'],
  ])
})

test('what a mixin gets wrong is said once, though two tables include it', () => {
  const { diagnostics } = loadDeclarations(
    'mixin m {\n  x nope\n}\ntable a {\n  include m\n}\ntable b {\n  include m\n}\nmixin unused {\n  y nope\n}\n',
  )
  expect(diagnostics.map(({ range }) => range.start.line + 1)).toEqual([3, 12])
})

test('names without a schema are in the default schema, those of the hints too', () => {
  const { schema, hints, sources, ...loaded } = loadText(
    'project p {\n  targets postgres 14\n  default_schema app\n}\nenum e was f {\n  x\n}\ntable a was b {\n  id int primary\n  e e\n  a_id int -> a\n  o_id int -> other.o\n}\ntable other.o {\n  id int primary\n}\ndropped table c\n',
  )
  expect(briefly(loaded)).toEqual([])
  expect([...schema.tables.keys()]).toEqual(['app.a', 'other.o'])
  const a = schema.tables.get('app.a')!
  expect(a.columns[1]?.type).toEqual({ all: { kind: 'enum', name: { schema: 'app', name: 'e' } } })
  expect(a.constraints[1]).toMatchObject({ target: { schema: 'app', name: 'a' }, targetColumns: ['id'] })
  expect(a.constraints[2]).toMatchObject({ target: { schema: 'other', name: 'o' } })
  expect(hints.renames.map(({ kind, from, to }) => [kind, from, to])).toEqual([
    ['enum', 'app.f', 'app.e'],
    ['table', 'app.b', 'app.a'],
  ])
  expect(hints.drops).toMatchObject([{ kind: 'table', name: 'app.c' }])
  expect(sources.objects.has('app.a.a_id')).toBe(true)
})

test.each(['', '\n  default_schema public'])(
  'public.x and x are one name where public is the default schema%s',
  line => {
    const { schema, hints, ...loaded } = loadText(
      `project p {\n  targets postgres 14${line}\n}\nenum mood was public.humour {\n  x\n}\nenum public.size {\n  s\n}\ntable public.a was b {\n  id int primary\n  m public.mood\n  s size[]\n}\ntable c {\n  a_id int -> public.a\n}\nview public.v = \`select id from a\`\ntrigger g on public.a = \`x\`\ndropped table public.d\n`,
    )
    expect(briefly(loaded)).toEqual([])
    expect([
      ...schema.tables.keys(),
      ...schema.enums.keys(),
      ...schema.views.keys(),
      ...schema.triggers.keys(),
    ]).toEqual(['a', 'c', 'mood', 'size', 'v', 'a.g'])
    const a = schema.tables.get('a')!
    expect(a.columns[1]?.type).toEqual({ all: { kind: 'enum', name: { name: 'mood' } } })
    expect(a.columns[2]?.type).toEqual({ all: { kind: 'array', of: { kind: 'enum', name: { name: 'size' } } } })
    expect(schema.tables.get('c')!.constraints[0]).toMatchObject({ target: { name: 'a' }, targetColumns: ['id'] })
    expect(hints.renames.map(({ from }) => from)).toEqual(['humour', 'b'])
    expect(hints.drops).toMatchObject([{ kind: 'table', name: 'd' }])
  },
)

test('where another schema is the default one, public.x is a name of its own', () => {
  const { schema, ...loaded } = loadText(
    'project p {\n  targets postgres 14\n  default_schema app\n}\nenum mood {\n  x\n}\nenum public.mood {\n  y\n}\ntable a {\n  one mood\n  two public.mood\n}\n',
  )
  expect(briefly(loaded)).toEqual([])
  expect([...schema.enums.keys()]).toEqual(['app.mood', 'public.mood'])
})

test('every place that takes was and dropped', () => {
  const text =
    'schema s was s0\nenum e was e0 only postgres {\n  a was a0\n  removed x -> a\n  removed y\n  dropped z\n}\ntable t was t0 strict {\n  id int primary\n  a int was a0 backfill 1\n\n  check c `a > 0` was c0 only sqlite\n  unique u (a) was u0\n  index i (a) was i0 where `a > 1`\n  dropped old backfill 5\n}\nview v only sqlite was v0 = `select 1`\ntrigger g on t was g0 = `x`\ndropped table t9\ndropped enum e9\ndropped view v9\ndropped schema "s 9"\ndropped trigger g9 on t\n'
  const { hints, sources, ...loaded } = loadDeclarations(text)
  expect(briefly(loaded)).toEqual([])
  const words = ({ place }: { readonly place: number }) => {
    const { start, end } = sources.hints[place]!.range
    return (PROJECT + text).slice(start.offset, end.offset)
  }
  expect(hints.renames.map(words)).toEqual(hints.renames.map(({ from }) => `was ${from}`))
  expect(hints.moves.map(words)).toEqual(['removed x -> a', 'removed y'])
  expect(hints.drops.map(words).slice(0, 3)).toEqual(['dropped z', 'dropped old backfill 5', 'dropped table t9'])
  expect(
    hints.renames.map(({ kind, in: place, from, to }) => [kind, place, from, to].filter(Boolean).join(' ')),
  ).toEqual([
    'schema s0 s',
    'enum e0 e',
    'enum value e a0 a',
    'table t0 t',
    'column t a0 a',
    'view v0 v',
    'trigger t g0 g',
    'constraint t c0 c',
    'constraint t u0 u',
    'index t i0 i',
  ])
  expect(hints.moves.map(({ value, to }) => [value, to])).toEqual([
    ['x', 'a'],
    ['y', undefined],
  ])
  expect(hints.drops.map(({ kind, in: place, name }) => [kind, place, name].filter(Boolean).join(' '))).toEqual([
    'enum value e z',
    'any member t old',
    'table t9',
    'enum e9',
    'view v9',
    'schema s 9',
    'trigger t g9',
  ])
  expect(hints.fills.map(({ column, down }) => [column, down])).toEqual([
    ['a', undefined],
    ['old', true],
  ])
})

test.each([
  ['  a int unique unique\n', '3:16 MIG107 `unique` is given twice for this column.'],
  ['  a int default 1 default 2\n', '3:19 MIG107 `default` is given twice for this column.'],
  ['  a int primary -> t on delete cascade on delete cascade\n', '3:50 MIG107 `on delete` is given twice.'],
  ['  a int check `x` `y`\n', '3:19 MIG107 The SQL for every database is given twice.'],
  ['  a int, text\n', '3:10 MIG107 The type for every database is given twice.'],
  ['  a int\n  index (a) only sqlite only postgres\n', '4:30 MIG107 `only` is given twice.'],
  ['  a int\n  a text\n', '4:3 MIG124 The table `t` has a column `a` already.'],
  ['  a int\n  index x (a)\n  unique x (a)\n', '4:3 MIG124 The table `t` has two members called `x`.'],
  ['  a int primary\n  b int primary\n', '4:9 MIG124 The table `t` has two primary keys.'],
  ['  a int revert `x`\n', '3:9 MIG130 `revert` undoes a `convert`, and there is none.'],
  ['  a int\n  primary key (a)\n', '4:11 MIG131 `primary key` is not how it is written here.'],
  ['  a int default 1.2.3\n', '3:17 MIG108 `1.2.3` is not a number.'],
  ['  a int default nextval()\n', '3:17 MIG128 `nextval()` has no meaning in every database.'],
  ['  a int -> tt\n', '3:12 MIG122 There is no table `tt`.'],
  ['  a int -> t\n', '3:12 MIG129 `t` has no primary key that the foreign key could go to.'],
  [
    '  a int\n  b int\n  primary (a, b)\n  foreign (a) -> t\n',
    '6:18 MIG129 The foreign key has 1 column, its target has 2 (a, b).',
  ],
])('%s', (lines, expected) => {
  expect(briefly(loadDeclarations(`table t {\n${lines}}\n`))).toEqual([expected])
})

test.each([
  ['table a {\n}\nview a = `x`\n', '4:6 MIG123 `a` is a table already.'],
  ['enum a {\n  x\n  x\n}\n', '4:3 MIG124 The value `x` is there already.'],
  [
    'mixin a {\n  include b\n}\nmixin b {\n  include a\n}\ntable t {\n  include a\n}\n',
    '6:11 MIG125 The mixin `a` includes itself.',
  ],
  ['type a = b\ntype b = a\n', '2:6 MIG125 The type `a` is made of itself.'],
  [
    'enum point {\n  x\n}\ntable t {\n  p point\n}\n',
    '6:5 MIG132 `point` is the built-in type here, not the one that the project declares.',
  ],
  ['trigger g on nowhere = `x`\n', '2:14 MIG122 There is no table `nowhere`.'],
  ['rename table a to b\n', '2:1 MIG114 `rename` belongs into revisions.'],
  ["revision a 'x'\n", '2:1 MIG114 `revision` belongs into revisions.'],
  ['enum a {\n  x\n  moves y -> x\n}\n', '4:3 MIG114 `moves` belongs into revisions.'],
  ['enum a {\n  /// Nothing.\n}\n', '3:3 MIG106 This `///` comment documents nothing.'],
])('%s', (text, expected) => {
  expect(briefly(loadDeclarations(text))).toEqual([expected])
})

test('comments of declarations, members and steps are the lines of `///` before them', () => {
  const { schema, ...loaded } = loadDeclarations(
    '/// One.\n///\n///  Two.\n// not this\n/* nor this */\ntable t {\n  //// nor this\n  /// The id.\n  id int primary\n  /// By id.\n  index (id)\n  /// Small.\n  check small `id < 9`\n}\n/// Seen.\nview v = `x`\n',
  )
  expect(briefly(loaded)).toEqual([])
  const t = schema.tables.get('t')!
  expect(t.comment).toBe('One.\n\n Two.')
  expect(t.columns[0]?.comment).toBe('The id.')
  expect(t.indexes[0]?.comment).toBe('By id.')
  expect(t.constraints.map(constraint => constraint.comment)).toEqual([undefined, 'Small.'])
  expect(schema.views.get('v')?.comment).toBe('Seen.')
})
