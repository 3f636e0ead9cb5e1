import type { Table } from '../../../../compiler/schema/table.ts'
import {
  check,
  column,
  foreign,
  id,
  index,
  number,
  primary,
  schema,
  sqlValue,
  table,
  text,
  trigger,
  unique,
  view,
  withHead,
} from '../build.ts'
import type { Journey } from '../journey.ts'

const parents: Table = table(
  'parents',
  id(),
  column('name', 'text'),
  column('code', 'text?'),
  column('boss', 'bigint?'),
  primary('parents_pkey', 'id'),
  foreign('parents_boss_fkey', ['boss'], 'parents', ['id'], { onDelete: 'cascade' }),
  unique('parents_name_key', 'name'),
  index('parents_code_idx', 'code'),
)
const children = table(
  'children',
  id(),
  column('parent', 'bigint'),
  column('note', 'text?'),
  primary('children_pkey', 'id'),
  foreign('children_parent_fkey', ['parent'], 'parents', ['id'], { onDelete: 'cascade', onUpdate: 'cascade' }),
)
const loose = table(
  'loose',
  column('parent', 'bigint?'),
  column('what', 'text'),
  foreign('loose_parent_fkey', ['parent'], 'parents', ['id'], {
    onDelete: 'set null',
    deferrable: 'initially deferred',
  }),
)
const before = schema(
  parents,
  children,
  loose,
  view('names', 'select id, name from parents'),
  view('loud', 'select id, upper(name) as name from names where id in (select parent from children)'),
  trigger(
    'count_children',
    'children',
    `after delete begin update parents set code = 'one less' where id = old.parent; end`,
  ),
  trigger('stamp', 'parents', 'after update of code begin select 1; end'),
  trigger('names_insert', 'names', `instead of insert begin insert into parents (name) values (new.name); end`),
)
const rows = `
  insert into parents (id, name, code, boss) values (2, 'Ada', '7', null), (5, 'Bob', null, 2), (99, 'Zed', 'x', 5);
  delete from parents where id = 99;
  insert into children (id, parent, note) values (1, 2, 'first'), (2, 5, null);
  insert into loose (rowid, parent, what) values (10, 2, 'ten'), (20, null, 'twenty'), (35, 5, 'more');
  delete from loose where rowid = 20;
  update parents set code = '7' where id = 2;`
const family = [
  [
    'select id, name, boss from parents order by id',
    [
      [2, 'Ada', null],
      [5, 'Bob', 2],
    ],
  ],
  [
    'select id, parent, note from children order by id',
    [
      [1, 2, 'first'],
      [2, 5, null],
    ],
  ],
  [
    'select rowid, parent, what from loose',
    [
      [10, 2, 'ten'],
      [35, 5, 'more'],
    ],
  ],
  ["select seq from sqlite_sequence where name = 'parents'", [[99]]],
  ['select name from loud order by name', [['ADA'], ['BOB']]],
] as const
const name = { name: 'parents' }

export const rebuildJourneys: readonly Journey[] = [
  {
    name: 'a referenced table with a counter, a self reference, views and triggers changes a type and a default',
    before,
    rows,
    steps: [
      {
        kind: 'alter column',
        table: name,
        from: parents.columns[2]!,
        to: column('code', 'varchar(9)', { default: text("it's") }),
        fill: text('none'),
      },
    ],
    up: [...family, ['select code from parents order by id', [['7'], ['none']]]],
    down: family,
    script: {
      has: [
        /^-- [^\n]*\npragma foreign_keys = off;/,
        /pragma foreign_keys = on;$/,
        /select id, name, coalesce\(code, 'none'\), boss/,
        /pragma_foreign_key_check\('children'\)/,
        /pragma_foreign_key_check\('loose'\)/,
      ],
    },
  },
  {
    name: 'many changes of one table are one rebuild',
    before,
    rows,
    steps: [
      { kind: 'drop index', table: name, index: parents.indexes[0]! },
      { kind: 'drop constraint', table: name, constraint: parents.constraints[2]! },
      { kind: 'add column', table: name, column: column('slug', 'text'), fill: sqlValue("lower(name) || '-' || id") },
      {
        kind: 'add column',
        table: name,
        column: column('made', 'timestamptz', { default: { kind: 'call', name: 'now' } }),
        fill: text('2020-01-01'),
      },
      {
        kind: 'alter column',
        table: name,
        from: parents.columns[2]!,
        to: { ...parents.columns[2]!, default: number(3) },
      },
      { kind: 'add constraint', table: name, constraint: unique('slugs', 'slug') },
      { kind: 'add constraint', table: name, constraint: check('not_empty', "slug <> ''") },
      { kind: 'add index', table: name, index: index('parents_made_idx', 'made') },
    ],
    up: [
      ...family,
      [
        'select slug, made from parents order by id',
        [
          ['ada-2', '2020-01-01'],
          ['bob-5', '2020-01-01'],
        ],
      ],
    ],
    down: family,
    script: {
      has: [
        /^(?:(?!create table _mig_parents)[\s\S])*create table _mig_parents(?:(?!create table _mig_parents)[\s\S])*$/,
      ],
    },
  },
  {
    name: 'rowids without a primary key are kept, also behind columns that hide their names',
    before: schema(
      table('t', column('rowid', 'text'), column('OID', 'text?')),
      table('u', column('k', 'text'), primary('u_pkey', 'k')),
    ),
    rows: `insert into t (_rowid_, rowid, OID) values (3, 'a', 'b'), (9, 'c', null); insert into u (rowid, k) values (4, 'x'), (2, 'y')`,
    steps: [
      {
        kind: 'alter column',
        table: { name: 't' },
        from: column('rowid', 'text'),
        to: column('rowid', 'text', { default: text('r') }),
      },
      { kind: 'add column', table: { name: 'u' }, column: column('n', 'int'), fill: number(1) },
    ],
    up: [
      [
        'select _rowid_ as r, rowid from t',
        [
          [3, 'a'],
          [9, 'c'],
        ],
      ],
      [
        'select rowid, k, n from u order by 1',
        [
          [2, 'y', 1],
          [4, 'x', 1],
        ],
      ],
    ],
    down: [
      [
        'select _rowid_ as r, rowid from t',
        [
          [3, 'a'],
          [9, 'c'],
        ],
      ],
      [
        'select rowid, k from u order by 1',
        [
          [2, 'y'],
          [4, 'x'],
        ],
      ],
    ],
  },
  {
    name: 'a table gets a counting key and takes its rowids for it',
    before: schema(table('t', column('a', 'text'))),
    rows: `insert into t (rowid, a) values (3, 'x'), (8, 'y')`,
    steps: [
      { kind: 'add column', table: { name: 't' }, column: id('key') },
      { kind: 'add constraint', table: { name: 't' }, constraint: primary('t_pkey', 'key') },
    ],
    up: [
      [
        'select "key", a from t',
        [
          [3, 'x'],
          [8, 'y'],
        ],
      ],
      ["select seq from sqlite_sequence where name = 't'", [[8]]],
    ],
    down: [
      [
        'select rowid, a from t',
        [
          [3, 'x'],
          [8, 'y'],
        ],
      ],
    ],
  },
  {
    name: 'a table becomes one without rowids, and strict, and changes back',
    before: schema(
      table(
        't',
        column('k', 'text'),
        column('n', 'int?'),
        column('b', 'bool?'),
        column('d', 'decimal(9,2)?'),
        primary('t_pkey', 'k'),
      ),
    ),
    rows: `insert into t values ('a', 1, 0, 1.5), ('b', null, 1, 2)`,
    steps: [{ kind: 'alter table', table: { name: 't' }, from: {}, to: { strict: true, withoutRowid: true } }],
    up: [
      [
        'select k, n, b, d from t',
        [
          ['a', 1, 0, 1.5],
          ['b', null, 1, 2],
        ],
      ],
      ["select type from pragma_table_info('t')", [['TEXT'], ['INTEGER'], ['INTEGER'], ['REAL']]],
    ],
    down: [
      [
        'select k, n, b, d from t',
        [
          ['a', 1, 0, 1.5],
          ['b', null, 1, 2],
        ],
      ],
    ],
  },
  {
    name: 'a table without rowids is rebuilt',
    before: schema(
      withHead(table('t', column('b', 'int'), column('a', 'text'), primary('t_pkey', 'a', 'b')), {
        withoutRowid: true,
      }),
    ),
    rows: `insert into t values (2, 'x'), (1, 'x')`,
    steps: [
      {
        kind: 'add column',
        table: { name: 't' },
        column: column('c', 'int', { default: number(4) }),
        fill: sqlValue('b * 2'),
      },
    ],
    up: [
      [
        'select a, b, c from t',
        [
          ['x', 1, 2],
          ['x', 2, 4],
        ],
      ],
    ],
  },
]
