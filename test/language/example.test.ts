import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadText } from './load-text.ts'

const text = readFileSync(new URL('shop.mig', import.meta.url), 'utf8')
const shop = loadText(text, {
  '/p/billing.mig': 'table invoices {\n  id int primary\n  order_id bigint -> orders\n}\n',
  '/p/shared.mig': 'mixin owned {\n  owner_id bigint -> customers\n}\ntable left_out {\n  id int\n}\n',
})

const text_ = { all: { kind: 'builtin', name: 'text' } }
const bigint = { all: { kind: 'builtin', name: 'bigint' } }
const timestamptz = { all: { kind: 'builtin', name: 'timestamptz' } }
const now = { kind: 'call', name: 'now' }

test('the example of the language reads without a complaint', () => {
  expect(shop.diagnostics).toEqual([])
  expect(shop.files.map(({ parsed }) => parsed.file)).toEqual(['/p/schema.mig', '/p/billing.mig', '/p/shared.mig'])
})

test('its project block', () => {
  expect(shop.project).toEqual({
    name: 'shop',
    file: '/p/schema.mig',
    targets: [
      { dialect: 'postgres', version: '14' },
      { dialect: 'sqlite', version: '3.38' },
    ],
    migrations: '/p/migrations',
    databases: [],
  })
})

test('its objects', () => {
  const { schemas, extensions, enums, tables, views, triggers } = shop.schema
  expect([...schemas.values()]).toEqual([{ name: 'audit', only: 'postgres' }])
  expect([...extensions.values()]).toEqual([{ name: 'citext', only: 'postgres' }])
  expect([...enums.entries()]).toEqual([
    [
      'order_status',
      {
        name: { name: 'order_status' },
        values: ['pending', 'paid', 'shipped', 'refunded'],
        comment: 'What an order can be.',
      },
    ],
  ])
  expect([...tables.keys()]).toEqual(['customers', 'orders', 'order_lines', 'invoices'])
  expect(views.get('open_orders')?.sql.all).toBe(
    "select o.id, c.email, o.total\nfrom orders o join customers c on c.id = o.customer_id\nwhere o.status in ('pending', 'paid')",
  )
  expect(triggers.get('orders.orders_touch')).toEqual({
    name: 'orders_touch',
    table: { name: 'orders' },
    sql: {
      postgres: 'before update for each row execute function touch_updated_at()',
      sqlite: 'after update begin update orders set updated_at = current_timestamp where id = new.id; end',
    },
  })
})

test('its table of customers, whole', () => {
  expect(shop.schema.tables.get('customers')).toStrictEqual({
    name: { name: 'customers' },
    comment: 'A person who buys.',
    columns: [
      { name: 'id', type: bigint, nullable: false, identity: { always: false } },
      { name: 'email', type: { ...text_, postgres: { kind: 'builtin', name: 'citext' } }, nullable: false },
      { name: 'first_name', type: text_, nullable: false },
      { name: 'last_name', type: text_, nullable: false },
      {
        name: 'full_name',
        type: text_,
        nullable: false,
        generated: { sql: { all: "first_name || ' ' || last_name" }, stored: true },
      },
      { name: 'country', type: { all: { kind: 'builtin', name: 'char', args: [2] } }, nullable: false },
      { name: 'age', type: { all: { kind: 'builtin', name: 'smallint' } }, nullable: true },
      {
        name: 'settings',
        type: { all: { kind: 'builtin', name: 'json' }, postgres: { kind: 'builtin', name: 'jsonb' } },
        nullable: false,
        default: { kind: 'string', value: '{}' },
      },
      { name: 'created_at', type: timestamptz, nullable: false, default: now },
      { name: 'updated_at', type: timestamptz, nullable: false, default: now },
    ],
    constraints: [
      { kind: 'primary', name: 'customers_pkey', columns: ['id'] },
      { kind: 'unique', name: 'customers_email_key', columns: ['email'] },
      { kind: 'check', name: 'adult', sql: { all: 'age is null or age >= 18' } },
    ],
    indexes: [
      {
        name: 'customers_search',
        keys: [{ sql: { all: 'lower(first_name)' } }, { column: 'last_name', desc: true, nulls: 'last' }],
        where: { all: 'age is not null' },
      },
      {
        name: 'customers_settings_idx',
        keys: [{ column: 'settings', opclass: 'jsonb_path_ops' }],
        using: 'gin',
        only: 'postgres',
      },
    ],
  })
})

test('its keys: those of columns come in the order of the text, without a target column they go to the primary key', () => {
  expect(shop.schema.tables.get('orders')?.constraints).toStrictEqual([
    { kind: 'primary', name: 'orders_pkey', columns: ['id'] },
    {
      kind: 'foreign',
      name: 'orders_customer_id_fkey',
      columns: ['customer_id'],
      target: { name: 'customers' },
      targetColumns: ['id'],
      onDelete: 'cascade',
    },
    { kind: 'check', name: 'orders_total_check', sql: { all: 'total >= 0' } },
    { kind: 'unique', name: 'orders_slot', columns: ['customer_id', 'placed_on', 'order'] },
  ])
  expect(shop.schema.tables.get('orders')?.indexes).toStrictEqual([
    { name: 'orders_customer_id_idx', keys: [{ column: 'customer_id' }] },
  ])
  expect(shop.schema.tables.get('order_lines')?.constraints.at(-1)).toStrictEqual({
    kind: 'foreign',
    name: 'order_lines_order_id_fkey',
    columns: ['order_id'],
    target: { name: 'orders' },
    targetColumns: ['id'],
    onDelete: 'cascade',
    deferrable: 'initially deferred',
  })
})

test('its hints are apart from the schema, each with its place', () => {
  const { renames, moves, fills, converts, drops } = shop.hints
  const without = (hint: { readonly place: number }) => ({ ...hint, place: undefined })
  expect(renames.map(without)).toEqual([
    { kind: 'enum value', in: 'order_status', from: 'sent', to: 'shipped' },
    { kind: 'table', from: 'clients', to: 'customers' },
    { kind: 'column', in: 'customers', from: 'mail', to: 'email' },
  ])
  expect(moves.map(without)).toEqual([{ in: 'order_status', value: 'cancelled', to: 'refunded' }])
  expect(fills.map(without)).toEqual([{ in: 'customers', column: 'country', value: { kind: 'string', value: 'US' } }])
  expect(converts.map(without)).toEqual([
    {
      in: 'customers',
      column: 'age',
      convert: { all: "cast(nullif(age, '') as smallint)" },
      revert: { all: 'cast(age as text)' },
    },
  ])
  expect(drops).toEqual([])
  expect(wordAt(shop.sources.hints[renames[2]!.place]!)).toBe('was mail')
})

test('objects are found in the text by their keys', () => {
  for (const [key, word] of Object.entries({
    customers: 'customers',
    'customers.email': 'email',
    'orders."order"': '"order"',
    'order_status.paid': 'paid',
    'customers.adult': 'check adult `age is null or age >= 18`',
    'orders.orders_total_check': 'check `total >= 0`',
    'orders.orders_touch': 'orders_touch',
    open_orders: 'open_orders',
  })) {
    const source = shop.sources.objects.get(key.replace('"order"', 'order'))
    expect(source && wordAt(source), key).toBe(word)
  }
})

function wordAt({
  range,
}: {
  readonly range: { readonly start: { offset: number }; readonly end: { offset: number } }
}) {
  return text.slice(range.start.offset, range.end.offset)
}
