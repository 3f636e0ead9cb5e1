import type { SqlStep } from '../../../../compiler/steps/step.ts'
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
  withHead,
} from '../build.ts'
import type { Journey } from '../journey.ts'

const p = table('p', id(), column('code', 'text'), primary('p_pkey', 'id'), unique('p_code_key', 'code'))
const c = table('c', column('p', 'bigint?'), column('q', 'text'))
const link = foreign('c_p_fkey', ['p'], 'p', ['id'], { onDelete: 'restrict', deferrable: 'initially immediate' })

function sql(name: string, up: string, down: string): SqlStep {
  return { kind: 'sql', name, up: { run: { all: up } }, down: { run: { all: down } } }
}

export const keyJourneys: readonly Journey[] = [
  {
    name: 'keys are added to tables with rows',
    before: schema(p, c),
    rows: `insert into p (id, code) values (1, 'x'); insert into c (rowid, p, q) values (5, 1, 'x'), (9, null, 'x')`,
    steps: [
      { kind: 'add constraint', table: { name: 'c' }, constraint: link },
      {
        kind: 'add constraint',
        table: { name: 'c' },
        constraint: foreign('c_q_fkey', ['q'], 'p', ['code'], { onUpdate: 'set default' }),
      },
    ],
    up: [
      [
        'select rowid, p, q from c',
        [
          [5, 1, 'x'],
          [9, null, 'x'],
        ],
      ],
    ],
    down: [
      [
        'select rowid, p, q from c',
        [
          [5, 1, 'x'],
          [9, null, 'x'],
        ],
      ],
    ],
  },
  {
    name: 'a key changes and only its name changes',
    before: schema(p, { ...c, constraints: [link, check('named', 'q is not null')] }),
    rows: `insert into p (id, code) values (1, 'x'); insert into c values (1, 'y')`,
    steps: [
      { kind: 'alter constraint', table: { name: 'c' }, from: link, to: { ...link, onDelete: 'set null' } },
      { kind: 'rename constraint', table: { name: 'c' }, from: 'named', to: 'renamed' },
      { kind: 'rename constraint', table: { name: 'p' }, from: 'p_code_key', to: 'codes' },
    ],
    up: [['select p, q from c', [[1, 'y']]]],
    script: { lacks: [/_mig_p /] },
  },
  {
    name: 'SQL by hand runs between what stands before and after it, and views are there for it',
    before: schema(p, c, view('v', 'select code from p')),
    rows: `insert into p (id, code) values (1, 'x')`,
    steps: [
      { kind: 'add column', table: { name: 'p' }, column: column('n', 'int'), fill: number(1) },
      sql(
        'more rows',
        `insert into p (code, n) select code || ';y', 2 from v; create table hand (a); drop table hand;`,
        `delete from p where code like '%y'`,
      ),
      { kind: 'sql', name: 'nothing', up: { none: 'no way' }, down: { none: '' } },
      { kind: 'sql', name: 'elsewhere', up: { run: { postgres: 'analyze' } }, down: { run: { postgres: 'analyze' } } },
      { kind: 'drop column', table: { name: 'p' }, column: column('n', 'int'), fill: number(7) },
    ],
    up: [['select code from v', [['x'], ['x;y']]]],
    down: [['select code from v', [['x']]]],
    script: {
      has: [
        /create view v[\s\S]*-- sql 'more rows'\ninsert into p[\s\S]*-- sql 'more rows'\ncreate table hand[\s\S]*drop view v[\s\S]*drop column n[\s\S]*create view v/,
      ],
      lacks: [/analyze/],
    },
  },
  {
    name: 'odd names are odd everywhere',
    before: schema(
      table(
        `it's a "table"`,
        id('primary'),
        column('se lect', 'text'),
        column('größe', 'enum my "enum"?'),
        column('from', 'bigint?'),
        column('rowid', 'bool?'),
        primary('the "pk"', 'primary'),
        foreign("parent's", ['from'], `it's a "table"`, ['primary'], { onDelete: 'cascade' }),
        check('a; check', `"se lect" <> ')' and "größe" is not 'x;y'`),
        unique('un ique', 'se lect', 'from'),
        index('in"dex', 'größe', '="se lect" || \';\''),
      ),
      withHead(table('order', column('group', 'text'), column('by', 'json?'), primary('order_pkey', 'group')), {
        withoutRowid: true,
      }),
      enumOf('my "enum"', 'a"b', "c'd", 'e;f'),
      view('vi ew', `select "se lect", "größe" as "größe" from "it's a ""table"""`),
      view('values', `select * from "vi ew"`),
      trigger(
        'tri"gger',
        'order',
        `after insert when new."group" <> ';' begin insert into "it's a ""table""" ("se lect") values (new."group"); end`,
      ),
    ),
    rows: `
      insert into "it's a ""table""" ("primary", "se lect", "größe", "from") values (11, 'a', 'a"b', null), (40, 'b', 'c''d', 11);
      delete from "it's a ""table""" where "primary" = 40;
      insert into "order" values ('g', '{}');`,
    steps: [
      { kind: 'rename column', table: { name: `it's a "table"` }, from: 'größe', to: 'Grüße "x"' },
      {
        kind: 'alter enum',
        from: enumOf('my "enum"', 'a"b', "c'd", 'e;f'),
        to: enumOf('my "enum"', "a'b", "c'd"),
        renames: [{ from: 'a"b', to: "a'b" }],
        moves: [{ value: 'e;f', to: "c'd" }],
      },
      {
        kind: 'add column',
        table: { name: 'order' },
        column: column('sel"ect', 'text', { default: text("';") }),
        fill: text('"'),
      },
      { kind: 'rename table', from: { name: 'order' }, to: { name: 'group by' } },
    ],
    up: [
      [
        `select "primary", "se lect", "Grüße ""x""" from "it's a ""table""" order by 1`,
        [
          [11, 'a', "a'b"],
          [41, 'g', null],
        ],
      ],
      ['select * from "group by"', [['g', '{}', '"']]],
      ['select seq from sqlite_sequence', [[41]]],
    ],
    down: [
      [
        `select "primary", "größe" from "it's a ""table""" order by 1`,
        [
          [11, 'a"b'],
          [41, null],
        ],
      ],
    ],
  },
]
