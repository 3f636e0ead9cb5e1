import { describe, expect, it } from 'vitest'
import { column, enumOf, enumType, nullable, schema, table, type } from '../../build.ts'
import { hazards, one, told } from './plan.ts'

const id = column('id', 'int')

describe('a column that goes while one of a like type comes', () => {
  const before = schema(table('users', [id, column('mail', type('varchar', 200))]))
  const after = schema(table('users', [id, column('email')]))

  it('is named with the line for each reading', () => {
    expect(one(hazards(before, after), 'MIG201')).toEqual({
      code: 'MIG201',
      severity: 'error',
      object: 'users.email',
      message:
        'users.mail disappears and users.email appears: a renamed column keeps its values, a dropped one loses them.',
      remedy: 'Write `email text was mail` to keep the values, or `dropped mail` in users to drop them.',
      fix: { fix: 'rename or drop', kind: 'column', in: 'users', from: 'mail', to: 'email', others: [] },
    })
  })

  it('is settled by either line', () => {
    const renamed = { renames: [{ kind: 'column', in: 'users', from: 'mail', to: 'email', place: 0 }] } as const
    const sameType = schema(table('users', [id, column('email', type('varchar', 200))]))
    expect(told(hazards(before, sameType, renamed))).toEqual(['MIG231 users.email'])
    for (const kind of ['column', 'any member'] as const) {
      const dropped = { drops: [{ kind, in: 'users', name: 'mail', place: 0 }] }
      expect(told(hazards(before, after, dropped))).not.toContain('MIG201 users.email')
    }
  })

  it('is none when the types are not alike, the tables others, or the column computed', () => {
    expect(told(hazards(before, schema(table('users', [id, nullable('age', 'int')]))))).not.toContain(
      'MIG201 users.age',
    )
    const two = schema(table('users', [id, column('mail')]), table('posts', [id]))
    const moved = schema(table('users', [id]), table('posts', [id, nullable('mail')]))
    expect(told(hazards(two, moved)).filter(text => text.startsWith('MIG201'))).toEqual([])
    const computed = schema(
      table('users', [id, column('mail', 'text', { generated: { sql: { all: "'x'" }, stored: true } })]),
    )
    expect(told(hazards(computed, after)).filter(text => text.startsWith('MIG201'))).toEqual([])
  })

  it('is paired in the order of the columns, and names the others', () => {
    const from = schema(table('users', [id, nullable('a'), nullable('b')]))
    const to = schema(table('users', [id, nullable('x'), nullable('y')]))
    const found = hazards(from, to).filter(hazard => hazard.code === 'MIG201')
    expect(found.map(hazard => hazard.object)).toEqual(['users.x', 'users.y'])
    expect(found[0]!.message).toContain('users.a disappears and users.x (or y) appears')
    expect(found[1]!.message).toContain('users.b disappears and users.y (or x) appears')
  })

  it('tells every column that goes, also when fewer come', () => {
    const from = schema(table('users', [id, nullable('a'), nullable('b')]))
    const to = schema(table('users', [id, nullable('x')]))
    expect(told(hazards(from, to)).filter(text => text.startsWith('MIG201'))).toEqual([
      'MIG201 users.x',
      'MIG201 users.b',
    ])
  })
})

describe('a table that goes while one with similar columns comes', () => {
  const columns = [id, column('email'), nullable('phone'), column('born', 'date')]
  const before = schema(table('clients', columns))

  it('is named with the line for each reading', () => {
    const after = schema(table('customers', [...columns.slice(0, 3), nullable('notes')]))
    expect(one(hazards(before, after), 'MIG202')).toEqual({
      code: 'MIG202',
      severity: 'error',
      object: 'customers',
      message:
        'Table clients disappears and table customers appears with similar columns: a renamed table keeps its rows, a dropped one loses them.',
      remedy: 'Write `table customers was clients {` to keep the rows, or `dropped table clients` to drop them.',
      fix: { fix: 'rename or drop', kind: 'table', from: 'clients', to: 'customers', others: [] },
    })
    const dropped = { drops: [{ kind: 'table', name: 'clients', place: 0 }] } as const
    expect(told(hazards(before, after, dropped))).toEqual([])
  })

  it('is only dropped when less than half of the columns are the same', () => {
    const after = schema(table('customers', [id, nullable('notes'), nullable('a'), nullable('b')]))
    expect(told(hazards(before, after))).toEqual(['MIG210 clients'])
  })

  it('is found among thousands of tables of one kind', () => {
    const many = (prefix: string) =>
      Array.from({ length: 3000 }, (_, at) => table(`${prefix}${at}`, [id, column('name'), column(`c${at}`)]))
    const started = performance.now()
    const found = hazards(schema(...many('old')), schema(...many('new')))
    expect(performance.now() - started).toBeLessThan(2000)
    expect(found.filter(hazard => hazard.code === 'MIG202').length).toBe(3000)
    expect(found.find(hazard => hazard.object === 'new77')!.message).toContain('Table old77 disappears')
  })
})

describe('an enum that goes while one with similar values comes', () => {
  it('is named with the line for each reading', () => {
    const before = schema(enumOf('mood', 'sad', 'ok'))
    const after = schema(enumOf('feeling', 'sad', 'ok', 'fine'))
    expect(one(hazards(before, after), 'MIG203')).toMatchObject({
      object: 'feeling',
      remedy: 'Write `enum feeling was mood {` to rename it, or `dropped enum mood` to drop it.',
    })
    expect(told(hazards(before, after, { drops: [{ kind: 'enum', name: 'mood', place: 0 }] }))).toEqual([])
    expect(told(hazards(before, schema(enumOf('colour', 'red', 'sad', 'blue', 'green'))))).toEqual([])
  })
})

describe('a value of an enum', () => {
  const orders = table('orders', [id, column('status', enumType('order_status'))])
  const before = schema(enumOf('order_status', 'pending', 'sent', 'cancelled'), orders)
  const enumKey = 'order_status'

  it('that goes while another comes is named with the line for each reading', () => {
    const after = schema(enumOf('order_status', 'pending', 'shipped', 'cancelled'), orders)
    expect(one(hazards(before, after), 'MIG206')).toMatchObject({
      severity: 'error',
      object: 'order_status.sent',
      message:
        'order_status.sent disappears and order_status.shipped appears: a renamed value stays in its rows under the new name, a removed one must leave them.',
      remedy:
        'Write `shipped was sent` to rename it, `removed sent -> VALUE` to move its rows to another value, or `removed sent` if no row holds it.',
    })
    expect(told(hazards(before, after))).not.toContain('MIG207 order_status.sent')
    const renamed = { renames: [{ kind: 'enum value', in: enumKey, from: 'sent', to: 'shipped', place: 0 }] } as const
    expect(told(hazards(before, after, renamed))).toEqual(['MIG227 orders', 'MIG231 order_status.shipped'])
    const removed = { moves: [{ in: enumKey, value: 'sent', place: 0 }] }
    expect(told(hazards(before, after, removed))).not.toContain('MIG206 order_status.sent')
  })

  it('that goes alone must say what becomes of its rows', () => {
    const after = schema(enumOf('order_status', 'pending', 'sent'), orders)
    expect(one(hazards(before, after), 'MIG207')).toMatchObject({
      severity: 'error',
      object: 'order_status.cancelled',
      message:
        "order_status loses 'cancelled', which rows may hold in orders.status. `select count(*) from orders where status = 'cancelled'` counts them.",
      remedy:
        'Write `removed cancelled -> pending` in the enum with the value that its rows get, or `removed cancelled` if no row holds it.',
    })
    const moved = { moves: [{ in: enumKey, value: 'cancelled', to: 'sent', place: 0 }] }
    expect(told(hazards(before, after, moved))).toEqual(['MIG226 order_status', 'MIG227 orders'])
    expect(told(hazards(before, after, { moves: [{ in: enumKey, value: 'cancelled', place: 0 }] }))).not.toContain(
      'MIG207 order_status.cancelled',
    )
  })

  it('may go when no column holds the enum', () => {
    const unused = (...values: string[]) =>
      schema(enumOf('mood', ...values), orders, enumOf('order_status', 'pending', 'sent', 'cancelled'))
    expect(told(hazards(unused('sad', 'ok'), unused('sad')))).toEqual([])
  })

  it('that comes costs Postgres nothing, and moving one a rewrite', () => {
    const grown = schema(enumOf('order_status', 'new', 'pending', 'sent', 'cancelled'), orders)
    expect(told(hazards(before, grown, {}, ['postgres']))).toEqual([])
    const moved = schema(enumOf('order_status', 'sent', 'pending', 'cancelled'), orders)
    expect(told(hazards(before, moved, {}, ['postgres']))).toEqual(['MIG226 order_status'])
  })
})
