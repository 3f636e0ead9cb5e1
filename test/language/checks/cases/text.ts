import { type CheckCase, casesOf } from './check-case.ts'

const REVISION = "revision aaaa 'first'\ncreated 2026-01-05T05:30:00Z\n"

export const TEXT_CASES: readonly CheckCase[] = [
  ...casesOf('MIG101', [
    ['a word too many', 'table t {\n  a int «whatever»\n}'],
    ['fine', 'table t {\n  a int\n}'],
  ]),
  ...casesOf('MIG102', [
    ['a string', "table t {\n  a text default «'abc»\n}"],
    ['a name', 'table t {\n  «"a int»\n}'],
    ['closed', 'table t {\n  "a" text default \'abc\'\n}'],
  ]),
  ...casesOf('MIG103', [
    ['an open brace', 'table t «{»\n  a int\n\ntable u {\n  a int\n}'],
    ['a brace too many', 'table t {\n  a int\n}\n«}»'],
    ['fine', 'table t {\n  a int\n}'],
  ]),
  ...casesOf('MIG104', [
    ['a semicolon', 'table t {\n  a int«;»\n}', { says: 'A line needs no `;`' }],
    ['a comment of SQL', 'table t {\n  a int «-- what it is»\n}', { says: 'A comment starts with `//`' }],
    ['a comment', 'table t {\n  a int // -- what; it is\n}'],
  ]),
  ...casesOf('MIG106', [
    ['before a brace', 'table t {\n  a int\n  «/// nothing»\n}', { severity: 'warning' }],
    ['documents', '/// a table\ntable t {\n  /// a column\n  a int\n}'],
  ]),
  ...casesOf('MIG107', [
    ['a modifier', 'table t {\n  a int default 1 «default 2»\n}'],
    [
      'what replication goes by',
      '// targets postgres\ntable t replica identity full {\n  a int\n  unique (a) clustered\n  index (a) «clustered» «replica» identity\n}',
    ],
    ['a type', 'table t {\n  a text, postgres citext, «postgres varchar»\n}'],
    ['two checks', 'table t {\n  a int check `a > 0` check `a < 9`\n}'],
  ]),
  ...casesOf('MIG108', [
    ['two points', 'table t {\n  a decimal default «1.2.3»\n}'],
    ['one', 'table t {\n  a decimal default 1.2\n}'],
  ]),
  ...casesOf('MIG110', [
    ['no file', "import «'./nothing.mig'»"],
    ['a file', "import './a.mig'", { files: { '/project/a.mig': '' } }],
  ]),
  ...casesOf('MIG111', [
    [
      'a circle',
      "import './a.mig'",
      { files: { '/project/a.mig': "import «'./schema.mig'»" }, says: 'schema.mig → a.mig → schema.mig' },
    ],
    [
      'no circle',
      "import './a.mig'\nimport './b.mig'",
      { files: { '/project/a.mig': "import './b.mig'", '/project/b.mig': '' } },
    ],
  ]),
  ...casesOf('MIG117', [
    [
      'what is not named',
      "import { t } from './a.mig'",
      {
        files: {
          '/project/a.mig':
            'table t {\n  a e\n  include m\n}\nmixin m {\n  b int\n}\ntable «u» {\n  a int\n}\nview «v» = `select 1 as one`\ntrigger «g» on t {\n  postgres `before update for each row execute function f()`\n  sqlite `after update begin select 1; end`\n}\nenum e {\n  one\n}\n'
              .replace('  a e', '  a int')
              .replace('enum e', 'enum «e»'),
        },
        severity: 'info',
        says: 'Nothing imports the table `u`',
      },
    ],
    [
      'all is named, or another file takes it whole',
      "import { t } from './a.mig'\nimport { x } from './b.mig'",
      {
        files: {
          '/project/a.mig': 'table t {\n  a int\n}\n',
          '/project/b.mig': "import './c.mig'\ntable x {\n  a int\n}\n",
          '/project/c.mig': 'table y {\n  a int\n}\n',
        },
      },
    ],
  ]),
  ...casesOf('MIG112', [
    [
      'a known name',
      "import { a } from './a.mig'\ntable t {\n  x a\n}",
      { files: { '/project/a.mig': 'type a = text' } },
    ],
    ['an unknown name', "import { a, «b» } from './a.mig'", { files: { '/project/a.mig': 'type a = text' } }],
    ['the enum of a table', "import { «t» } from './a.mig'", { files: { '/project/a.mig': '' } }],
  ]),
  ...casesOf('MIG113', [
    ['no targets', 'project «p» {\n}'],
    ['two blocks', 'project p {\n  targets postgres\n}\nproject «q» {\n  targets sqlite\n}'],
    ['one', 'project p {\n  targets postgres\n}'],
  ]),
  ...casesOf('MIG114', [
    ['a step in a schema file', 'table t {\n  a int\n}\n«drop table u {\n  a int\n}»'],
    ['a declaration in a revision', `${REVISION}«project p {\n  targets postgres\n}»`, { revision: true }],
    ['steps in a revision', `${REVISION}create table u {\n  a int\n}`, { revision: true }],
  ]),
  ...casesOf('MIG120', [
    ['a type', 'table t {\n  a «texxt»\n}', { says: 'Did you mean `text`?' }],
    ['another word for it', 'table t {\n  a «integer»\n}', { says: 'Did you mean `int`?' }],
    ['known', 'type short = text\nenum e {\n  one\n}\ntable t {\n  a short\n  b e\n}'],
  ]),
  ...casesOf('MIG121', [
    ['a mixin', 'mixin stamps {\n  a int\n}\ntable t {\n  include «stmps»\n}', { says: 'Did you mean `stamps`?' }],
    ['known', 'mixin stamps {\n  a int\n}\ntable t {\n  include stamps\n}'],
  ]),
  ...casesOf('MIG122', [
    [
      'a foreign key',
      'table users {\n  id int primary\n}\ntable t {\n  a int -> «usres»\n}',
      { says: 'Did you mean `users`?' },
    ],
    [
      'a trigger of a foreign table that is nearly there',
      '// targets postgres\nobject far_rows {\n  create `create foreign table far_rows (a int) server s`\n}\ntrigger g on «far_row» = `after insert for each row execute function f()`',
      { says: 'Did you mean `far_rows`?' },
    ],
    ['that Postgres misses', 'table t {\n  a int? -> gone (id) «missing»\n}', { says: '`only sqlite`' }],
    [
      'that is there',
      '// targets sqlite\ntable t {\n  a int primary\n  b int? -> t «missing»\n}',
      { says: 'Remove `missing`.' },
    ],
    [
      'that SQLite misses, which needs no index',
      'table t {\n  a int?\n  foreign (a) -> gone (id) «missing» only sqlite\n}',
      { severity: 'info', says: 'refuses every insert, update and delete of `t`' },
    ],
    ['a trigger', 'trigger g on «t» only sqlite = `after insert begin select 1; end`'],
    ['known', 'table users {\n  id int primary\n}\ntable t {\n  a int -> users\n}'],
  ]),
  ...casesOf('MIG123', [
    ['two tables', 'table t {\n  a int\n}\ntable «t» {\n  a int\n}'],
    ['a table and a view', 'table t {\n  a int\n}\nview «t» = `select 1 as one`'],
    ['two types', 'table t {\n  a int\n}\ntable u {\n  a int\n}'],
  ]),
  ...casesOf('MIG124', [
    ['two columns', 'table t {\n  a int\n  «a» int\n}'],
    ['two values', 'enum e {\n  one\n  «one»\n}\ntable t {\n  a e\n}'],
    ['two primary keys', 'table t {\n  a int primary\n  b int «primary»\n}', { says: '`primary (a, b)`' }],
    [
      'one for each database',
      'table t {\n  a int\n  b int\n  primary (a) only postgres\n  «primary (b) only sqlite»\n}',
      { says: 'write `unique` instead of `primary`' },
    ],
    ['two indexes', 'table t {\n  a int\n  index i (a)\n  «index i (a)»\n}'],
    ['one of each', 'enum e {\n  one\n  two\n}\ntable t {\n  a e primary\n  b int\n}'],
  ]),
  ...casesOf('MIG125', [
    ['a mixin', 'mixin m {\n  include «m»\n}\ntable t {\n  a int\n  include m\n}'],
    ['a type', 'type «a» = b\ntype b = a\ntable t {\n  x a\n}'],
    ['a chain', 'type a = b\ntype b = text\ntable t {\n  x a\n}'],
  ]),
  ...casesOf('MIG127', [
    ['a column or a hint', 'table t {\n  a int\n  «dropped date»\n}'],
    ['a hint', 'table t {\n  a int\n  dropped "date"\n}'],
  ]),
  ...casesOf('MIG128', [
    ['a call', 'table t {\n  a text default «random()»\n}'],
    ['in backticks', "table t {\n  a text default `lower('A')`\n}"],
  ]),
  ...casesOf('MIG129', [
    ['no primary key', 'table p {\n  id int\n}\ntable t {\n  a int -> «p»\n}'],
    ['too many columns', 'table p {\n  id int primary\n}\ntable t {\n  a int\n  b int\n  foreign (a, b) -> «p»\n}'],
    ['as many', 'table p {\n  id int primary\n}\ntable t {\n  a int\n  foreign (a) -> p\n}'],
  ]),
  ...casesOf('MIG130', [
    ['revert alone', 'table t {\n  a int «revert `1`»\n}'],
    ['both', 'table t {\n  a int convert `1` revert `2`\n}'],
  ]),
  ...casesOf('MIG131', [
    ['primary key', 'table t {\n  a int\n  primary «key» (a)\n}', { says: '`primary (…)`' }],
    ['primary', 'table t {\n  a int\n  primary (a)\n}'],
  ]),
  ...casesOf('MIG133', [
    [
      'an argument that is none',
      '// targets postgres\nfunction f«(a int int)» returns int = `select 1`',
      { says: 'Argument 1 is none' },
    ],
    [
      'an option of nobody',
      '// targets postgres\nfunction f() returns int «imutable» language sql = `select 1`',
      { says: '`imutable` is no option' },
    ],
    [
      'nothing is returned',
      '// targets postgres\nfunction «f»() language sql = `select 1`',
      { says: '`returns TYPE`' },
    ],
    ['a procedure that returns', '// targets postgres\nprocedure «f»() returns int = `select 1`'],
    ['a sequence of a table', '// targets postgres\nsequence s «owned by t»', { says: '`owned by TABLE.COLUMN`' }],
    [
      'a head',
      '// targets postgres\nfunction head(a int, out b text) language plpgsql stable set search_path to public = `begin b := a; end`',
    ],
    [
      'a privilege that a database has not',
      '// targets postgres\ngrant connect, temp on database to app\ngrant «select» on database to reader',
      { says: 'There is no privilege `select` on a database' },
    ],
    [
      'a revoke of what nobody has',
      '// targets postgres\nrevoke connect, «create» on database from public',
      { says: 'Nobody may make schemas in a database' },
    ],
  ]),
  ...casesOf('MIG135', [
    [
      'policies that nothing asks',
      '// targets postgres\ntable «idle» {\n  a int\n  policy own using `a > 0`\n}',
      { severity: 'warning', says: 'they do nothing' },
    ],
    [
      'policies that are asked',
      '// targets postgres\ntable asked {\n  a int\n  row security\n  policy own using `a > 0`\n}',
    ],
  ]),
  ...casesOf('MIG136', [
    [
      'no way to make it',
      '// targets postgres\nobject «odd» {\n  drop `drop type odd`\n}',
      { says: 'how `odd` is made' },
    ],
    [
      'no way to drop it',
      '// targets postgres\nobject «odd» {\n  create `create type odd as (a int)`\n}',
      { says: 'how `odd` is dropped' },
    ],
    [
      'a word of the language',
      '// targets postgres\nobject odd {\n  create `«create table odd (a int)»`\n  drop `drop table odd`\n}',
      { says: 'a word for this: `table`' },
    ],
    [
      'what can be dropped',
      "// targets postgres\nobject odd {\n  create `create collation odd (provider = icu, locale = 'de')`\n}",
    ],
  ]),
  ...casesOf('MIG122', [
    [
      'the owner of a sequence',
      '// targets postgres\nsequence s owned by «te.a»\ntable t {\n  a int\n}',
      { says: '`te`' },
    ],
  ]),
  ...casesOf('MIG165', [
    [
      'the owner of a sequence',
      '// targets postgres\nsequence s owned by «t.b»\ntable t {\n  a int\n}',
      { says: 'no column `b`' },
    ],
  ]),
  ...casesOf('MIG123', [
    [
      'a function and a procedure',
      '// targets postgres\nfunction twin(a int) returns int = `select 1`\nprocedure «twin»(b int) = `select 1`',
      { says: 'is a function already' },
    ],
    [
      'two functions',
      '// targets postgres\nfunction twin(a int) returns int = `select 1`\nfunction «twin»(b int4) returns text = `select 1`',
    ],
    [
      'overloads',
      '// targets postgres\nfunction pair(a int) returns int = `select 1`\nfunction pair(b text) returns int = `select 1`',
    ],
    [
      'a privilege with the grant option and without',
      '// targets postgres\ntable t {\n  a int\n  b int\n}\ngrant select, insert on t to app with grant option\ngrant select on «t» to app\ngrant select on t to other',
      { says: 'with the grant option already' },
    ],
  ]),
  ...casesOf('MIG178', [
    ['a sequence and a table', '// targets postgres\nsequence «t»\ntable t {\n  a int\n}', { says: 'one name space' }],
  ]),
  ...casesOf('MIG134', [
    [
      'what is not there',
      '// targets postgres\nfunction one() returns int depends on «two» = `select 1`',
      { severity: 'warning', says: 'nothing that is called `two`' },
    ],
    [
      'under a view, a trigger and an extension',
      '// targets sqlite\ntable t {\n  a int\n}\nview v depends on t, «gone» = `select 1 as a`\ntrigger g on t depends on v, «missing_too» = `after insert begin select 1; end`',
      { severity: 'warning', says: 'nothing that is called `gone`' },
    ],
    [
      'two for one call',
      '// targets postgres\nfunction over_one(a int) returns int = `select 1`\nfunction «over_one»(a int, b int default 0) returns int = `select 1`',
      { severity: 'warning', says: 'with 1 argument' },
    ],
    [
      'what is there',
      '// targets postgres\nfunction over_two(a int) returns int depends on t = `select 1`\nfunction over_two(a int, b int) returns int = `select 1`\ntable t {\n  a int\n}',
    ],
  ]),
  ...casesOf('MIG132', [
    ['an enum of that name', 'enum date {\n  one\n}\ntable t {\n  a «date»\n}', { severity: 'warning' }],
    ['in quotes', 'enum date {\n  one\n}\ntable t {\n  a "date"\n}'],
  ]),
  ...casesOf('MIG137', [
    [
      'a table that is not divided',
      '// targets postgres\ntable p {\n  a int\n}\npartition p1 of «p» default',
      { says: '`p` has no partitions.' },
    ],
    ['itself', '// targets postgres\ntable a inherits «b» {\n}\ntable b inherits a {\n}'],
    ['divided', '// targets postgres\ntable p partition by list (a) {\n  a int\n}\npartition p1 of p default'],
  ]),
  ...casesOf('MIG140', [
    ['no head', '«create table t {\n  a int\n}»', { revision: true }],
    ['a head', `${REVISION}create table t {\n  a int\n}`, { revision: true }],
  ]),
  ...casesOf('MIG141', [
    ['no target columns', `${REVISION}add constraint t: «foreign (a) -> u»`, { revision: true }],
    ['target columns', `${REVISION}add constraint t: foreign t_a_fkey (a) -> u (id)`, { revision: true }],
  ]),
  ...casesOf('MIG142', [
    ['a commit', `${REVISION}sql 'x' {\n  up «\`select 1; -- so\nCOMMIT\`»\n  down none ''\n}`, { revision: true }],
    ['a savepoint', `${REVISION}sql 'x' {\n  up \`savepoint a; rollback to a\`\n  down none ''\n}`, { revision: true }],
    ['a body', `${REVISION}sql 'x' {\n  up \`do $$ begin end $$\`\n  down none ''\n}`, { revision: true }],
  ]),
]
