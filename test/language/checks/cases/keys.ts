import { type CheckCase, casesOf } from './check-case.ts'

const P = 'table p {\n  id bigint primary\n  code text unique\n  plain int\n  x int\n  y int\n  unique (x, y)\n}\n'

const R = '// targets postgres\ntable p partition by range (a) {\n  a int\n  b int\n}\n'

export const KEY_CASES: readonly CheckCase[] = [
  ...casesOf('MIG162', [
    ['on the column', 'table t {\n  a int? «primary»\n}', { says: 'Remove the `?`' }],
    ['on a line', 'table t {\n  a int\n  b int?\n  primary (a, «b»)\n}'],
    ['a unique key', 'table t {\n  a int? unique\n}'],
    ['the rowid', '// targets sqlite\ntable t {\n  a int? «primary»\n}'],
    ['without a rowid', '// targets sqlite\ntable t without rowid {\n  a text? «primary»\n}'],
    ['any other key of SQLite', '// targets sqlite\ntable t {\n  a text? primary\n}'],
  ]),
  ...casesOf('MIG163', [
    ['a unique key on json', 'table t {\n  a json «unique»\n}', { says: 'Make the column `jsonb`.' }],
    ['an index on json', 'table t {\n  a json\n  index («a»)\n}'],
    ['a primary key on a point', 'table t {\n  a int\n  b point only postgres\n  primary (a, «b») only postgres\n}'],
    [
      'an index that knows the type',
      'table t {\n  a int\n  b point only postgres\n  index (b) using gist only postgres\n}',
    ],
    ['in SQLite', '// targets sqlite\ntable t {\n  a json unique\n}'],
  ]),
  ...casesOf('MIG165', [
    ['a primary key', 'table t {\n  id int\n  primary («ID»)\n}', { says: 'Did you mean `id`?' }],
    ['a unique key', 'table t {\n  name text\n  unique (name, «nmae»)\n}', { says: 'Did you mean `name`?' }],
    [
      'an exclusion',
      '// targets postgres\ntable t {\n  a int\n  exclude («b» with =, `a + 1` with =) include («c»)\n}',
    ],
    ['further columns', '// targets postgres\ntable t {\n  a int\n  unique (a) include («b»)\n}'],
    ['a foreign key', `${P}table t {\n  a int\n  foreign («b») -> p (id)\n}`],
    ['its target', `${P}table t {\n  a text\n  foreign (a) -> p («cod»)\n}`, { says: 'Did you mean `code`?' }],
    [
      'its target on the column',
      `${P}table t {\n  a text -> p («nothing»)\n}`,
      { says: 'The table `p` has no column `nothing`.' },
    ],
    ['an index', 'table t {\n  a int\n  index (a, «b desc»)\n}'],
    ['further columns', 'table t {\n  a int\n  index (a) include («b») only postgres\n}'],
    [
      'in a mixin, for one table',
      'mixin m {\n  index («a»)\n}\ntable t {\n  a int\n  include m\n}\ntable u {\n  b int\n  include m\n}',
    ],
    [
      'a column on a broken line',
      'table t {\n  a int\n  b int defalt 1 (\n  unique (a, b)\n}',
      { beside: ['MIG101', 'MIG103'] },
    ],
    ['a column of a mixin', 'mixin m {\n  a int\n}\ntable t {\n  include m\n  unique (a)\n}'],
    ['an expression', 'table t {\n  a text\n  index (`lower(a)`)\n}'],
  ]),
  ...casesOf('MIG166', [
    ['a unique key', 'table t {\n  a int\n  unique (a, «a»)\n}'],
    ['a primary key', 'table t {\n  a int\n  primary (a, «a»)\n}'],
    ['an index may', 'table t {\n  a text\n  index (a, a desc)\n}'],
  ]),
  ...casesOf('MIG167', [
    ['a text to a number', `${P}table t {\n  a text «-> p»\n}`, { says: 'Make `a` `bigint` too.' }],
    ['on a line', `${P}table t {\n  a int\n  b text\n  foreign (a, «b») -> p (x, y)\n}`],
    ['a wider number', 'table p {\n  a int primary\n}\ntable t {\n  a decimal «-> p»\n}'],
    ['two enums', 'enum e {\n  one\n}\nenum f {\n  one\n}\ntable p {\n  a e primary\n}\ntable t {\n  a f «-> p»\n}'],
    ['in SQLite', `// targets sqlite\n${P}table t {\n  a text «-> p»\n}`, { severity: 'warning' }],
    ['a smaller number', `${P}table t {\n  a int -> p\n  b smallint -> p\n}`],
    ['texts', `${P}table t {\n  a varchar(10) -> p (code)\n}`],
    ['in backticks', `${P}table t {\n  a \`my_int\` -> p\n}`],
    ['to itself', 'table t {\n  id bigint primary\n  up bigint? -> t\n}'],
  ]),
  ...casesOf('MIG168', [
    [
      'a plain column',
      `${P}table t {\n  a int -> p («plain»)\n}`,
      { says: 'Put `unique` behind the column `plain` of `p`.' },
    ],
    ['one of two', `${P}table t {\n  a int -> p («x»)\n}`],
    [
      'more than a key',
      `${P}table t {\n  a bigint\n  b int\n  foreign (a, b) -> p («id», x)\n}`,
      { says: 'Add `unique (id, x)` to `p`.' },
    ],
    ['some rows only', 'table p {\n  a int\n  unique index (a) where `a > 0`\n}\ntable t {\n  a int -> p («a»)\n}'],
    [
      'checked late',
      'table p {\n  a int\n  unique (a) deferrable only postgres\n}\ntable t {\n  a int -> p («a») only postgres\n  b int\n}',
    ],
    [
      'unique in Postgres alone',
      'table p {\n  a int\n  unique (a) only postgres\n}\ntable t {\n  a int -> p («a»)\n}',
      { says: 'in SQLite' },
    ],
    ['a unique index', 'table p {\n  a int\n  unique index (a)\n}\ntable t {\n  a int -> p (a)\n}'],
    ['another order', `${P}table t {\n  a int\n  b int\n  foreign (a, b) -> p (y, x)\n}`],
    ['each other', 'table a {\n  id int primary\n  b int -> b\n}\ntable b {\n  id int primary\n  a int -> a\n}'],
  ]),
  ...casesOf('MIG169', [
    [
      'on delete set null',
      `${P}table t {\n  a bigint -> p on delete «set null»\n}`,
      { severity: 'warning', says: 'put `?` after its type' },
    ],
    [
      'on update set null',
      `${P}table t {\n  a bigint\n  foreign (a) -> p on update «set null»\n}`,
      { severity: 'warning' },
    ],
    [
      'set default without one',
      `${P}table t {\n  a bigint -> p on delete «set default»\n}`,
      { severity: 'warning', says: 'has no default' },
    ],
    [
      'a column of the primary key',
      `${P}table t {\n  a bigint primary -> p on delete «set null»\n}`,
      { severity: 'warning' },
    ],
    [
      'it may be null',
      `${P}table t {\n  a bigint? -> p on delete set null\n  b bigint default 1 -> p on delete set default\n}`,
    ],
    [
      'only the columns that become null',
      '// targets postgres 15\ntable q {\n  a int\n  b int\n  primary (a, b)\n}\ntable t {\n  a int?\n  b int\n  foreign (a, b) -> q on delete set null (a)\n  index (a, b)\n}',
    ],
  ]),
  ...casesOf('MIG170', [
    [
      'on the column',
      `${P}table t {\n  a bigint -> «p»\n}`,
      { severity: 'info', says: 'Put `index` behind the column.' },
    ],
    [
      'on a line',
      `${P}table t {\n  a int\n  b int\n  foreign (a, b) -> «p» (x, y)\n  index (a)\n}`,
      { severity: 'info', says: 'Add `index (a, b)`' },
    ],
    ['some rows only', `${P}table t {\n  a bigint -> «p»\n  index (a) where \`a > 0\`\n}`, { severity: 'info' }],
    ['indexed', `${P}table t {\n  a bigint -> p index\n  b bigint -> p\n  c bigint unique -> p\n  index (b, a)\n}`],
    ['in another order', `${P}table t {\n  a int\n  b int\n  foreign (a, b) -> p (x, y)\n  primary (b, a)\n}`],
  ]),
  ...casesOf('MIG171', [
    ['match full', `${P}table t {\n  a bigint -> p «match» full\n}`, { severity: 'info' }],
    ['a method', 'table t {\n  a jsonb\n  index (a) using «gin»\n}', { severity: 'info', says: 'the method `gin`' }],
    [
      'operator classes and nulls',
      'table t {\n  a text\n  index (a «text_pattern_ops» nulls «first»)\n}',
      { severity: 'info' },
    ],
    ['further columns', 'table t {\n  a int\n  b int\n  index (a) include («b»)\n}', { severity: 'info' }],
    ['storage parameters', 'table t {\n  a int\n  index (a) with («fillfactor = 70»)\n}', { severity: 'info' }],
    ['counting', 'table t {\n  a int «identity always» primary\n}', { severity: 'info' }],
    ['where it starts', 'table t {\n  a int identity (start «10» increment «5») primary\n}', { severity: 'info' }],
    ['unlogged', 'table t «unlogged» {\n  a int\n}', { severity: 'info' }],
    ['a key that is checked late', 'table t {\n  a int\n  unique (a) «deferrable»\n}', { severity: 'warning' }],
    [
      'strict in Postgres',
      '// targets postgres\ntable t «strict» «without» rowid {\n  a int primary\n}',
      { severity: 'info' },
    ],
    [
      'how a table is kept',
      'table t using «heap2» with («fillfactor = 70») tablespace «fast» replica identity «full» {\n  a int\n}',
      { severity: 'info' },
    ],
    [
      'how values are kept',
      'table t {\n  a text «storage external» «statistics 100» «with (n_distinct = 5)»\n}',
      { severity: 'info' },
    ],
    [
      'how a sequence counts',
      'table t {\n  a bigint identity (min «1» max «10» cache «2» «cycle» sequence «s») primary\n}',
      { severity: 'info' },
    ],
    [
      'how the index of a key is kept',
      'table t {\n  a int\n  b int\n  primary (a) include («b») with («fillfactor = 70») tablespace «x» «clustered» «replica» identity «deferrable»\n}',
      { severity: 'info' },
    ],
    [
      'rows that nobody looked at',
      `${P}table t {\n  a int check \`a > 0\` «not» valid\n  b bigint -> p «not» valid\n}`,
      { severity: 'warning', says: 'looks at all rows' },
    ],
    ['for heirs', 'table t {\n  a int\n  check `a > 0` «no» inherit\n}', { severity: 'info' }],
    ['limited', 'table t {\n  a jsonb\n  index (a) using gin only postgres\n  unique (a) deferrable only postgres\n}'],
    ['of both', 'table t strict {\n  a int\n  index (a desc) using btree\n}'],
  ]),
  ...casesOf('MIG172', [
    ['a key', 'table t {\n  a int?\n  unique (a) «nulls» not distinct\n}'],
    ['an index', 'table t {\n  a int?\n  unique index (a) «nulls» not distinct\n}'],
    ['limited', 'table t {\n  a int?\n  unique (a) nulls not distinct only postgres\n}'],
    [
      'a collation in a key',
      'table t {\n  a text\n  unique (a «collate nocase»)\n}',
      { says: 'write a `unique index`' },
    ],
    ['for SQLite', 'table t {\n  a text\n  unique (a collate nocase) only sqlite\n}'],
  ]),
  ...casesOf('MIG177', [
    ['a key', 'table t {\n  a int\n  unique (a) on conflict «replace»\n}', { says: '`only sqlite`' }],
    ['on a column', 'table t {\n  a int primary on conflict «ignore»\n  b int not null on conflict «fail»\n}'],
    ['what Postgres does, too', 'table t {\n  a int\n  unique (a) on conflict abort\n}'],
    ['limited', 'table t {\n  a int\n  unique (a) on conflict replace only sqlite\n}'],
  ]),
  ...casesOf('MIG173', [
    [
      'a column of its own',
      `${R}partition p1 of p values from (1) to (2) {\n  «extra» int\n}`,
      { says: 'Add the column to `p`.' },
    ],
    [
      'two types',
      '// targets postgres\ntable a {\n  x int\n}\ntable b {\n  x text\n}\ntable c inherits «a», b {\n}',
      { says: 'Give the column one type' },
    ],
    ['another default', `${R}partition p1 of p values from (1) to (2) {\n  b int default 5\n}`],
  ]),
  ...casesOf('MIG138', [
    [
      'a table that stays',
      '// targets postgres\ntable u unlogged {\n  id int primary\n}\ntable w {\n  id int -> «u» index\n}',
      { says: 'Postgres empties it after a crash' },
    ],
    [
      'a line of its own',
      '// targets postgres\ntable u unlogged {\n  id int primary\n}\ntable w {\n  id int index\n  foreign (id) -> «u» (id)\n}',
    ],
    [
      'the other way round, and between two',
      '// targets postgres\ntable t {\n  id int primary\n}\ntable u unlogged {\n  id int primary -> t\n}\ntable w unlogged {\n  id int primary -> u\n}',
    ],
  ]),
  ...casesOf('MIG175', [
    ['a list', `${R}partition p1 of p «values in (1)»`, { says: 'Write `values from (…) to (…)`.' }],
    ['too many values', `${R}partition p1 of p «values from (1, 2) to (3, 4)»`, { says: 'needs 1 value' }],
    [
      'no default by hash',
      '// targets postgres\ntable h partition by hash (a) {\n  a int\n}\npartition h1 of h «default»',
    ],
    ['the right one', `${R}partition p1 of p values from (minvalue) to (3)\npartition p2 of p default`],
  ]),
  ...casesOf('MIG143', [
    [
      'ranges of days',
      "// targets postgres\ntable p partition by range (d) {\n  d date\n}\npartition p1 of p «values from (minvalue) to ('2022-02-02')»\npartition p2 of p «values from ('2022-02-01') to (maxvalue)»",
      { says: "could be in `p1` (values from (minvalue) to ('2022-02-02')) and in `p2`" },
    ],
    [
      'a range within another, not the next one',
      `${R}partition p1 of p «values from (1) to (100)»\npartition p2 of p «values from (5) to (6)»\npartition p3 of p «values from (50) to (60)»\npartition p4 of p values from (100) to (101)`,
    ],
    [
      'a value twice, and null',
      "// targets postgres\ntable l partition by list (a) {\n  a int?\n}\npartition l1 of l «values in (1, 2)»\npartition l2 of l «values in (3, '2')»\npartition l3 of l values in (null)",
    ],
    [
      'remainders of two moduli',
      '// targets postgres\ntable h partition by hash (a) {\n  a int\n}\npartition h1 of h «values with (modulus 2, remainder 1)»\npartition h2 of h «values with (modulus 4, remainder 3)»\npartition h3 of h values with (modulus 4, remainder 2)',
    ],
    [
      'two defaults',
      `${R}partition p1 of p «default»\npartition p2 of p «default»`,
      { says: 'two default partitions' },
    ],
    [
      'side by side, by two columns and by texts',
      "// targets postgres\ntable p partition by range (a, b) {\n  a int\n  b text\n}\npartition p1 of p values from (1, 'a') to (1, 'm')\npartition p2 of p values from (1, 'm') to (2, minvalue)\npartition p3 of p values from (2, minvalue) to (maxvalue, maxvalue)\npartition p4 of p default",
    ],
  ]),
  ...casesOf('MIG144', [
    [
      'short columns only',
      '// targets postgres\nenum e {\n  a\n}\ndomain n = int\ntable t with (fillfactor = 70, «toast.autovacuum_enabled = false») {\n  id int primary\n  e e\n  n n\n  v varchar(400)\n  d decimal(20, 2)\n}',
      { says: 'Leave it out until there is a column such as `text`' },
    ],
    [
      'a column for long values',
      '// targets postgres\ntable t with (toast.autovacuum_enabled = false) {\n  id int primary\n  v varchar(600)\n}\ntable u with (toast.autovacuum_enabled = false) {\n  id int primary\n  i inet\n}',
    ],
  ]),
  ...casesOf('MIG176', [
    [
      'a key',
      '// targets postgres\ntable t partition by range (b) {\n  a int «primary»\n  b int\n}',
      { says: 'Add it: `(a, b)`.' },
    ],
    ['an index', '// targets postgres\ntable t partition by range (b) {\n  a int\n  b int\n  «unique index (a)»\n}'],
    [
      'by an expression',
      '// targets postgres\ntable t partition by range (`a + b`) {\n  a int\n  b int\n  «primary (a, b)»\n}',
    ],
    [
      'a partition that is divided',
      `${R.replace('  b int\n', '  b int\n  «unique (a)»\n')}partition p1 of p default partition by list (b)`,
    ],
    ['with it', `${R.replace('  b int\n', '  b int\n  primary (b, a)\n')}partition p1 of p default`],
  ]),
  ...casesOf('MIG178', [
    [
      'two indexes',
      'table t {\n  a int\n  index i (a)\n}\ntable u {\n  a int\n  index «i» (a)\n}',
      { says: 'is the name of an index already' },
    ],
    [
      'a table and an index',
      'table t {\n  a int\n  index «u» (a)\n}\ntable u {\n  a int\n}',
      { says: 'is the name of a table already' },
    ],
    ['a view and a key', '// targets postgres\ntable t {\n  a int\n  unique «v» (a)\n}\nview v = `select 1 as one`'],
    ['an enum and a table', '// targets postgres\nenum t {\n  one\n}\ntable «t» {\n  a t\n}'],
    ['a made name', 'table a {\n  b_c int «index»\n}\ntable a_b {\n  c int «index»\n}\ntable a_b_c_idx {\n  d int\n}'],
    [
      'the case of letters',
      '// targets sqlite\ntable t {\n  a int\n}\ntable «T» {\n  a int\n}',
      { says: 'cannot tell `T` from `t`' },
    ],
    [
      'schemas',
      '// targets postgres\nschema a\nschema b\ntable a.t {\n  a int\n  index i (a)\n}\ntable b.t {\n  a int\n  index i (a)\n}',
    ],
    [
      'each for one database',
      'table t {\n  a int\n  index i (a) only postgres\n}\ntable u {\n  a int\n  index i (a) only sqlite\n}',
    ],
    ['a key and a check', 'table t {\n  a int check positive `a > 0`\n}\ntable u {\n  a int check positive `a > 0`\n}'],
  ]),
  ...casesOf('MIG179', [
    ['two columns', 'table t {\n  a int\n  «A» int\n}'],
    ['in Postgres', '// targets postgres\ntable t {\n  a int\n  A int\n}'],
  ]),
]
