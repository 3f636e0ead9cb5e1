import {
  check,
  column,
  enumOf,
  foreign,
  id,
  index,
  number,
  primary,
  schema,
  table,
  text,
  trigger,
  view,
} from '../build.ts'
import type { Journey } from '../journey.ts'

const users = table('users', id(), column('email', 'text'), column('age', 'int?'), primary('users_pkey', 'id'))
const before = schema(users, enumOf('status', 'new', 'paid'), view('emails', 'select email from users'))
const name = { name: 'users' }
const inPlace = { lacks: [/_mig_/, /foreign_keys/, /drop view/] }
const rows = `insert into users (id, email, age) values (3, 'a', 30), (7, 'b', null)`

export const nativeJourneys: readonly Journey[] = [
  {
    name: 'a nullable column is added in place',
    before,
    rows,
    steps: [{ kind: 'add column', table: name, column: column('phone', 'varchar(20)?') }],
    up: [
      [
        'select id, phone from users',
        [
          [3, null],
          [7, null],
        ],
      ],
    ],
    script: { ...inPlace, has: [/alter table users add column phone VARCHAR\(20\);/] },
  },
  {
    name: 'a default makes a column that may not be null one that can be added in place',
    before,
    rows,
    steps: [
      { kind: 'add column', table: name, column: column('active', 'bool', { default: { kind: 'bool', value: true } }) },
      {
        kind: 'add column',
        table: name,
        column: column('state', 'enum status', { default: { kind: 'enum value', value: 'new' } }),
      },
      { kind: 'add column', table: name, column: column('extra', 'jsonb', { default: text('{}') }) },
      { kind: 'add column', table: name, column: column('rank', 'int', { default: number(5) }), fill: number(5) },
    ],
    up: [
      [
        'select active, state, extra, rank from users',
        [
          [1, 'new', '{}', 5],
          [1, 'new', '{}', 5],
        ],
      ],
    ],
    down: [
      [
        'select id, email, age from users',
        [
          [3, 'a', 30],
          [7, 'b', null],
        ],
      ],
    ],
    script: inPlace,
  },
  {
    name: 'a new column carries its foreign key and its check',
    before,
    rows,
    steps: [
      { kind: 'add column', table: name, column: column('boss', 'bigint?') },
      { kind: 'add column', table: name, column: column('level', 'int?') },
      {
        kind: 'add constraint',
        table: name,
        constraint: foreign('users_boss_fkey', ['boss'], 'users', ['id'], { onDelete: 'set null' }),
      },
      { kind: 'add constraint', table: name, constraint: check('levels', 'level between 1 and 9 or level > 100') },
      { kind: 'add index', table: name, index: index('users_boss_idx', 'boss') },
    ],
    script: {
      ...inPlace,
      has: [/add column boss INTEGER constraint users_boss_fkey references users \(id\) on delete set null/],
    },
  },
  {
    name: 'a check that NULL may fail is looked at: the table is rebuilt',
    before,
    rows,
    steps: [
      { kind: 'add column', table: name, column: column('level', 'int?') },
      { kind: 'add constraint', table: name, constraint: check('levels', 'coalesce(level, 1) > 0') },
    ],
    script: { has: [/create table _mig_users/] },
  },
  {
    name: 'a virtual column that may be null is added in place, a stored one is not',
    before,
    rows,
    steps: [
      {
        kind: 'add column',
        table: name,
        column: column('shout', 'text?', { generated: { sql: { all: 'upper(email)' }, stored: false } }),
      },
    ],
    up: [['select shout from users', [['A'], ['B']]]],
    script: inPlace,
  },
  {
    name: 'a column that nothing uses is dropped in place',
    before,
    rows,
    steps: [{ kind: 'drop column', table: name, column: users.columns[2]! }],
    up: [
      [
        'select * from users',
        [
          [3, 'a'],
          [7, 'b'],
        ],
      ],
    ],
    down: [
      [
        'select id, age from users',
        [
          [3, null],
          [7, null],
        ],
      ],
    ],
    script: {
      has: [/-- lossy: the values of users.age\nalter table users drop column age;/],
      lacks: [/_mig_users/],
    },
  },
  {
    name: 'a column of a table without an INTEGER PRIMARY KEY goes by a rebuild: 3.35.0 would lose rows of its indexes',
    before: schema(table('t', column('a', 'text'), column('k', 'text'), primary('t_pkey', 'k'))),
    rows: `insert into t (rowid, a, k) values (3, 'x', 'one'), (7, 'y', 'two')`,
    steps: [{ kind: 'drop column', table: { name: 't' }, column: column('a', 'text'), fill: text('back') }],
    up: [
      [
        'select rowid, k from t',
        [
          [3, 'one'],
          [7, 'two'],
        ],
      ],
    ],
    down: [
      [
        'select rowid, a, k from t',
        [
          [3, 'back', 'one'],
          [7, 'back', 'two'],
        ],
      ],
    ],
    script: { has: [/create table _mig_t/], lacks: [/drop column a;/] },
  },
  {
    name: 'views and triggers are put aside while a column goes in place',
    before: schema(
      users,
      view('emails', 'select email from users'),
      view('shouts', 'select upper(email) as email from emails'),
      trigger('log', 'users', `after insert begin update users set email = lower(email) where id = new.id; end`),
    ),
    rows,
    steps: [{ kind: 'drop column', table: name, column: users.columns[2]! }],
    up: [['select email from shouts', [['A'], ['B']]]],
    script: {
      has: [
        /drop trigger log;[\s\S]*drop view shouts;[\s\S]*drop view emails;[\s\S]*drop column age[\s\S]*create view emails[\s\S]*create view shouts[\s\S]*create trigger log/,
      ],
    },
  },
  {
    name: 'indexes come, go and change',
    before: schema({ ...users, indexes: [index('users_age', 'age'), index('users_lower', '=lower(email)', 'id')] }),
    rows,
    steps: [
      { kind: 'drop index', table: name, index: index('users_age', 'age') },
      {
        kind: 'alter index',
        table: name,
        from: index('users_lower', '=lower(email)', 'id'),
        to: { ...index('users_lower', '=lower(email)'), unique: true, where: { all: 'age is not null' } },
      },
      {
        kind: 'add index',
        table: name,
        index: {
          name: 'by age',
          keys: [
            { column: 'age', desc: true },
            { column: 'email', collate: 'nocase' },
          ],
        },
      },
      { kind: 'rename index', table: name, from: 'by age', to: 'by_age' },
    ],
    script: {
      lacks: [/_mig_/, /index "by age"/],
      has: [/create index by_age on users \(age desc, email collate NOCASE\)/],
    },
  },
]
