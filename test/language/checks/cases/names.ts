import { type CheckCase, casesOf } from './check-case.ts'

const LONG = 'a'.repeat(64)

export const NAME_CASES: readonly CheckCase[] = [
  ...casesOf('MIG164', [
    [
      'the default schema',
      'project p {\n  targets postgres 15, sqlite 3.38\n  default_schema «app»\n}\ntable t {\n  a int\n}\ntable app.u {\n  a int\n}',
      { severity: 'warning', says: 'Declare it (`schema app only postgres`)' },
    ],
    ['the one that is always there', 'project p {\n  targets postgres 15\n  default_schema public\n}'],
    ['for SQLite alone', 'project p {\n  targets sqlite 3.38\n  default_schema app\n}'],
    [
      'a table',
      '// targets postgres\ntable «audit.t» {\n  a int\n}',
      { severity: 'warning', says: 'Declare it (`schema audit`)' },
    ],
    ['an enum', '// targets postgres\nenum «audit.e» {\n  one\n}\ntable t {\n  a audit.e\n}', { severity: 'warning' }],
    ['declared', '// targets postgres\nschema audit\ntable audit.t {\n  a int\n}\ntable public.u {\n  a int\n}'],
  ]),
  ...casesOf('MIG123', [
    [
      'two mixins',
      'mixin m {\n  a int\n}\nmixin «m» {\n  b int\n}\ntable t {\n  include m\n}',
      { says: 'is a mixin already' },
    ],
    ['a type and an enum', 'enum e {\n  one\n}\ntype «e» = text\ntable t {\n  a e\n}', { says: 'is an enum already' }],
    ['two enums', 'enum e {\n  one\n}\nenum «e» {\n  two\n}\ntable t {\n  a e\n}'],
  ]),
  ...casesOf('MIG174', [
    [
      'citext',
      'table t {\n  a «text», postgres citext\n}',
      { severity: 'warning', says: '`extension citext only postgres`' },
    ],
    [
      'an array',
      '// targets postgres\ntable t {\n  a «citext[]»\n}',
      { severity: 'warning', says: '`extension citext`' },
    ],
    [
      'functions, in domains and triggers, too',
      "// targets postgres\ntable t {\n  a text check `«similarity»(a, 'x') > 0.5`\n  at timestamptz\n}\ndomain d = text check `«unaccent»(value) = value`\ntrigger g on t = `before update for each row execute function «moddatetime»(at)`",
      { severity: 'warning', says: 'The function `similarity` comes with the extension `pg_trgm`' },
    ],
    [
      'domains, composites, ranges and heads of functions',
      '// targets postgres\ndomain mail = «citext» check `value is not null`\ncomposite c {\n  a int\n  b «ltree»\n}\nrange r = «citext»\nfunction f(cube «vector», citext text, b «hstore»[] default null) returns setof «geometry» language sql = `select 1`\nprocedure g(a int) set search_path to citext = `select 1`',
      { severity: 'warning', says: 'The type `citext` comes with' },
    ],
    [
      'enums and domains in GiST',
      '// targets postgres\nenum e {\n  one\n}\ndomain d = int\ncomposite c {\n  a int\n}\ntable t {\n  a e\n  b d\n  c c\n  exclude using gist («a» with =, «b» with =)\n}',
      { severity: 'warning', says: '`extension btree_gist`' },
    ],
    ['declared', 'extension citext only postgres\ntable t {\n  a text, postgres citext\n}'],
    ['in SQLite', '// targets sqlite\ntable t {\n  a text, postgres citext\n}'],
    ['in backticks', '// targets postgres\ntable t {\n  a «`vector(3)`»\n}', { severity: 'warning' }],
    [
      'an extension of an extension',
      '// targets postgres\nextension «earthdistance»',
      { severity: 'warning', says: '`earthdistance` needs the extension `cube`' },
    ],
    [
      'an operator class',
      '// targets postgres\ntable t {\n  a text\n  index (a «gin_trgm_ops») using gin\n}',
      { severity: 'warning', says: '`extension pg_trgm`' },
    ],
    [
      'plain values',
      '// targets postgres\ntable t {\n  a int\n  b int4range\n  c inet\n  exclude using gist («a» with =, b with &&, c inet_ops with &&)\n  index («a», b) using gist\n}',
      { severity: 'warning', says: '`extension btree_gist`' },
    ],
    [
      'a function',
      '// targets postgres\ntable t {\n  a uuid default `«uuid_generate_v4»()`\n  b uuid default `gen_random_uuid()`\n  c uuid default `ext.uuid_generate_v4()`\n}\nfunction f(a text) returns text language sql = `select «crypt»(a, «gen_salt»(a)) from (select 1) as crypt(one)`',
      { severity: 'warning', says: '`extension "uuid-ossp"`' },
    ],
    [
      'all of them declared',
      "// targets postgres\nextension cube\nextension earthdistance\nextension btree_gist\nextension pg_trgm\ntable t {\n  a text\n  b text default `unaccent('é')`\n  index (a gin_trgm_ops) using gin\n  exclude using gist (a with =)\n}\nfunction unaccent(text) returns text language sql = `select $1`",
    ],
  ]),
  ...casesOf('MIG180', [
    ['a column', `table t {\n  «${LONG}» int\n}`, { says: '64 bytes' }],
    ['letters of two bytes', `table «${'é'.repeat(32)}» {\n  a int\n}`, { says: `\`"${'é'.repeat(31)}"\`` }],
    ['an enum value', `enum e {\n  «${LONG}»\n}\ntable t {\n  a e\n}`],
    [
      'an index, a key and a check',
      `table t {\n  a int\n  index «${LONG}1» (a)\n  unique «${LONG}2» (a)\n  check «${LONG}3» \`a > 0\`\n}`,
    ],
    ['a check on a column', `table t {\n  a int check «${LONG}» \`a > 0\`\n}`],
    [
      'a trigger',
      `table t {\n  a int\n}\ntrigger «${LONG}» on t {\n  postgres \`after insert execute function f()\`\n  sqlite \`after insert begin select 1; end\`\n}`,
    ],
    ['nothing', 'table t {\n  «""» int\n}', { says: 'A column needs a name.' }],
    ['NUL', 'table t {\n  «"a\0b"» int\n}', { says: 'NUL' }],
    ['63 bytes', `table t {\n  ${'a'.repeat(63)} int\n}`],
    ['in SQLite', `// targets sqlite\ntable t {\n  ${LONG} int\n}`],
    ['made names are cut', `table ${'a'.repeat(40)} {\n  ${'b'.repeat(40)} int unique\n}`],
  ]),
  ...casesOf('MIG181', [
    ['a column of Postgres', 'table t {\n  «ctid» int\n}'],
    ['a schema of Postgres', '// targets postgres\nschema «pg_mine»'],
    ['a table of SQLite', 'table «sqlite_mine» {\n  a int\n}'],
    ['the other way round', 'table pg_mine {\n  rowid int\n}\ntable t only sqlite {\n  ctid int\n}'],
  ]),
  ...casesOf('MIG187', [
    [
      'two tables',
      `table t {
  a int
}
table u {
  a int
}
trigger g on t {
  postgres \`after insert execute function f()\`
  sqlite \`after insert begin select 1; end\`
}
trigger «g» on u {
  postgres \`after insert execute function f()\`
  sqlite \`after insert begin select 1; end\`
}`,
      { says: '`u_g`' },
    ],
    [
      'in Postgres',
      'table t {\n  a int\n}\ntable u {\n  a int\n}\ntrigger g on t only postgres = `after insert execute function f()`\ntrigger g on u only postgres = `after insert execute function f()`',
    ],
  ]),
  ...casesOf('MIG188', [
    ['a pragma', 'object v {\n  create `«pragma user_version = 2»`\n}', { says: '`only sqlite`' }],
    [
      'a virtual table, limited to Postgres',
      'object o only postgres {\n  create `«create virtual table o using fts5(a)»`\n}',
      { says: 'Write `only sqlite` instead of `only postgres`.' },
    ],
    ['of SQLite', 'object v only sqlite {\n  create `pragma user_version = 2`\n}'],
    ['a schema', 'schema «audit»', { says: '`schema audit only postgres`' }],
    ['an extension', 'extension «citext»', { severity: 'warning', says: '`extension citext only postgres`' }],
    ['a table', 'schema audit only postgres\ntable «audit.t» {\n  a int\n}'],
    ['a view', 'schema audit only postgres\nview «audit.v» = `select 1 as one`'],
    ['a function', 'function «f»() returns int = `select 1`', { says: 'only postgres' }],
    [
      'a check that is not enforced',
      '// targets postgres 18, sqlite\ntable t {\n  a int check `a > 0` not valid «not» enforced\n}',
      { says: 'SQLite enforces every constraint.', beside: ['MIG171'] },
    ],
    ['a sequence', 'sequence «s»', { says: 'SQLite has no sequences.' }],
    ['an exclusion', 'table t {\n  a int\n  «exclude using gist (a with =)»\n}', { says: 'no exclusion constraints' }],
    [
      'some columns of a key',
      'table p {\n  a int\n  b int\n  primary (a, b)\n}\ntable t {\n  a int?\n  b int\n  foreign (a, b) -> p on delete set null («a»)\n}',
      { beside: ['MIG196'] },
    ],
    [
      'a trigger that sleeps',
      'table t {\n  a int\n}\ntrigger g on t «disabled» {\n  postgres `after insert for each row execute function f()`\n  sqlite `after insert begin select 1; end`\n}',
      { says: 'always fires' },
    ],
    ['options of a view', 'view v with («security_barrier») = `select 1 as one`', { says: 'no options of views' }],
    ['a default of a view', 'view v = `select 1 as one` {\n  «one» default 2\n}', { says: 'have no defaults' }],
    [
      'a trigger of a view that sleeps',
      '// targets postgres\nview v = `select 1 as one`\ntrigger g on v «disabled» = `instead of insert for each row execute function f()`',
      { says: 'is a view' },
    ],
    ['a function for one', 'function one() returns int only postgres = `select 1`'],
    [
      'a trigger of a virtual table',
      'object words only sqlite {\n  create `create virtual table words using fts5(a)`\n}\ntrigger g on «words» only sqlite = `after insert begin select 1; end`',
      { says: 'no triggers on virtual tables' },
    ],
    [
      'a trigger of a table that is virtual in one database',
      'object words {\n  create postgres `create foreign table words (a text) server far`\n  create sqlite `create virtual table words using fts5(a)`\n}\ntrigger g on «words» {\n  postgres `after insert execute function f()`\n  sqlite `after insert begin select 1; end`\n}',
      { says: 'Limit it: `only postgres`.' },
    ],
    [
      'a policy of a foreign table',
      'object far only postgres {\n  create `create foreign table far (a int) server s`\n}\npolicy p on «far» for select using `true` only postgres',
      { says: 'no policies on foreign tables' },
    ],
    [
      'a rule of a foreign table',
      'object far only postgres {\n  create `create foreign table far (a int) server s`\n}\nrule r on «far» only postgres = `on delete do instead nothing`',
      { says: 'no rules on foreign tables' },
    ],
    [
      'a trigger of a foreign table',
      'object w only postgres {\n  create `create foreign data wrapper w`\n}\nobject s only postgres {\n  create `create server s foreign data wrapper w`\n}\nobject far only postgres {\n  create `create foreign table far (a int) server s`\n}\ntrigger g on far only postgres = `after insert for each row execute function f()`\ngrant select on far to app only postgres\nview v only postgres depends on far = `select a from far`',
    ],
    ['limited', 'schema audit only postgres\ntable audit.t only postgres {\n  a int\n}'],
    [
      'the default schema',
      'project p {\n  targets postgres 15, sqlite 3.38\n  default_schema app\n}\nschema app only postgres\ntable t {\n  a int\n}',
    ],
  ]),
  ...casesOf('MIG189', [
    ['no columns', 'table «t» {\n}'],
    ['no key', 'table t «without» rowid {\n  a int\n}'],
    ['a type that strict tables do not know', '// targets sqlite 3.38\ntable t strict {\n  a «`VARCHAR(3)`»\n}'],
    ['in Postgres', '// targets postgres\ntable t {\n}'],
    [
      'fine ones',
      '// targets sqlite 3.38\ntable t strict, without rowid {\n  a int primary\n}'.replace(',', '') +
        '\ntable u strict {\n  a `any`\n}',
    ],
  ]),
  ...casesOf('MIG198', [
    ['a mixin', 'mixin «m» {\n  a int\n}', { severity: 'info' }],
    ['a type', 'type «short» = text', { severity: 'info' }],
    ['an enum', 'enum «e» {\n  one\n}', { severity: 'info' }],
    [
      'used',
      'mixin m {\n  a e\n}\nmixin n {\n  include m\n}\ntype short = text\nenum e {\n  one\n}\ntable t {\n  include n\n  b short\n}',
    ],
    ['in an array, with a schema', '// targets postgres\nschema s\nenum s.e {\n  one\n}\ntable t {\n  a s.e[]\n}'],
    ['where a line is broken', 'mixin m {\n  a int\n}\ntable t {\n  include m (\n}', { beside: ['MIG101', 'MIG103'] }],
  ]),
]
