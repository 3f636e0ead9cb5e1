import { describe, expect, test } from 'vitest'
import { occurrenceAt } from '../../../language/editor/occurrences/occurrence-at.ts'
import { occurrencesOf } from '../../../language/editor/occurrences/occurrences-of.ts'
import { marked } from './marked.ts'
import { prefixesOfShop } from './prefixes-of-shop.ts'

/** The marked texts are exactly the names of the thing that the case names, in this order with these roles. */
const cases: readonly [what: string, thing: string, roles: string, text: string | Readonly<Record<string, string>>][] =
  [
    ['a project', 'project p', 'd', 'project |>p<| {\n  targets postgres\n}\n'],
    [
      'a schema',
      'schema audit',
      'd r r r r r r',
      `schema |>audit<|
extension citext schema |>audit<|
table |>audit<|.events {
  id int primary
}
table a {
  id int -> |>audit<|.events
}
view v = \`select e.id from |>audit<|.events e where |>audit<|.now() > 1\`
dropped table |>audit<|.x
`,
    ],
    [
      'the default schema',
      'schema app',
      'r d r',
      `project p {
  targets postgres
  default_schema |>app<|
}
schema |>app<|
table a {
  id int primary
}
view v = \`select id from |>app<|.a\`
`,
    ],
    ['an extension', 'extension citext', 'd', 'extension |>citext<| only postgres\n'],
    [
      'an enum',
      'enum status',
      'd p r r r r r',
      `enum |>status<| was |>state<| {
  on
}
type alias = |>status<|[], postgres |>status<|
table a {
  s |>status<| default on
  t alias?
  u text check \`cast(u as |>status<|) is not null\`
}
view v = \`select 'on'::|>status<| as s\`
`,
    ],
    [
      'an enum of a name that a built-in type has',
      'enum money',
      'd r',
      'enum |>"money"<| {\n  a\n}\ntable t {\n  m |>"money"<|\n  n money only postgres\n}\n',
    ],
    [
      'a value of an enum',
      'enum value status.on',
      'd p r r r r r r r r r r',
      `enum status {
  |>on<| was |>"yes"<|
  off
  removed maybe -> |>on<|
}
enum other {
  on
}
table a {
  s status default |>on<| backfill |>'on'<|
  t status[] default '{|>on<|,off}'
  u status default \`|>'on'<|::status\`
  o other default on

  check both \`s = |>'on'<| and o = 'on'\`
  index (id) where \`s in ('off', |>'on'<|)\`
  id int
}
view v = \`select x.o = 'on' as o from a as x where x.s != |>'on'<|\`
view w = \`with y as (select s as z, o from a) select |>'on'<|::status as c from a where case s when |>'on'<| then true end\`
`,
    ],
    [
      'a type alias',
      'type type document',
      'd r r',
      `type |>document<| = json, postgres jsonb
type documents = |>document<|[]
table a {
  d |>document<|
}
`,
    ],
    [
      'a mixin',
      'mixin mixin stamps',
      'd r r',
      `mixin |>stamps<| {
  made_at timestamptz
}
mixin more {
  include |>stamps<|
}
table a {
  include |>stamps<|
}
`,
    ],
    [
      'a column of a mixin',
      'column mixin stamps.made_at',
      'd p r r r r r r r',
      `mixin stamps {
  |>made_at<| timestamptz was |>at<|
  check c \`|>made_at<| is not null\`
}
mixin more {
  include stamps
}
table a {
  id int primary
  include more
  index (|>made_at<|)
  unique (id, |>made_at<|)
  foreign (|>made_at<|) -> b (|>made_at<|)
}
table b {
  include stamps
  unique (|>made_at<|)
}
view v = \`select a.|>made_at<| from a\`
`,
    ],
    [
      'a column that a mixin has from its table',
      'column a.x',
      'r r d',
      'mixin m {\n  unique (|>x<|)\n  check c `|>x<| > 0`\n}\ntable a {\n  |>x<| int\n  include m\n}\n',
    ],
    [
      'a column that a mixin has from its tables, which are two',
      'column a.x',
      'd',
      'mixin m {\n  unique (x)\n  check c `x > 0`\n}\ntable a {\n  |>x<| int\n  include m\n}\ntable b {\n  x int\n  include m\n}\n',
    ],
    [
      'a table',
      'table a',
      'd p r r r r r r r r r r',
      `table |>a<| was |>"old a"<| {
  id int primary
  b int -> |>a<|
  foreign (b) -> |>a<| (id)
  check \`|>a<|.b > 0\`
}
trigger t on |>a<| = \`after update on |>a<| begin update |>a<| set b = 1 where |>a<|.id = 2; end\`
dropped trigger u on |>a<|
view v = \`with c as (select * from |>a<|) select c.b from c\`
view w = \`select d.b from |>A<| as d\`
`,
    ],
    [
      'a column',
      'column a.b',
      'd p p r r r r r r r r r r r r r',
      `table a {
  id int primary
  |>b<| int was |>bb<| convert \`|>bb<| + |>b<|\`
  c int = \`|>b<| * 2\` stored
  d int -> a (|>b<|)
  unique (|>b<|)
  index (|>b<| desc, \`abs(|>b<|)\`) include (|>b<|) where \`|>b<| > 0\`
}
view v = \`
  select |>b<|, x.|>B<|
  from a as x
\`
view w = \`select v.|>b<| from v\`
trigger t on a = \`after update of |>b<| on a begin select new.c, old.|>b<|; end\`
`,
    ],
    [
      'a column that two tables have',
      'column b.x',
      'd r r',
      `table a {
  id int
  x int
}
table b {
  id int
  |>x<| int
}
view v = \`select a.x, |>x<| from b, (select 1 as q) a where b.|>x<| = 1\`
`,
    ],
    [
      'a column that a view names',
      'column v.n',
      'd r',
      'table a {\n  id int\n}\nview v = `select id as |>n<| from a`\nview w = `select v.|>n<| from v`\n',
    ],
    [
      'a column through a view that gives all',
      'column a.id',
      'd r',
      'table a {\n  |>id<| int\n}\nview v = `select * from a`\nview w = `select v.|>id<| from v`\n',
    ],
    ['a written constraint', 'constraint a.one', 'd p', 'table a {\n  id int\n  unique |>one<| (id) was |>two<|\n}\n'],
    ['a check on a column', 'constraint a.big', 'd', 'table a {\n  id int check |>big<| `id > 1`\n}\n'],
    ['a written index', 'index a."i i"', 'd p', 'table a {\n  id int\n  unique index |>"i i"<| (id) was |>ii<|\n}\n'],
    [
      'an index that SQL of SQLite names',
      'index a.i',
      'd r',
      'table a {\n  b int\n  index |>i<| (b)\n}\nview v {\n  postgres `select 1 as x`\n  sqlite `select b as x from a indexed by |>i<|`\n}\n',
    ],
    ['a made key', 'constraint a.a_id_key', 'd', 'table a {\n  id int |>unique<|\n}\n'],
    ['a made foreign key', 'constraint a.a_id_fkey', 'd', 'table a {\n  id int unique |>-><| a (id)\n}\n'],
    ['a made index', 'index a.a_id_idx1', 'd', 'table a {\n  id int index\n  |>index<| (id)\n}\n'],
    ['a view', 'view v', 'd p r', 'view |>v<| was |>u<| = `select 1 as a`\nview w = `select * from |>v<|`\n'],
    [
      'a trigger',
      'trigger a.t',
      'd p',
      'table a {\n  id int\n}\ntrigger |>t<| on a was |>u<| = `after update begin select 1; end`\n',
    ],
    ['a dropped column', 'column a.x', 'p', 'table a {\n  id int\n  dropped |>x<| backfill 1\n}\n'],
    ['a removed value', 'enum value e.b', 'p', 'enum e {\n  a\n  removed |>b<| -> a\n}\n'],
    ['a dropped table', 'table a', 'p', 'dropped table |>a<|\n'],
    [
      'names that other files import',
      'table a.b',
      'r r d',
      {
        'schema.mig': "import { |>a<|, x } from './b.mig'\ntable c {\n  id int -> |>a<|\n}\n".replaceAll(
          '|>a<|',
          'a.|>b<|',
        ),
        'b.mig': 'mixin x {\n  id int primary\n}\ntable a.|>b<| {\n  include x\n}\n',
      },
    ],
    [
      "SQL of SQLite's own, which has no schemas",
      'table a.b',
      'd r',
      'table a.|>b<| {\n  id int\n}\nview v {\n  postgres `select 1 as x`\n  sqlite `select id as x from |>B<|`\n}\n',
    ],
  ]

const ROLES = { d: 'declaration', r: 'reference', p: 'past' } as const

describe('occurrencesOf', () => {
  test.each(cases)('%s', (_, thing, roles, text) => {
    const { model, ranges } = marked(text)
    const found = model.loaded.files.flatMap(({ parsed }) =>
      occurrencesOf(model, parsed)
        .filter(({ kind, key }) => `${kind} ${key}` === thing)
        .map(({ start, end, role }) => ({ file: parsed.file, start, end, role })),
    )
    const list = roles.split(' ')
    expect(found).toEqual(ranges.map((range, at) => ({ ...range, role: ROLES[list[at] as keyof typeof ROLES] })))
  })

  test('SQL with its indentation, doubled backticks and odd names', () => {
    const { model, ranges, file } = marked(`table "a b" {
  "c\`d" int
  e text = \`
      case when |>"c\`\`d"<| > 0
        then 'x' || |>E<| end
    \` stored
}
`)
    const inSql = occurrencesOf(model, file('schema.mig')).filter(({ writing }) => writing === 'sql')
    expect(inSql.map(({ start, end }) => ({ file: '/project/schema.mig', start, end }))).toEqual(ranges)
  })

  test('names do not overlap, and stand in the order of the text', () => {
    for (const { model, parsed } of prefixesOfShop(3)) {
      const all = occurrencesOf(model, parsed)
      for (const [at, { start, end }] of all.entries()) {
        expect(end).toBeGreaterThan(start)
        if (at > 0) expect(start).toBeGreaterThanOrEqual(all[at - 1]!.end)
      }
    }
  })

  test('a name is found in it and at its end', () => {
    const { place } = marked('table a {\n  b int\n  unique (b<>)\n}\n')
    expect(occurrenceAt(place)).toMatchObject({ key: 'a.b', role: 'reference' })
    expect(occurrenceAt({ ...place, offset: place.offset - 1 })).toMatchObject({ key: 'a.b' })
    expect(occurrenceAt({ ...place, offset: place.offset + 1 })).toBeUndefined()
    expect(occurrenceAt({ ...place, offset: 0 })).toBeUndefined()
  })
})
