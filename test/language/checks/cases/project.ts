import { type CheckCase, casesOf } from './check-case.ts'

export const PROJECT_CASES: readonly CheckCase[] = [
  ...casesOf('MIG190', [
    ['a table was itself', 'table t «was t» {\n  a int\n}', { severity: 'warning' }],
    ['a column was itself', 'table t {\n  a int «was a»\n}', { severity: 'warning' }],
    ['two were one', 'table t {\n  a int was c\n  b int «was c»\n}', { says: '`a` and `b`' }],
    [
      'it is still there',
      'table t {\n  a int «was b»\n  b int\n}',
      { severity: 'warning', says: 'There is still a column `b`' },
    ],
    ['a table that is still there', 'table t «was u» {\n  a int\n}\ntable u {\n  a int\n}', { severity: 'warning' }],
    ['a removed value that is there', 'enum e {\n  one\n  removed «one»\n}\ntable t {\n  a e\n}'],
    ['removed twice', 'enum e {\n  one\n  removed two\n  removed «two»\n}\ntable t {\n  a e\n}'],
    [
      'to an unknown value',
      'enum e {\n  pending\n  removed two -> «pendng»\n}\ntable t {\n  a e\n}',
      { says: 'Did you mean `pending`?' },
    ],
    ['to a removed value', 'enum e {\n  one\n  removed two -> «three»\n  removed three -> one\n}\ntable t {\n  a e\n}'],
    ['a dropped value that is there', 'enum e {\n  one\n  dropped «one»\n}\ntable t {\n  a e\n}'],
    ['a dropped column that is there', 'table t {\n  a int\n  «dropped a»\n}'],
    ['a dropped table that is there', 'table t {\n  a int\n}\n«dropped table t»'],
    [
      'dropped others that are there',
      '// targets postgres\nschema s\nenum e {\n  one\n}\nview v = `select 1 as one`\ntable t {\n  a e\n}\ntrigger g on t = `after insert execute function f()`\n«dropped schema s»\n«dropped enum e»\n«dropped view v»\n«dropped trigger g on t»',
    ],
    [
      'an index and a key that are still there',
      'table t {\n  a int\n  index i (a) «was j»\n  index j (a)\n  unique u (a) «was v»\n  unique v (a)\n}',
      { severity: 'warning' },
    ],
    ['names that changed places', 'table t {\n  a int was b\n  b int was a\n}'],
    ['a chain', 'table t {\n  a int was b\n  b int was c\n}\ntable u was v {\n  a int\n}\ntable v was w {\n  a int\n}'],
    [
      'the same name elsewhere',
      'table t {\n  a int was b\n}\ntable u {\n  b int\n  c int was d\n  dropped f\n}\nenum e {\n  one was two\n  removed three -> one\n}\ntable w {\n  a e\n}',
    ],
    [
      'a trigger that is still there',
      '// targets postgres\ntable t {\n  a int\n}\ntrigger g on t «was h» = `after insert execute function f()`\ntrigger h on t = `after insert execute function f()`',
      { severity: 'warning' },
    ],
  ]),
  ...casesOf('MIG191', [
    ['it may be null', 'table t {\n  a int? «backfill 1»\n}', { severity: 'info' }],
    ['it may not', 'table t {\n  a int backfill 1\n}'],
  ]),
  ...casesOf('MIG192', [
    [
      'two columns change names',
      'table t {\n  a int was b convert `cast(«b» as int)` revert `cast(t.«b» as text)`\n  b text was a\n}',
      { severity: 'warning', says: 'Write `a`' },
    ],
    ['by the new name', 'table t {\n  a int was b convert `cast(a as int)`\n  b text was a\n}'],
    ['both are meant', 'table t {\n  a int was b convert `cast(a || b as int)`\n  b text was a\n}'],
    ['the old name is free', 'table t {\n  a int was b convert `cast(b as int)`\n}'],
  ]),
  ...casesOf('MIG195', [
    ['an old Postgres', 'project p {\n  targets postgres «12», sqlite 3.38\n}', { says: 'Write `postgres 13`' }],
    ['an older one', 'project p {\n  targets postgres «9.6»\n}'],
    ['an old SQLite', 'project p {\n  targets sqlite «3.34.1»\n}', { says: '`sqlite 3.35`' }],
    ['no version of SQLite', 'project p {\n  targets sqlite «14»\n}', { says: 'they start with 3' }],
    ['SQLite 3 alone', 'project p {\n  targets sqlite «3»\n}'],
    ['no version at all', 'project p {\n  targets postgres «1e3»\n}'],
    ['supported ones', 'project p {\n  targets postgres 13.4, sqlite 3.35.0\n}'],
    ['none said', 'project p {\n  targets postgres, sqlite\n}'],
  ]),
  ...casesOf('MIG196', [
    [
      'a key that is not enforced',
      '// targets postgres 17\ntable p {\n  a int primary\n}\ntable t {\n  a int -> p «not» enforced index\n}',
      { says: '`not enforced` needs Postgres 18, and the project runs on 17.' },
    ],
    ['an unlogged sequence', '// targets postgres 14\nsequence s «unlogged»'],
    ['one that is there', '// targets postgres 15\nsequence s unlogged'],
    [
      'nulls that are not distinct',
      '// targets postgres 14\ntable t {\n  a int?\n  unique (a) «nulls» not distinct\n}',
      { says: 'runs on 14' },
    ],
    ['compression', '// targets postgres 13\ntable t {\n  a text «compression lz4»\n}', { says: 'runs on 13' }],
    [
      'some columns of a key',
      '// targets postgres 14\ntable p {\n  a int\n  b int\n  primary (a, b)\n}\ntable t {\n  a int?\n  b int\n  foreign (a, b) -> p on delete set null («a»)\n}',
    ],
    [
      'the same, not known',
      '// targets postgres\ntable t {\n  a int?\n  unique (a) «nulls» not distinct\n}',
      { severity: 'warning' },
    ],
    [
      'a virtual column',
      '// targets postgres 17\ntable t {\n  a int\n  b int = `a + 1` «virtual»\n}',
      { says: '`targets postgres 18`' },
    ],
    [
      'the same, not known',
      '// targets postgres\ntable t {\n  a int\n  b int = `a + 1` «virtual»\n}',
      { severity: 'warning' },
    ],
    ['a strict table', '// targets sqlite 3.36\ntable t «strict» {\n  a int\n}'],
    ['a scale', '// targets postgres 14\ntable t {\n  a «decimal(3, 5)»\n}', { says: 'from 0 to 3' }],
    ['a multirange', '// targets postgres 13\ntable t {\n  a «int4multirange»\n}'],
    [
      'new enough',
      '// targets postgres 18, sqlite 3.37\ntable t strict {\n  a int?\n  b int = `a + 1` virtual\n  c decimal(3, 5)\n  unique (a) nulls not distinct only postgres\n}',
    ],
  ]),
  ...casesOf('MIG197', [
    [
      'two databases',
      "project p {\n  targets postgres 15\n  database postgres 'postgres://a'\n  «database postgres 'postgres://b'»\n}",
    ],
    ['no target', "project p {\n  targets postgres 15\n  «database sqlite 'a.db'»\n}", { severity: 'warning' }],
    [
      'only',
      '// targets postgres\ntable t only «sqlite» {\n  a int\n}\ntable u {\n  a int only «sqlite»\n  index (a) only «sqlite»\n}',
      { severity: 'warning', beside: ['MIG199'] },
    ],
    [
      'fine ones',
      "project p {\n  targets postgres 15, sqlite 3.38\n  database postgres 'postgres://a'\n  database sqlite env DB\n}\ntable t only sqlite {\n  a int\n}",
    ],
  ]),
]
