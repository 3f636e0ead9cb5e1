import { type CheckCase, casesOf } from './check-case.ts'

export const COLUMN_CASES: readonly CheckCase[] = [
  ...casesOf('MIG150', [
    ['a length of 0', 'table t {\n  a «varchar(0)»\n}'],
    ['a length that Postgres does not take', 'table t {\n  a «char(10485761)»\n}', { says: '1 to 10485760' }],
    ['a precision that is too large', 'table t {\n  a «decimal(1001)»\n}'],
    ['a scale that is too large', 'table t {\n  a «decimal(10, 1001)»\n}'],
    ['three numbers', 'table t {\n  a «decimal(10, 2, 1)»\n}', { says: 'a precision and a scale, not 3' }],
    ['two lengths', 'table t {\n  a «varchar(10, 2)»\n}', { says: 'takes one number' }],
    ['a length where none is taken', 'table t {\n  a «int(11)»\n}', { says: '`int` takes no length.' }],
    ['half seconds of a microsecond', 'table t {\n  a «timestamp(7)»\n}'],
    ['in an alias, once', 'type short = «varchar(0)»\ntable t {\n  a short\n  b short\n}'],
    ['in a mixin, once', 'mixin m {\n  a «varchar(0)»\n}\ntable t {\n  include m\n}\ntable u {\n  include m\n}'],
    ['for one database', 'table t {\n  a text, «postgres varchar(0)»\n}', { beside: [] }],
    [
      'fine ones',
      'table t {\n  a varchar(1)\n  b char\n  c decimal\n  d decimal(5)\n  e decimal(5, 5)\n  f timestamptz(0)\n}',
    ],
  ]),
  ...casesOf('MIG151', [
    ['a type of Postgres', 'table t {\n  address «inet»\n}', { says: '`address inet, sqlite text`' }],
    ['that may be null', 'table t {\n  address «inet?»\n}', { says: '`address inet?, sqlite text`' }],
    ['an array of such', 'table t {\n  a «citext[]»\n}'],
    ['with a length', 'table t {\n  a «bit(3)»\n}', { says: '`a bit(3), sqlite text`' }],
    ['through an alias', 'type folded = citext\ntable t {\n  a «folded»\n}'],
    ['with a spelling', 'table t {\n  address inet, sqlite text\n  folded text, postgres citext\n}'],
    ['limited to Postgres', 'table t {\n  a int\n  address inet only postgres\n}'],
    ['in a table of Postgres', 'table t only postgres {\n  a inet\n}'],
    ['without SQLite', '// targets postgres 15\ntable t {\n  a inet\n}'],
    ['in backticks', 'table t {\n  a `inet`\n}'],
  ]),
  ...casesOf('MIG152', [
    ['an array', 'table t {\n  tags «text[]»\n}', { severity: 'info', says: 'than in Postgres' }],
    [
      'in SQLite alone',
      '// targets sqlite\ntable t {\n  tags «text[]»\n}',
      { severity: 'info', says: 'with the functions for JSON' },
    ],
    ['with a type of its own', 'table t {\n  tags text[], sqlite text\n}'],
    ['in Postgres alone', '// targets postgres\ntable t {\n  tags text[]\n}'],
  ]),
  ...casesOf('MIG153', [
    ['an alias that may be null', 'type nick = «text?»\ntable t {\n  a nick\n}', { says: '`nick?`' }],
    ['the column may', 'type nick = text\ntable t {\n  a nick?\n}'],
  ]),
  ...casesOf('MIG154', [
    ['of Postgres', 'table t {\n  a text collate «"de-DE-x-icu"»\n}', { says: 'only BINARY, NOCASE and RTRIM' }],
    ['of SQLite', 'table t {\n  a text collate «nocase»\n}', { says: 'Postgres has no collation' }],
    ['in an index', 'table t {\n  a text\n  index (a collate «"C"»)\n}'],
    [
      'limited',
      'table t {\n  a text collate "C" only postgres\n  b text collate nocase only sqlite\n  index (b collate rtrim) only sqlite\n}',
    ],
  ]),
  ...casesOf('MIG155', [
    ['a text in a number', "table t {\n  a int default «'abc'»\n}", { says: 'is no whole number' }],
    [
      'a number out of range',
      'table t {\n  a smallint default «300000»\n}',
      { says: 'out of the range of `smallint`, which ends at 32767' },
    ],
    [
      'a text that is too long',
      "table t {\n  a varchar(3) default «'abcd'»\n}",
      { says: 'has 4 characters, and the column holds 3' },
    ],
    ['a number in a bool', 'table t {\n  a bool default «1»\n}', { says: '`default true`' }],
    ['a bool in a number', 'table t {\n  a int default «true»\n}', { says: '`default 1`' }],
    ['a day that is none', "table t {\n  a date default «'2023-02-29'»\n}"],
    ['no UUID', "table t {\n  a uuid default «'abc'»\n}"],
    ['no JSON', "table t {\n  a json default «'{a}'»\n}"],
    ['a call that gives something else', 'table t {\n  a int default «now()»\n}', { says: 'gives a date and time' }],
    ['a UUID in a short text', 'table t {\n  a varchar(30) default «uuid()»\n}', { says: 'has 36 characters' }],
    ['a name where no enum is', 'table t {\n  a text default «pending»\n}', { says: "`default 'pending'`" }],
    ['the wrong case', 'table t {\n  a bool default «TRUE»\n}', { says: '`default true`' }],
    ['no array', 'table t {\n  a int[] default «5»\n}'],
    ['JSON in an array', "table t {\n  a int[] default «'[1,2]'»\n}", { says: "`default '{1,2}'`" }],
    ['a backfill', "table t {\n  a int backfill «'x'»\n}", { says: 'The backfill of `a`' }],
    ['a column of the row', 'table t {\n  a int\n  b int default `1 + «a»`\n}', { says: 'cannot use one' }],
    ['a number in a text', 'table t {\n  a text default «5»\n}', { severity: 'warning', says: "`default '5'`" }],
    ['a number that is rounded', 'table t {\n  a decimal(5, 2) default «1.005»\n}', { severity: 'warning' }],
    [
      'a word that is read once',
      "table t {\n  a timestamptz default «'now'»\n}",
      { severity: 'warning', says: '`default now()`' },
    ],
    [
      'SQLite alone takes any text',
      "// targets sqlite 3.38\ntable t {\n  a int default «'abc'»\n}",
      { severity: 'warning' },
    ],
    ['a strict table does not', "// targets sqlite 3.38\ntable t strict {\n  a int default «'abc'»\n}"],
    ['in a mixin', "mixin m {\n  a int default «'abc'»\n}\ntable t {\n  include m\n}\ntable u {\n  include m\n}"],
    [
      'fine ones',
      `table t {
  a smallint default -32768
  b varchar(3) default 'abc'
  c bool default false
  d date default today()
  e timestamptz default now()
  f uuid default uuid()
  g json default '{"a": [1]}'
  h text default uuid()
  i decimal(5, 2) default 999.99
  j text default \`lower('A')\`
  k text[] default '{a,b}'
  l int? default null
  m text default now()
  n double default 1e10
  o timestamp default \`current_timestamp\`
  p date default '2024-02-29'
}`,
    ],
    [
      'what only the database knows',
      "table t {\n  a `my_type` default 'x'\n  b inet default '10.0.0.1' only postgres\n}",
    ],
  ]),
  ...casesOf('MIG156', [
    ['a default', 'enum e {\n  one\n  two\n}\ntable t {\n  a e default «tow»\n}', { says: 'Did you mean `two`?' }],
    ['a default in quotes', "enum e {\n  one\n}\ntable t {\n  a e default «'two'»\n}", { says: 'Write one of `one`.' }],
    ['a backfill', 'enum e {\n  one\n}\ntable t {\n  a e backfill «two»\n}'],
    [
      'an array',
      'enum e {\n  one\n  two\n}\ntable t {\n  a e[] default «\'{one,"tow"}\'»\n}',
      { says: 'Did you mean `two`?' },
    ],
    [
      'an array of arrays',
      "enum e {\n  one\n  removed two -> one\n}\ntable t {\n  a e[][] default «'{{one,two},{one,one}}'»\n}",
      { says: 'is removed' },
    ],
    ['an array that fits', "enum e {\n  one\n}\ntable t {\n  a e[] default '{}'\n  b e[] default '{one,NULL}'\n}"],
    ['in a conversion, before', "enum e {\n  one\n}\ntable t {\n  a e convert `case when a = '1' then 'one' end`\n}"],
    [
      'in a conversion, after',
      "enum e {\n  one\n}\ntable t {\n  a e convert `'one'` revert `case when a = «'1'» then 'x' end`\n}",
    ],
    ['a number', 'enum e {\n  one\n}\ntable t {\n  a e default «1»\n}'],
    [
      'a removed value',
      'enum e {\n  one\n  removed two -> one\n}\ntable t {\n  a e default «two»\n}',
      { says: 'is removed' },
    ],
    ['in a check', "enum e {\n  one\n}\ntable t {\n  a e check `a in ('one', «'two'»)`\n}"],
    [
      'in a check, removed',
      "enum e {\n  one\n  removed two\n}\ntable t {\n  a e\n  check `a <> «'two'»`\n}",
      { says: 'is removed' },
    ],
    [
      'in a check, renamed',
      "enum e {\n  one was uno\n}\ntable t {\n  a e check `«'uno'» = a`\n}",
      { says: 'Did you mean `one`?' },
    ],
    ['in a partial index', "enum e {\n  one\n}\ntable t {\n  a e\n  index (a) where `a = «'two'»`\n}"],
    ['in a computed column', "enum e {\n  one\n}\ntable t {\n  a e\n  b bool = `a = «'two'»` stored\n}"],
    [
      'in a view',
      "enum e {\n  one\n}\ntable t {\n  a e\n}\nview v = `select x.a from t x where x.a in (\n  'one', «'two'»)`",
    ],
    [
      'in a trigger',
      "enum e {\n  one\n}\ntable t {\n  a e\n}\ntrigger g on t {\n  postgres `after insert for each row when (new.a = «'two'») execute function f()`\n  sqlite `after insert when new.a = «'two'» begin select 1; end`\n}",
    ],
    ['with a cast', "enum e {\n  one\n}\ntable t {\n  a e\n  check postgres `a = «'two'»::e` sqlite `a = 'one'`\n}"],
    [
      'through an array',
      "enum e {\n  one\n}\ntable t {\n  a e only postgres\n  b int\n  check `a = any (array['one', «'two'»])` only postgres\n}",
    ],
    [
      'the name of the column is another one',
      "enum e {\n  one\n}\ntable t {\n  a e default one\n  b text check `b = 'two'`\n  check `a = 'one' and b <> 'two'`\n}",
    ],
    [
      'a part of a text',
      "enum e {\n  one\n}\ntable t {\n  a e\n  check postgres `a = ('o' || 'ne')::e` sqlite `a = 'o' || 'ne'`\n}",
    ],
  ]),
  ...casesOf('MIG157', [
    ['a default', 'table t {\n  a int «default null»\n}', { says: 'put `?` after its type' }],
    ['a backfill', 'table t {\n  a int «backfill null»\n}'],
    ['it may be null', 'table t {\n  a int? default null\n}'],
  ]),
  ...casesOf('MIG158', [
    ['null and what is done with it', '// targets sqlite\ntable t {\n  a int? «not null on conflict replace»\n}'],
    ['counting and a default', 'table t {\n  a int identity «default 1» primary\n}'],
    ['computed and a default', 'table t {\n  a int\n  b int = `a + 1` stored «default 1»\n}'],
    ['computed and counting', 'table t {\n  a int\n  b int = `a + 1` stored «identity» only postgres\n}'],
    ['computed and filled', 'table t {\n  a int\n  b int = `a + 1` stored «backfill 1»\n}'],
    ['computed and converted', 'table t {\n  a int\n  b int = `a + 1` stored «convert `1`»\n}'],
    ['counting and filled', 'table t {\n  a int identity «backfill 1» primary\n}'],
    ['a default and a backfill', 'table t {\n  a int default 1 backfill 2\n}'],
  ]),
  ...casesOf('MIG159', [
    ['a text', 'table t {\n  a text «identity» primary\n}', { says: 'holds no whole numbers' }],
    ['an array', 'table t {\n  a int[] «identity» only postgres\n}'],
    ['it may be null', 'table t {\n  a «int?» identity only postgres\n}', { says: 'Remove the `?`' }],
    ['by nothing', 'table t {\n  a int identity (increment «0») primary\n}'],
    ['it starts too far', 'table t {\n  a smallint identity (start «40000») primary\n}'],
    [
      'it starts on the wrong side',
      'table t {\n  a int identity (start «1» increment -1) primary\n}',
      { says: 'below 0' },
    ],
    [
      'fine ones',
      'table t {\n  a bigint identity (start -1 increment -1) primary\n}\ntable u {\n  a `integer` identity primary\n}',
    ],
  ]),
  ...casesOf('MIG160', [
    ['no key', 'table t {\n  a int «identity»\n}', { says: '`only postgres`' }],
    ['one of two', 'table t {\n  a int «identity»\n  b int\n  primary (a, b)\n}'],
    ['without rowid', 'table t without rowid {\n  a int «identity» primary\n}'],
    ['another type', 'table t {\n  a bigint, sqlite `BIGINT` «identity» primary\n}', { says: 'of the type INTEGER' }],
    ['the key', 'table t {\n  a int identity\n  primary (a)\n}'],
    ['in Postgres alone', 'table t {\n  a int identity only postgres\n  b int\n}'],
  ]),
  ...casesOf('MIG161', [
    ['from itself', 'table t {\n  a int\n  b int = «`b + 1`» stored\n}', { says: 'from itself' }],
    [
      'from another',
      'table t {\n  a int\n  b int = `a + 1` stored\n  c int = «`b + 1`» stored\n}',
      { says: 'Postgres computes no column' },
    ],
    [
      'a primary key',
      'table t {\n  a int\n  b int = `a + 1` stored «primary»\n}',
      { says: 'SQLite has no computed primary keys' },
    ],
    ['a key on a virtual one', '// targets postgres 18\ntable t {\n  a int\n  b int = `a + 1` virtual «unique»\n}'],
    [
      'an index on a virtual one',
      '// targets postgres 18\ntable t {\n  a int\n  b int = `a + 1` virtual\n  «index (b)»\n}',
    ],
    [
      'in SQLite',
      '// targets sqlite 3.38\ntable t {\n  a int\n  b int = `a + 1` virtual index\n  c int = `b + 1` stored unique\n}',
    ],
  ]),
]
