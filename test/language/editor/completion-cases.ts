import type { Case } from './complete.ts'

/** The declarations that the cases stand behind. */
export const WORLD = `
/// What an order can be.
enum order_status {
  pending
  paid
  shipped
}
enum "money" {
  coin
}
type folded = text, postgres citext
mixin timestamps {
  created_at timestamptz default now()
}
mixin owned {
  owner text
}
/// A person who buys.
table customers {
  id bigint identity primary
  email folded unique
  name text
}
table countries {
  code char(2) primary
}
table people {
  id uuid primary
}
table "odd things" {
  id bigint primary
}
schema audit only postgres
enum audit.kind only postgres {
  made
}
table audit.events only postgres {
  id bigint identity primary
}
view paid = \`select 1 as one\`
`

const NUMBERS = ['smallint', 'int', 'bigint']
const ACTIONS = ['on delete cascade', 'on delete restrict', 'on delete set null']

/** Texts with a cursor by the sort of place, and what is expected there, also when the rest of the line is missing. */
export const CASES: Readonly<Record<string, readonly Case[]>> = {
  'the top of a file': [
    [
      '<>',
      {
        first: ['table'],
        has: ['enum', 'view', 'trigger', 'mixin', 'import', 'type', 'dropped'],
        not: ['project', 'revision', 'create', 'alter'],
      },
    ],
    ['tab<>', { first: ['table'] }],
    ['foo <>', { only: [] }],
    ['tabel users <>', { only: [] }],
  ],
  'a table': [
    [
      'table a {\n  <>\n}',
      {
        first: ['id bigint identity primary'],
        has: ['include', 'index', 'primary', 'unique index', 'unique', 'foreign', 'check'],
        not: ['dropped', 'default'],
      },
    ],
    [
      'table a {\n  id int primary\n  <>\n}',
      { has: ['include', 'unique'], not: ['primary', 'id bigint identity primary'] },
    ],
    ['mixin a {\n  <>\n}', { has: ['include', 'index'], not: ['id bigint identity primary'] }],
    ['table a {\n  include <>\n}', { only: ['timestamps', 'owned'] }],
    ['table a {\n  include owned\n  include <>\n}', { only: ['timestamps'] }],
    ['mixin a {\n  include <>\n}', { only: ['timestamps', 'owned'] }],
    ['table a {\n  customer_<>\n}', { first: ['customer_id bigint -> customers index'] }],
    ['table a {\n  cu<>\n}', { first: ['customer_id bigint -> customers index'] }],
    ['table a {\n  country_co<>\n}', { first: ['country_code char(2) -> countries index'] }],
    ['table a {\n  pers<>\n}', { first: ['person_id uuid -> people index'] }],
    [
      'table a {\n  ema<>\n}',
      { first: ['id bigint identity primary'], not: ['email folded', 'email text, postgres citext'] },
    ],
    [
      'table b {\n  seen_at timestamptz default now()\n  size int\n}\ntable c {\n  seen_at timestamptz default now()\n}\ntable a {\n  se<>\n}',
      { has: ['seen_at timestamptz default now()'], not: ['size int'] },
    ],
    ['table b {\n  seen_at date\n}\ntable a {\n  seen_at date\n  se<>\n}', { not: ['seen_at date'] }],
    ['table a {\n  c<>\n}', { not: ['customer_id bigint -> customers index'] }],
    ['table a {\n  customer_id int\n  cust<>\n}', { not: ['customer_id bigint -> customers index'] }],
    [
      'table a <> {\n}',
      {
        has: ['strict', 'without rowid', 'unlogged', 'only postgres', 'only sqlite'],
        not: ['was', 'without', 'rowid'],
      },
    ],
    ['table a strict <> {\n}', { has: ['without rowid'], not: ['strict'] }],
    ['table a without <> {\n}', { only: ['rowid'] }],
  ],
  types: [
    [
      'table a {\n  n <>\n}',
      {
        first: NUMBERS,
        has: [
          'decimal(p, s)',
          'varchar(n)',
          'folded',
          'order_status',
          'money',
          '"money"',
          'audit.kind',
          'inet',
          'postgres',
          'sqlite',
          '`…`',
        ],
      },
    ],
    ['table a {\n  n va<>\n}', { first: NUMBERS }],
    ['table a {\n  id <>\n}', { first: ['bigint identity primary'], has: ['uuid'] }],
    ['table a {\n  n int primary\n  id <>\n}', { not: ['bigint identity primary'] }],
    ['table a {\n  customer_id <>\n}', { first: ['bigint -> customers index'], has: ['bigint'] }],
    ['table a {\n  customer_id b<>\n}', { first: ['bigint -> customers index'] }],
    ['table a {\n  country_code <>\n}', { first: ['char(2) -> countries index'] }],
    ['table a {\n  customer_id text, <>\n}', { not: ['bigint -> customers index'] }],
    ['table orders {\n  status <>\n}', { first: ['order_status'] }],
    ['table a {\n  kind <>\n}', { first: ['audit.kind'] }],
    ['table a {\n  created_at <>\n}', { first: ['timestamptz'] }],
    ['table a {\n  starts_on <>\n}', { first: ['date'] }],
    ['table a {\n  is_paid <>\n}', { first: ['bool'] }],
    ['table a {\n  price <>\n}', { first: ['decimal(p, s)'] }],
    ['table a {\n  title <>\n}', { first: ['text'] }],
    ['table b {\n  price decimal(9, 4)\n}\ntable a {\n  price <>\n}', { first: ['decimal(9, 4)'] }],
    ['type id = <>', { first: NUMBERS }],
    ['table a {\n  index <>\n}', { only: ['(…)'] }],
    ['table a {\n  n int, <>\n}', { has: ['text', 'postgres', 'sqlite'] }],
    ['table a {\n  n int, sqlite <>\n}', { first: NUMBERS, not: ['postgres', 'sqlite', 'inet'] }],
    ['table a {\n  n int, sqlite text, <>\n}', { has: ['postgres'], not: ['sqlite'] }],
    ['table a {\n  n audit.<>\n}', { only: ['kind'] }],
    ['type t = <>', { first: NUMBERS, has: ['folded', 'order_status'], not: ['t'] }],
    ['type t = text, <>', { has: ['postgres', 'sqlite'] }],
    ['type t <>', { only: ['='] }],
    ['table a {\n  n decimal(<>)\n}', { only: [] }],
    ['table a {\n  n decimal(12, <>)\n}', { only: [] }],
  ],
  modifiers: [
    [
      'table a {\n  id bigint <>\n}',
      {
        first: ['default', '->'],
        has: ['primary', 'unique', 'index', 'identity', 'check', '= `…` stored', 'only postgres'],
        not: ['collate', 'was', 'backfill', 'convert', 'revert', 'on', '(', 'strict'],
      },
    ],
    ['table a {\n  id bigint? <>\n}', { not: ['identity', 'primary'] }],
    ['table a {\n  id text <>\n}', { has: ['collate'], not: ['identity'] }],
    ['table a {\n  id folded <>\n}', { has: ['collate'], not: ['identity'] }],
    [
      'table a {\n  id bigint identity <>\n}',
      { has: ['always', 'primary'], not: ['identity', 'default', '= `…` stored'] },
    ],
    ['table a {\n  id bigint identity (<>) primary\n}', { has: ['start', 'increment', 'min', 'cycle'] }],
    ['table a {\n  id bigint identity (start 1 <>) primary\n}', { has: ['increment'], not: ['start'] }],
    ['table a {\n  id bigint primary <>\n}', { has: ['identity'], not: ['primary', 'unique', 'index'] }],
    ['table a {\n  n int default 1 <>\n}', { not: ['default', 'identity', '= `…` stored'] }],
    ['table a {\n  n int = <>\n}', { first: ['`…`'] }],
    ['table a {\n  n int = `1` <>\n}', { has: ['stored', 'virtual'], not: ['primary'] }],
    ['table a {\n  n int check <>\n}', { first: ['`…`'] }],
    ['table a {\n  n int only <>\n}', { only: ['postgres', 'sqlite'] }],
    ['table a {\n  n text collate <>\n}', { has: ['C', 'nocase', 'und-x-icu'] }],
    ['table a {\n  id int primary\n  n int <>\n}', { not: ['primary'] }],
    ['table a {\n  x bad bad bad\n  n int <>\n  y )( text\n}', { has: ['default', 'unique'] }],
    ['table a {\n  index int <>\n}', { has: ['default', 'primary'] }],
    ['table a {\n  n int not null <>\n}', { has: ['on conflict rollback'] }],
  ],
  'foreign keys': [
    [
      'table a {\n  customer_id bigint -> <>\n}',
      { first: ['customers', 'odd things', 'audit.events'], has: ['people', 'countries', 'a'], not: ['paid'] },
    ],
    ['table a {\n  customer_id bigint -> cus<>\n}', { first: ['customers'] }],
    ['table a {\n  customer_id bigint -><>\n}', { first: ['customers'] }],
    ['table a {\n  country_code char(2) -> <>\n}', { first: ['countries'] }],
    ['table a {\n  x bigint -> audit.<>\n}', { only: ['events'] }],
    ['table a {\n  x bigint -> customers (<>)\n}', { only: ['id', 'email'] }],
    ['table a {\n  x folded -> customers (<>)\n}', { only: ['email', 'id'] }],
    [
      'table a {\n  x bigint -> customers <>\n}',
      { first: ACTIONS, has: ['on update cascade', 'match full', 'deferrable', 'index'], not: ['->', 'on'] },
    ],
    [
      'table a {\n  x bigint -> customers on delete cascade <>\n}',
      { has: ['on update cascade', 'index'], not: ['on delete cascade', 'on delete restrict', 'on delete set null'] },
    ],
    [
      'table a {\n  x bigint\n  foreign (x) -> customers on delete cascade <>\n}',
      { has: ['on update cascade'], not: ['on delete restrict'] },
    ],
    [
      'table a {\n  x bigint -> customers on delete cascade on <>\n}',
      { has: ['update cascade'], not: ['delete cascade'] },
    ],
    ['table a {\n  x bigint -> customers on <>\n}', { has: ['delete cascade', 'update set null'] }],
    [
      'table a {\n  x bigint -> customers on delete <>\n}',
      { only: ['cascade', 'restrict', 'no action', 'set null', 'set default'] },
    ],
    ['table a {\n  x bigint -> customers on delete set <>\n}', { only: ['null', 'default'] }],
    [
      'table a {\n  x bigint -> customers deferrable <>\n}',
      { has: ['initially deferred', 'initially immediate'], not: ['deferrable'] },
    ],
    ['table a {\n  x bigint\n  foreign (<>)\n}', { only: ['x'] }],
    ['table a {\n  x bigint\n  foreign (x) <>\n}', { only: ['->'] }],
    ['table a {\n  x bigint\n  foreign (x) -> <>\n}', { first: ['customers', 'odd things'] }],
    ['table a {\n  x bigint\n  foreign (x) -> customers (<>)\n}', { only: ['id', 'email'] }],
    [
      'table a {\n  x bigint\n  foreign (x) -> customers <>\n}',
      { first: ACTIONS, has: ['only postgres'], not: ['primary', 'default'] },
    ],
  ],
  'keys and indexes': [
    ['table a {\n  x int\n  y int\n  primary (<>)\n}', { only: ['x', 'y'] }],
    ['table a {\n  x int\n  y int\n  primary (x, <>)\n}', { only: ['y'] }],
    ['table a {\n  x int\n  y int\n  unique (\n    x,\n    <>\n  )\n}', { only: ['y'] }],
    ['table a {\n  x int\n  include timestamps\n  unique (<>)\n}', { only: ['x', 'created_at'] }],
    ['table a {\n  primary (<>)\n  x int\n}', { only: ['x'] }],
    [
      'table a {\n  x int\n  unique (x) <>\n}',
      { has: ['nulls not distinct', 'deferrable', 'only postgres'], not: ['nulls', 'not', 'was'] },
    ],
    ['table a {\n  x int\n  y int\n  index (x desc, <>)\n}', { first: ['y'], has: ['`…`'], not: ['x'] }],
    [
      'table a {\n  x int\n  index (x <>)\n}',
      { first: ['desc', 'asc'], has: ['nulls first', 'nulls last', 'collate', 'text_pattern_ops'] },
    ],
    [
      'table a {\n  x int\n  index (x) <>\n}',
      { has: ['using', 'include', 'where', 'with', 'only postgres'], not: ['nulls not distinct'] },
    ],
    ['table a {\n  x int\n  unique index (x) <>\n}', { has: ['where', 'nulls not distinct'] }],
    ['table a {\n  x int\n  index (x) using <>\n}', { first: ['btree', 'gin'] }],
    ['table a {\n  x int\n  y int\n  index (x) include (<>)\n}', { only: ['y'] }],
    ['table a {\n  x int\n  index (x) with (<>)\n}', { first: ['fillfactor'] }],
    ['table a {\n  x int\n  index (x) where <>\n}', { first: ['`…`'] }],
    ['table a {\n  x int\n  unique <>\n}', { has: ['index'] }],
  ],
  values: [
    [
      'table a {\n  s order_status default <>\n}',
      { first: ['pending', 'paid', 'shipped'], not: ['now()', 'true', 'null'] },
    ],
    ['table a {\n  s order_status? default <>\n}', { first: ['pending', 'paid', 'shipped', 'null'] }],
    ['table a {\n  s order_status default p<>\n}', { first: ['pending'] }],
    ['table a {\n  s timestamptz default <>\n}', { first: ['now()'], not: ['today()', 'true'] }],
    ['table a {\n  s date default <>\n}', { first: ['today()'] }],
    ['table a {\n  s uuid default <>\n}', { first: ['uuid()'] }],
    ['table a {\n  s bool default <>\n}', { first: ['false', 'true'] }],
    ['table a {\n  s int default <>\n}', { first: ['0'], not: ['now()'] }],
    ['table a {\n  s text default <>\n}', { first: ["''"] }],
    ["table a {\n  s text default '<>'\n}", { only: [] }],
    ['table a {\n  s jsonb default <>\n}', { first: ["'{}'"] }],
    ['table a {\n  s int[] default <>\n}', { first: ["'{}'"] }],
    ['table a {\n  s nothing default <>\n}', { has: ['now()', 'true', 'null'] }],
  ],
  enums: [
    ['enum e {\n  <>\n}', { only: [] }],
    ['enum e {\n  a\n  removed x -> <>\n}', { only: ['a'] }],
    ['enum e only <> {\n}', { only: ['postgres', 'sqlite'] }],
    ['enum e <>', { has: ['{ … }', 'only postgres'], not: ['was'] }],
  ],
  'other declarations': [
    ['view v <>', { has: ['= `…`', '{ … }', 'only postgres'] }],
    ['view v = <>', { has: ['`…`', 'postgres', 'sqlite'] }],
    ['view v {\n  <>\n}', { has: ['`…`', 'postgres', 'sqlite'] }],
    ['view v {\n  postgres `select 1`\n  <>\n}', { has: ['sqlite'] }],
    ['trigger t <>', { only: ['on'] }],
    ['trigger t on <>', { first: ['customers', 'countries'], has: ['paid', 'audit.events'] }],
    ['extension <>', { first: ['citext'], has: ['uuid-ossp'] }],
    ['extension x schema <>', { has: ['audit', 'public'] }],
    ['schema x <>', { has: ['only postgres'], not: ['was'] }],
  ],
  'places for nothing': [
    ['table <>', { only: [] }],
    ['table a {\n  x int // <>\n}', { only: [] }],
    ['/// <>\ntable a {\n}', { only: [] }],
    ['/* <> */', { only: [] }],
    ['table a {\n  x int primary (<>)\n}', { not: ['table'] }],
    ['enum <>', { only: [] }],
  ],
}
