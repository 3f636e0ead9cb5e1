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
  unique,
  view,
} from '../build.ts'
import type { Journey } from '../journey.ts'

const users = table(
  'users',
  id(),
  column('mail', 'text'),
  column('state', 'enum status?'),
  column('boss', 'bigint?'),
  primary('users_pkey', 'id'),
  unique('users_mail_key', 'mail'),
  check('users_mail_check', "mail <> '' and users.mail <> 'x'"),
  foreign('users_boss_fkey', ['boss'], 'users', ['id']),
  index('users_mail_idx', 'mail'),
  { ...index('users_lower_idx', '=lower(mail)'), where: { all: 'boss is not null' } },
)
const posts = table(
  'posts',
  id(),
  column('author', 'text?'),
  column('title', 'text'),
  primary('posts_pkey', 'id'),
  foreign('posts_author_fkey', ['author'], 'users', ['mail'], { onDelete: 'cascade', onUpdate: 'cascade' }),
)
const before = schema(
  users,
  posts,
  enumOf('status', 'on', 'off'),
  view('bosses', 'select id, mail from users where boss is null'),
  view('authored', 'select p.title, b.mail from posts p join bosses b on b.mail = p.author'),
  trigger(
    'touch',
    'users',
    `after update of mail begin update users set state = 'on' where id = new.id and mail = new.mail; end`,
  ),
  trigger('made', 'posts', `after insert begin update users set state = 'off' where mail = new.author; end`),
)
const rows = `
  insert into users (id, mail, state, boss) values (4, 'a@x', 'on', null), (9, 'b@x', null, 4), (50, 'gone', null, null);
  delete from users where id = 50;
  insert into posts (id, author, title) values (1, 'a@x', 'one'), (2, 'b@x', 'two');`
const seen = [
  ['select title from authored', [['one']]],
  ["select seq from sqlite_sequence where name in ('users', 'people')", [[50]]],
  ['select author from posts order by id', [['a@x'], ['b@x']]],
] as const
const name = { name: 'users' }
const people = { name: 'people' }

export const renameJourneys: readonly Journey[] = [
  {
    name: 'a table is renamed with what reads it',
    before,
    rows,
    steps: [{ kind: 'rename table', from: name, to: people }],
    up: [
      ...seen,
      [
        'select id, mail, boss from people order by id',
        [
          [4, 'a@x', null],
          [9, 'b@x', 4],
        ],
      ],
    ],
    down: seen,
    script: {
      lacks: [/_mig_users|_mig_people|foreign_keys/],
      has: [/drop index users_mail_idx;[\s\S]*create index people_mail_idx on people/],
    },
  },
  {
    name: 'a column is renamed with what reads it',
    before,
    rows,
    steps: [{ kind: 'rename column', table: name, from: 'mail', to: 'e-mail' }],
    up: [
      ['select title from authored', [['one']]],
      ['select author from posts order by id', [['a@x'], ['b@x']]],
      ['select "e-mail" from bosses', [['a@x']]],
    ],
    down: [...seen, ['select mail from bosses', [['a@x']]]],
  },
  {
    name: 'a renamed table takes a rebuild under its new name, and another takes the old one',
    before,
    rows,
    steps: [
      { kind: 'rename table', from: name, to: people },
      { kind: 'rename column', table: people, from: 'mail', to: 'email' },
      {
        kind: 'create table',
        table: table(
          'users',
          id(),
          column('mail', 'text'),
          primary('users_pkey', 'id'),
          index('users_mail_idx', 'mail'),
        ),
      },
      {
        kind: 'alter column',
        table: people,
        from: users.columns[3]!,
        to: column('boss', 'bigint?', { default: text('4') }),
      },
      { kind: 'add column', table: people, column: column('born', 'date?') },
    ],
    up: [
      ...seen,
      [
        'select id, email, born from people order by id',
        [
          [4, 'a@x', null],
          [9, 'b@x', null],
        ],
      ],
      ['select count(*) from users', [[0]]],
    ],
    down: seen,
  },
  {
    name: 'tables change names in a ring, columns too',
    before: schema(
      table('a', id(), column('x', 'text'), column('y', 'text'), primary('a_pkey', 'id'), index('a_x_idx', 'x')),
      table(
        'b',
        id(),
        column('a', 'bigint?'),
        primary('b_pkey', 'id'),
        foreign('b_a_fkey', ['a'], 'a', ['id']),
        index('b_a_idx', 'a'),
      ),
      view('v', 'select a.x, b.id from a join b on b.a = a.id'),
    ),
    rows: `insert into a (id, x, y) values (1, 'ax', 'ay'); insert into b (id, a) values (7, 1)`,
    steps: [
      { kind: 'rename table', from: { name: 'a' }, to: { name: 'tmp' } },
      { kind: 'rename table', from: { name: 'b' }, to: { name: 'a' } },
      { kind: 'rename table', from: { name: 'tmp' }, to: { name: 'b' } },
      { kind: 'rename column', table: { name: 'b' }, from: 'x', to: 'tmp' },
      { kind: 'rename column', table: { name: 'b' }, from: 'y', to: 'x' },
      { kind: 'rename column', table: { name: 'b' }, from: 'tmp', to: 'y' },
    ],
    up: [
      ['select id, x, y from b', [[1, 'ay', 'ax']]],
      ['select id, a from a', [[7, 1]]],
      ['select y, id from v', [['ax', 7]]],
    ],
    down: [
      ['select id, x, y from a', [[1, 'ax', 'ay']]],
      ['select x, id from v', [['ax', 7]]],
    ],
    script: { lacks: [/foreign_keys/] },
  },
  {
    name: 'only the case of a name changes',
    before: schema(
      table('Users', id(), column('Name', 'text'), primary('Users_pkey', 'id'), index('Users_Name_idx', 'Name')),
      table('c', column('u', 'bigint?'), foreign('c_u_fkey', ['u'], 'Users', ['id'])),
      view('v', 'select "Name" from "Users"'),
    ),
    rows: `insert into Users (id, Name) values (1, 'n'); insert into c values (1)`,
    steps: [
      { kind: 'rename table', from: { name: 'Users' }, to: { name: 'users' } },
      { kind: 'rename column', table: { name: 'users' }, from: 'Name', to: 'name' },
    ],
    up: [
      ['select name from v', [['n']]],
      ['select u from c', [[1]]],
    ],
    down: [['select Name from v', [['n']]]],
  },
  {
    name: 'changes before a rename are done before it',
    before,
    rows,
    steps: [
      { kind: 'add column', table: name, column: column('nick', 'text'), fill: text('n') },
      { kind: 'rename column', table: name, from: 'nick', to: 'alias' },
      { kind: 'rename table', from: name, to: people },
      { kind: 'drop column', table: people, column: column('alias', 'text'), fill: text('n') },
    ],
    up: seen,
  },
  {
    name: 'schemas are nothing to SQLite: a table that moves between them stays as it is',
    before: {
      ...schema(
        {
          ...table('t', id(), column('a', 'text?'), primary('t_pkey', 'id'), index('t_a_idx', 'a')),
          name: { schema: 'one', name: 't' },
        },
        {
          ...table('c', column('t', 'bigint?'), {
            ...foreign('c_t_fkey', ['t'], 't', ['id']),
            target: { schema: 'one', name: 't' },
          }),
          name: { schema: 'one', name: 'c' },
        },
      ),
      schemas: new Map([['one', { name: 'one' }]]),
    },
    rows: `insert into t (id, a) values (5, 'x')`,
    steps: [
      { kind: 'rename column', table: { schema: 'one', name: 't' }, from: 'a', to: 'b' },
      { kind: 'rename schema', from: 'one', to: 'two' },
      { kind: 'rename table', from: { schema: 'two', name: 't' }, to: { name: 't' } },
      { kind: 'rename column', table: { name: 't' }, from: 'b', to: 'c' },
      { kind: 'rename table', from: { name: 't' }, to: { schema: 'two', name: 'u' } },
      { kind: 'add column', table: { schema: 'two', name: 'u' }, column: column('n', 'int'), fill: number(1) },
    ],
    up: [['select id, c, n from u', [[5, 'x', 1]]]],
    down: [['select id, a from t', [[5, 'x']]]],
  },
  {
    name: 'a view is renamed and another reads it',
    before,
    rows,
    steps: [{ kind: 'rename view', from: { name: 'bosses' }, to: { name: 'top people' } }],
    up: [['select title from authored', [['one']]]],
    script: {
      has: [/drop view authored;[\s\S]*drop view bosses;[\s\S]*create view "top people"[\s\S]*create view authored/],
      lacks: [/alter table/],
    },
  },
]
