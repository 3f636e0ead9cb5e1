import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types'
import { documentSymbols } from '../../../language/editor/document-symbols.ts'
import { offsetAt } from '../../../language/editor/lsp-places.ts'
import { type Parsed, readText } from '../../../language/parse.ts'
import { HISTORY, prefixes, SHOP } from './shop.ts'

const KINDS = new Map(Object.entries(SymbolKind).map(([name, kind]) => [kind, name]))

function outline(parsed: Parsed, symbols: readonly DocumentSymbol[] = documentSymbols(parsed), indent = ''): string {
  return symbols
    .map(({ name, detail, kind, selectionRange, children = [] }) => {
      const { start, end } = selectionRange
      const selected = parsed.text.slice(offsetAt(parsed, start), offsetAt(parsed, end))
      const said = [`${indent}${KINDS.get(kind)} ${name}`, ...(detail === undefined ? [] : [`: ${detail}`])].join('')
      return `${said}${selected === name ? '' : ` [${selected}]`}\n${outline(parsed, children, `${indent}  `)}`
    })
    .join('')
}

describe('the outline', () => {
  test('of the shop', () => {
    expect(outline(readText(SHOP, '/schema.mig'))).toMatchInlineSnapshot(`
      "Package shop
      Module citext: extension
      Namespace audit: schema
      Enum order_status: enum
        EnumMember pending
        EnumMember paid
        EnumMember shipped
        EnumMember refunded
      TypeParameter document: json, postgres jsonb
      TypeParameter folded: text, postgres citext
      Interface timestamps: mixin
        Field created_at: timestamptz
        Field updated_at: timestamptz
      Class customers: table
        Field id: bigint
        Field email: folded
        Field first_name: text
        Field last_name: text
        Field full_name: text
        Field country: char(2)
        Field age: smallint?
        Field settings: document
        Interface include timestamps
        Array customers_search: index (\`lower(first_name)\`, last_name desc nulls last)
        Array index (settings jsonb_path_ops) using gin only postgres
        Boolean adult: check
      Class orders: table
        Field id: bigint
        Field customer_id: bigint
        Field status: order_status
        Field total: decimal(12, 2)
        Field placed_on: date
        Field order: int ["order"]
        Field index: int?
        Key orders_slot: unique key (customer_id, placed_on, order)
      Class order_lines: table
        Field order_id: bigint
        Field product_id: bigint
        Field quantity: int
        Key primary (order_id, product_id)
        Key foreign (order_id) -> orders (id) on delete cascade deferrable initially deferr… [foreign (order_id) -> orders (id) on delete cascade deferrable initially deferred]
      Class open_orders: view
      Event orders_touch: on orders
      "
    `)
  })

  test('of a revision', () => {
    expect(outline(readText(HISTORY, '/revision.mig'))).toMatchInlineSnapshot(`
      "Package revision b5fa6c4653db 'add exercises' after ab52a8c0fcb8
      Operator create enum difficulty [create enum difficulty {]
      Operator create table exercises strict [create table exercises strict {]
      Operator rename column workouts.reps_count to total_reps
      Operator rename table old_things to audit.things
      Operator add column users: avatar_url varchar(500)? backfill ''
      Operator drop column users: nickname text? default ''
      Operator alter column users: age text? to age smallint? convert \`cast(age as smallint)\` … [alter column users: age text? to age smallint? convert \`cast(age as smallint)\` revert \`cast(age as text)\`]
      Operator alter column users: email text
      Operator alter table users: strict to plain
      Operator add constraint orders: foreign orders_x_fkey (a, b) -> t (id, n) on delete casc… [add constraint orders: foreign orders_x_fkey (a, b) -> t (id, n) on delete cascade]
      Operator alter index workouts: index by_date (created_at) to index by_date (created_at d… [alter index workouts: index by_date (created_at) to index by_date (created_at desc)]
      Operator rename index workouts.a to b
      Operator alter enum order_status [alter enum order_status {]
      Operator drop table legacy [drop table legacy {]
      Operator sql 'seed default exercises' [sql 'seed default exercises' {]
      Operator sql 'one way' [sql 'one way' {]
      "
    `)
  })

  test('of what is half typed', () => {
    const text =
      'table "odd name" {\n  id bigint primary\n  na\n  unique index by_x (\n\nenum e {\n  a\n  "b c"\ntable audit.t {\n  x int'
    expect(outline(readText(text, '/schema.mig'))).toMatchInlineSnapshot(`
      "Class "odd name": table
        Field id: bigint
        Field na
        Field unique: index
        Field by_x
      Enum e: enum
        EnumMember a
        EnumMember b c ["b c"]
      Class audit.t: table
        Field x: int
      "
    `)
  })
})

test('of objects of all kinds', () => {
  const text = readFileSync(new URL('./texts/everything.mig', import.meta.url), 'utf8')
  const lines = outline(readText(text, '/schema.mig')).split('\n')
  expect(lines).toEqual(
    expect.arrayContaining([
      'TypeParameter email: domain text',
      'TypeParameter price_range: range decimal',
      '  Event own_rows: policy',
    ]),
  )
  const shown = lines.slice(lines.findIndex(line => line.startsWith('Key revoke'))).join('\n')
  expect(shown).toMatchInlineSnapshot(`
    "Key revoke execute on function show(int, text) from public
    Function add_up: function (sofar int, more int)
    Function total: aggregate (int)
    Class sorted: view
    Class totals: view
    Object plain_order: object
    Class parts: table
      Field taken: int
      Field note: text
      Array parts_taken: index (taken, note collate plain_order)
      Array parts_note: index (taken)
    Class parts_early: partition of parts
    Class parts_rest: partition of parts
    Class rooms: table
      Field during: price_range?
      Field code: text
      Key no_clash: exclusion
    Class friends: table inherits customers
      Field since: int
    "
  `)
})

test('every prefix: each symbol has a name, and its name within it', () => {
  const check = (parsed: Parsed, symbols: readonly DocumentSymbol[], end: number): void => {
    for (const { name, range, selectionRange, children = [] } of symbols) {
      expect(name).not.toBe('')
      const places = [range.start, selectionRange.start, selectionRange.end, range.end].map(at => offsetAt(parsed, at))
      expect(places, `prefix ${end}: ${name}`).toEqual([...places].sort((a, b) => a - b))
      check(parsed, children, end)
    }
  }
  for (const { parsed, end } of prefixes()) check(parsed, documentSymbols(parsed), end)
})
