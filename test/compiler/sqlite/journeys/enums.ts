import type { Enum } from '../../../../compiler/schema/objects.ts'
import type { Step } from '../../../../compiler/steps/step.ts'
import { check, column, enumOf, id, index, primary, schema, table } from '../build.ts'
import type { Journey } from '../journey.ts'

const status = enumOf('status', 'new', 'paid', 'sent', "it's off")
const pending = { kind: 'enum value', value: 'new' } as const
const orders = table(
  'orders',
  id(),
  column('state', 'enum status', { default: pending }),
  column('last', 'enum status?'),
  column('past', 'enum status[]', { default: { kind: 'string', value: '{}' } }),
  column('value', 'enum status[]?'),
  primary('orders_pkey', 'id'),
  check('not_off', "state <> 'it''s off' or last is null"),
  { ...index('orders_sent', 'id'), where: { all: "state = 'sent'" } },
)
const other = table('other', column('s', 'enum status?'))
const before = schema(orders, other, status)
const rows = `
  insert into orders (id, state, last, past, value) values
    (1, 'new', 'sent', '["new","sent","sent"]', null), (2, 'sent', null, '[]', '["it''s off",null]'), (3, 'it''s off', null, '["paid"]', '[]');
  insert into other values ('sent'), (null)`

function alter(to: Enum, more: Partial<Extract<Step, { kind: 'alter enum' }>> = {}): Step {
  return { kind: 'alter enum', from: status, to, renames: [], moves: [], ...more }
}

export const enumJourneys: readonly Journey[] = [
  {
    name: 'a value is added and removed again',
    before,
    rows,
    steps: [alter(enumOf('status', 'new', 'draft', 'paid', 'sent', "it's off"))],
    up: [['select state from orders', [['new'], ['sent'], ["it's off"]]]],
    down: [['select state from orders', [['new'], ['sent'], ["it's off"]]]],
    script: { has: [/state in \('draft', 'it''s off', 'new', 'paid', 'sent'\)/], lacks: [/lossy/] },
  },
  {
    name: 'another order of the values is nothing to SQLite',
    before,
    rows,
    steps: [alter(enumOf('status', "it's off", 'sent', 'paid', 'new'))],
    script: { lacks: [/./] },
  },
  {
    name: 'values are renamed, also two into each other, in columns, lists, checks, indexes and defaults',
    before,
    rows,
    steps: [
      alter(enumOf('status', 'sent', 'paid', 'new', 'off'), {
        renames: [
          { from: 'new', to: 'sent' },
          { from: 'sent', to: 'new' },
          { from: "it's off", to: 'off' },
        ],
      }),
    ],
    up: [
      [
        'select state, last, past, value from orders',
        [
          ['sent', 'new', '["sent","new","new"]', null],
          ['new', null, '[]', '["off",null]'],
          ['off', null, '["paid"]', '[]'],
        ],
      ],
      ['select s from other', [['new'], [null]]],
      ["select dflt_value from pragma_table_info('orders') where name = 'state'", [["'sent'"]]],
    ],
    down: [
      [
        'select state, last, past, value from orders',
        [
          ['new', 'sent', '["new","sent","sent"]', null],
          ['sent', null, '[]', `["it's off",null]`],
          ["it's off", null, '["paid"]', '[]'],
        ],
      ],
    ],
    script: { lacks: [/lossy/] },
  },
  {
    name: 'rows of a removed value move',
    before: schema({ ...orders, constraints: orders.constraints.slice(0, 1), indexes: [] }, other, status),
    rows,
    steps: [
      alter(enumOf('status', 'new', 'paid'), {
        moves: [
          { value: 'sent', to: 'paid' },
          { value: "it's off", to: 'new' },
        ],
      }),
    ],
    up: [
      [
        'select state, last, past, value from orders',
        [
          ['new', 'paid', '["new","paid","paid"]', null],
          ['paid', null, '[]', '["new",null]'],
          ['new', null, '["paid"]', '[]'],
        ],
      ],
      ['select s from other', [['paid'], [null]]],
    ],
    script: {
      has: [/-- lossy: which rows held 'sent' \(now 'paid'\), 'it''s off' \(now 'new'\) of status\n/],
    },
  },
  {
    name: 'an enum is renamed: nothing to SQLite',
    before,
    rows,
    steps: [{ kind: 'rename enum', from: { name: 'status' }, to: { name: 'phase' } }],
    script: { lacks: [/./] },
  },
  {
    name: 'an enum is renamed, used by a new column and altered twice',
    before,
    rows,
    steps: [
      { kind: 'rename enum', from: { name: 'status' }, to: { name: 'phase' } },
      {
        kind: 'alter enum',
        from: { ...status, name: { name: 'phase' } },
        to: enumOf('phase', 'new', 'paid', 'gone', "it's off"),
        renames: [{ from: 'sent', to: 'gone' }],
        moves: [],
      },
      {
        kind: 'add column',
        table: { name: 'other' },
        column: column('t', 'enum phase', { default: { kind: 'enum value', value: 'gone' } }),
      },
      {
        kind: 'alter enum',
        from: enumOf('phase', 'new', 'paid', 'gone', "it's off"),
        to: enumOf('phase', 'new', 'paid', 'left', "it's off", 'x'),
        renames: [{ from: 'gone', to: 'left' }],
        moves: [],
      },
    ],
    up: [
      [
        'select s, t from other',
        [
          ['left', 'left'],
          [null, 'left'],
        ],
      ],
      ['select last from orders where id = 1', [['left']]],
    ],
    down: [
      ['select s from other', [['sent'], [null]]],
      ['select past from orders where id = 1', [['["new","sent","sent"]']]],
    ],
  },
  {
    name: 'text becomes an enum and goes back',
    before: schema(table('t', column('s', 'text?')), status),
    rows: `insert into t values ('NEW'), (null)`,
    steps: [
      {
        kind: 'alter column',
        table: { name: 't' },
        from: column('s', 'text?'),
        to: column('s', 'enum status'),
        convert: { all: 'lower(s)' },
        revert: { all: 'upper(s)' },
        fill: pending,
      },
    ],
    up: [['select s from t', [['new'], ['new']]]],
    down: [['select s from t', [['NEW'], ['NEW']]]],
  },
]
