import { column, foreign, id, index, primary, schema, table, text, trigger, view } from '../build.ts'
import type { Journey } from '../journey.ts'

const parent = table(
  'parent',
  id(),
  column('other', 'bigint?'),
  primary('parent_pkey', 'id'),
  foreign('parent_other_fkey', ['other'], 'child', ['id']),
)
const child = table(
  'child',
  id(),
  column('up', 'bigint?'),
  primary('child_pkey', 'id'),
  foreign('child_up_fkey', ['up'], 'parent', ['id'], { onDelete: 'cascade' }),
)
const alone = table('alone', column('a', 'text'), index('alone_a_idx', 'a'))
const keyless = { ...child, constraints: child.constraints.slice(0, 1) }

export const dropJourneys: readonly Journey[] = [
  {
    name: 'a table that nothing references is dropped with foreign keys on',
    before: schema(
      alone,
      view('v', 'select a from alone'),
      trigger('t', 'alone', 'after insert begin delete from alone where a = new.a; end'),
    ),
    rows: '',
    steps: [
      {
        kind: 'drop trigger',
        trigger: trigger('t', 'alone', 'after insert begin delete from alone where a = new.a; end'),
      },
      { kind: 'drop view', view: view('v', 'select a from alone') },
      { kind: 'drop table', table: alone },
    ],
    script: { has: [/-- lossy: all rows of alone\ndrop table alone;/], lacks: [/foreign_keys/] },
  },
  {
    name: 'a referenced table is dropped and the rows of the other stay',
    before: schema(table('parent', id(), primary('parent_pkey', 'id')), child),
    rows: `insert into parent (id) values (1); insert into child (id, up) values (5, null), (6, null)`,
    steps: [
      { kind: 'drop constraint', table: { name: 'child' }, constraint: child.constraints[1]! },
      { kind: 'drop table', table: table('parent', id(), primary('parent_pkey', 'id')) },
    ],
    up: [
      [
        'select id, up from child',
        [
          [5, null],
          [6, null],
        ],
      ],
    ],
  },
  {
    name: 'tables that reference each other go together, a constraint first and the table after it',
    before: schema(parent, child, alone),
    rows: `insert into parent (id) values (1); insert into child (id, up) values (5, 1); update parent set other = 5`,
    steps: [
      { kind: 'drop constraint', table: { name: 'child' }, constraint: child.constraints[1]! },
      { kind: 'drop table', table: parent },
      { kind: 'drop table', table: keyless },
    ],
    script: { has: [/foreign_keys = off/], lacks: [/_mig_child/] },
  },
  {
    name: 'a table makes room for another of its name',
    before: schema(alone, table('b', column('x', 'text'))),
    rows: `insert into alone values ('q'); insert into b values ('w')`,
    steps: [
      { kind: 'drop table', table: alone },
      {
        kind: 'create table',
        table: table('alone', id(), column('b', 'text'), primary('alone_pkey', 'id'), index('alone_a_idx', 'b')),
      },
    ],
    up: [['select count(*) from alone', [[0]]]],
  },
  {
    name: 'an index name moves to another table',
    before: schema(table('a', column('x', 'text'), index('i', 'x')), table('b', column('x', 'text'))),
    rows: '',
    steps: [
      { kind: 'add index', table: { name: 'b' }, index: index('j', 'x') },
      { kind: 'drop index', table: { name: 'a' }, index: index('i', 'x') },
      { kind: 'rename index', table: { name: 'b' }, from: 'j', to: 'i' },
    ],
  },
  {
    name: 'a table that is made and dropped again leaves nothing behind',
    before: schema(table('a', column('x', 'text'))),
    steps: [
      { kind: 'create table', table: alone },
      { kind: 'drop table', table: alone },
    ],
    script: { lacks: [/./] },
  },
  {
    name: 'a column goes and another of its name comes',
    before: schema(table('a', id(), column('x', 'text'), column('y', 'int'), primary('a_pkey', 'id'))),
    rows: `insert into a (x, y) values ('one', 1), ('two', 2)`,
    steps: [
      { kind: 'drop column', table: { name: 'a' }, column: column('y', 'int'), fill: { kind: 'number', text: '9' } },
      { kind: 'add column', table: { name: 'a' }, column: column('y', 'text?', { default: text('new') }) },
    ],
    up: [
      [
        'select id, x, y from a',
        [
          [1, 'one', 'new'],
          [2, 'two', 'new'],
        ],
      ],
    ],
    down: [
      [
        'select id, x, y from a',
        [
          [1, 'one', 9],
          [2, 'two', 9],
        ],
      ],
    ],
    script: { has: [/lossy: the values of a.y/] },
  },
  {
    name: 'what is for Postgres only is nothing to SQLite, until it is for both',
    before: schema(
      { ...alone, only: 'postgres' },
      table('b', column('x', 'text'), column('p', 'int', { only: 'postgres' })),
    ),
    rows: `insert into b values ('row')`,
    steps: [
      { kind: 'alter table', table: { name: 'alone' }, from: { only: 'postgres' }, to: {} },
      {
        kind: 'alter column',
        table: { name: 'b' },
        from: column('p', 'int', { only: 'postgres' }),
        to: column('p', 'int'),
        fill: { kind: 'number', text: '3' },
      },
    ],
    up: [
      ['select x, p from b', [['row', 3]]],
      ['select count(*) from alone', [[0]]],
    ],
    down: [['select * from b', [['row']]]],
  },
]
