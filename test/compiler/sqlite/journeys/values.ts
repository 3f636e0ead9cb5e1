import { column, enumOf, id, index, number, primary, schema, sqlValue, table, text, type, unique } from '../build.ts'
import type { Journey } from '../journey.ts'

const t = { name: 't' }

/** What becomes of the values of rows. */
export const valueJourneys: readonly Journey[] = [
  {
    name: 'generated columns compute themselves and lose nothing when they go',
    before: schema(
      table(
        't',
        id(),
        column('a', 'text'),
        column('b', 'text?', { generated: { sql: { all: "a || '!'" }, stored: true } }),
        column('c', 'int?', { generated: { sql: { all: 'length(a)' }, stored: false } }),
        primary('t_pkey', 'id'),
        unique('t_b_key', 'b'),
        index('t_c_idx', 'c'),
      ),
    ),
    rows: `insert into t (a) values ('x'), ('yy')`,
    steps: [
      {
        kind: 'alter column',
        table: { name: 't' },
        from: column('b', 'text?', { generated: { sql: { all: "a || '!'" }, stored: true } }),
        to: column('b', 'text?', { generated: { sql: { all: "a || '?' -- really" }, stored: true } }),
      },
      {
        kind: 'add column',
        table: { name: 't' },
        column: column('d', 'text', { generated: { sql: { all: 'a || a' }, stored: true } }),
      },
    ],
    up: [
      [
        'select a, b, c, d from t',
        [
          ['x', 'x?', 1, 'xx'],
          ['yy', 'yy?', 2, 'yyyy'],
        ],
      ],
    ],
    down: [
      [
        'select a, b, c from t',
        [
          ['x', 'x!', 1],
          ['yy', 'yy!', 2],
        ],
      ],
    ],
    script: { lacks: [/lossy/] },
  },
  {
    name: 'a plain column becomes generated and the other way round',
    before: schema(table('t', column('a', 'int'), column('b', 'int?'))),
    rows: `insert into t values (2, 7)`,
    steps: [
      {
        kind: 'alter column',
        table: { name: 't' },
        from: column('b', 'int?'),
        to: column('b', 'int?', { generated: { sql: { all: 'a + 1' }, stored: true } }),
      },
    ],
    up: [['select a, b from t', [[2, 3]]]],
    down: [['select a, b from t', [[2, 3]]]],
    script: { has: [/-- lossy: the values of t.b/] },
  },
  {
    name: 'convert and revert turn values, the second fill waits for the first',
    before: schema(table('t', column('age', 'text?'), column('n', 'int?'))),
    rows: `insert into t values ('007', 1), ('', null)`,
    steps: [
      {
        kind: 'alter column',
        table: { name: 't' },
        from: column('age', 'text?'),
        to: column('age', 'int'),
        convert: { all: "cast(nullif(age, '') as integer)" },
        revert: { all: "printf('%03d', age)" },
        fill: number(-1),
      },
      {
        kind: 'alter column',
        table: { name: 't' },
        from: column('n', 'int?'),
        to: column('n', 'int'),
        fill: sqlValue('age * 10'),
      },
    ],
    up: [
      [
        'select age, n from t',
        [
          [7, 1],
          [-1, -10],
        ],
      ],
    ],
    down: [
      [
        'select age, n from t',
        [
          ['007', 1],
          ['-01', -10],
        ],
      ],
    ],
    script: { has: [/create table _mig_t[\s\S]*create table _mig_t/] },
  },
  {
    name: 'what a column was filled with stays when it goes and comes back with its own fill',
    before: schema(table('t', column('a', 'int'), column('b', 'text'))),
    rows: `insert into t values (1, 'x'), (2, 'y')`,
    steps: [{ kind: 'drop column', table: { name: 't' }, column: column('b', 'text'), fill: sqlValue("'was ' || a") }],
    up: [['select * from t', [[1], [2]]]],
    down: [
      [
        'select a, b from t',
        [
          [1, 'was 1'],
          [2, 'was 2'],
        ],
      ],
    ],
  },
  {
    name: 'a fill may read another table that is rebuilt or dropped by the same revision',
    before: schema(
      table('a', column('k', 'int')),
      table('b', column('k', 'int'), column('old', 'text')),
      table('c', column('k', 'int'), column('v', 'text')),
    ),
    rows: `insert into a values (1); insert into b values (1, 'from b'); insert into c values (1, 'from c')`,
    steps: [
      { kind: 'add column', table: { name: 'b' }, column: column('extra', 'text'), fill: text('e') },
      {
        kind: 'add column',
        table: { name: 'a' },
        column: column('x', 'text'),
        fill: sqlValue('(select old from b where b.k = a.k)'),
      },
      {
        kind: 'add column',
        table: { name: 'a' },
        column: column('y', 'text?'),
        fill: sqlValue('(select v from c where c.k = a.k)'),
      },
      { kind: 'drop column', table: { name: 'b' }, column: column('old', 'text'), fill: text('gone') },
      { kind: 'drop table', table: table('c', column('k', 'int'), column('v', 'text')) },
    ],
    up: [['select k, x, y from a', [[1, 'from b', 'from c']]]],
  },
  {
    name: 'a change of type that loses something says so',
    before: schema(table('t', column('a', 'text?'), column('b', 'bigint?'), column('c', 'real?'), column('d', 'int?'))),
    rows: `insert into t values ('007', 9007199254740993, 1.5, 5), (null, null, null, null)`,
    steps: [
      { kind: 'alter column', table: t, from: column('a', 'text?'), to: column('a', 'int?') },
      { kind: 'alter column', table: t, from: column('b', 'bigint?'), to: column('b', 'double?') },
      { kind: 'alter column', table: t, from: column('c', 'real?'), to: column('c', 'text?') },
      {
        kind: 'alter column',
        table: t,
        from: column('d', 'int?'),
        to: column('d', 'text?'),
        convert: { all: "'9' || d" },
      },
    ],
    up: [
      [
        'select a, c, d from t',
        [
          [7, '1.5', '95'],
          [null, null, null],
        ],
      ],
      ['select typeof(a), typeof(b), typeof(c) from t limit 1', [['integer', 'real', 'text']]],
    ],
    script: {
      has: [
        /lossy: the old form of t.a: values lose their spelling; the old form of t.b: values keep only 15 digits; the old form of t.c: values keep only 15 digits; the old form of t.d: values are converted, and nothing says how to turn them back\n/,
      ],
    },
  },
  {
    name: 'a type that is spelled another way here, but is the same to SQLite, changes nothing',
    before: schema(table('t', column('a', 'uuid'), column('b', 'smallint'), column('c', 'varchar(5)'))),
    rows: `insert into t values ('u', 1, 'x')`,
    steps: [
      { kind: 'alter column', table: t, from: column('a', 'uuid'), to: column('a', 'text') },
      { kind: 'alter column', table: t, from: column('b', 'smallint'), to: column('b', 'bigint') },
      {
        kind: 'alter column',
        table: t,
        from: column('c', 'varchar(5)'),
        to: { ...column('c', 'inet'), type: { postgres: type('inet'), sqlite: type('varchar(5)') }, comment: 'c' },
      },
    ],
    script: { lacks: [/./] },
  },
  {
    name: 'a bool becomes an enum of text by what was written for it',
    before: schema(
      table('t', column('a', 'bool?', { default: { kind: 'bool', value: false } })),
      enumOf('yn', 'yes', 'no'),
    ),
    rows: 'insert into t values (1), (0), (null)',
    steps: [
      {
        kind: 'alter column',
        table: t,
        from: column('a', 'bool?', { default: { kind: 'bool', value: false } }),
        to: column('a', 'enum yn', { default: { kind: 'enum value', value: 'no' } }),
        convert: { postgres: 'never here', sqlite: "case a when 1 then 'yes' when 0 then 'no' end -- or null" },
        revert: { sqlite: "a = 'yes'" },
        fill: { kind: 'enum value', value: 'no' },
      },
    ],
    up: [['select a from t', [['yes'], ['no'], ['no']]]],
    down: [['select a from t', [[1], [0], [0]]]],
  },
]
