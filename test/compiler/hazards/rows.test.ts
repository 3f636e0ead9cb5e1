import { describe, expect, it } from 'vitest'
import type { Column } from '../../../compiler/schema/column.ts'
import type { Schema } from '../../../compiler/schema/schema.ts'
import {
  check,
  column,
  enumOf,
  enumType,
  foreign,
  index,
  nullable,
  number,
  primary,
  schema,
  table,
  text,
  type,
  unique,
} from '../../build.ts'
import { hazards, one, told } from './plan.ts'

const id = column('id', 'int')
const users = (...columns: readonly Column[]): Schema => schema(table('users', [id, ...columns]))

/** A change of one column, or of a column that is not there. */
function change(before: Column | undefined, after: Column | undefined, fill?: Parameters<typeof text>[0]) {
  const list = (one: Column | undefined) => (one === undefined ? [] : [one])
  const fills = fill === undefined ? [] : [{ in: 'users', column: 'c', value: text(fill), place: 0 }]
  return hazards(users(...list(before)), users(...list(after)), { fills })
}

describe('a new NOT NULL column', () => {
  it('that points at rows is not told to point at one that nobody knows', () => {
    const people = table('people', [id], [primary('people_pkey', 'id')])
    const owned = table(
      'users',
      [id, column('owner_id', 'int')],
      [foreign('users_owner_id_fkey', ['owner_id'], 'people')],
    )
    const found = hazards(schema(people, table('users', [id])), schema(people, owned))
    expect(one(found, 'MIG204').remedy).toBe(
      'Let the column be null: `owner_id int?`; or write `backfill` with what finds the row of people that they point at.',
    )
  })

  it('needs a value for the rows that are there', () => {
    const found = hazards(users(), users(column('phone')))
    expect(one(found, 'MIG204')).toEqual({
      code: 'MIG204',
      severity: 'error',
      object: 'users.phone',
      message:
        'The rows of users have no value for the new column users.phone, which may not be null: the migration stops at the first row.',
      remedy: "Write `phone text backfill ''` with the value for those rows, or let the column be null: `phone text?`.",
      fix: { fix: 'backfill', in: 'users', name: 'phone', value: "''" },
    })
  })

  it('has one by a default, a backfill, an identity or an expression', () => {
    const has = (more: Partial<Column>) => told(change(undefined, column('c', 'int', more)))
    expect(has({})).toContain('MIG204 users.c')
    expect(has({ default: { kind: 'null' } })).toContain('MIG204 users.c')
    expect(has({ default: number(1) })).not.toContain('MIG204 users.c')
    expect(has({ identity: { always: false } })).not.toContain('MIG204 users.c')
    expect(has({ generated: { sql: { all: 'id' }, stored: true } })).not.toContain('MIG204 users.c')
    expect(told(change(undefined, column('c'), 'x'))).not.toContain('MIG204 users.c')
  })

  it('needs none in a table that is new', () => {
    expect(told(hazards(schema(), users(column('phone'))))).toEqual([])
  })

  it('is spelled in the remedy as its line is, with a value of its type', () => {
    const remedy = (one_: Column) => one(change(undefined, one_), 'MIG204').remedy
    expect(remedy(column('c', 'bool'))).toContain('`c bool backfill false`')
    expect(remedy(column('c', type('decimal', 12, 2)))).toContain('`c decimal(12, 2) backfill 0`')
    expect(remedy(column('c', 'timestamptz'))).toContain('`c timestamptz backfill now()`')
    const mood = enumOf('mood', 'ok', 'sad')
    const found = hazards(
      schema(mood, table('users', [id])),
      schema(mood, table('users', [id, column('c', enumType('mood'))])),
    )
    expect(one(found, 'MIG204').remedy).toContain('`c mood backfill ok`')
  })

  it('concerns the database that it is limited to', () => {
    expect(one(change(undefined, column('c', 'int', { only: 'sqlite' })), 'MIG204').targets).toEqual(['sqlite'])
    expect(told(hazards(users(), users(column('c', 'int', { only: 'sqlite' })), {}, ['postgres']))).toEqual([])
  })
})

describe('a column that becomes NOT NULL', () => {
  it('needs a value for its nulls, and is read whole by Postgres', () => {
    const found = change(nullable('c'), column('c'))
    expect(told(found)).toEqual(['MIG205 users.c', 'MIG224 users.c', 'MIG227 users'])
    expect(one(found, 'MIG205').message).toContain('`select count(*) from users where c is null` counts them')
    expect(told(change(nullable('c'), column('c'), 'x'))).toEqual(['MIG224 users.c', 'MIG227 users'])
    expect(told(change(column('c'), nullable('c')))).toEqual(['MIG227 users', 'MIG236 users.c'])
  })
})

describe('dropping', () => {
  it('a table or a column is told unless it is said to be meant', () => {
    expect(told(hazards(users(), schema()))).toEqual(['MIG210 users'])
    expect(told(hazards(users(), schema(), { drops: [{ kind: 'table', name: 'users', place: 0 }] }))).toEqual([])
    const gone = (kind: 'column' | 'any member') =>
      told(
        hazards(users(nullable('c')), users(), { drops: [{ kind, in: 'users', name: 'c', place: 0 }] }, ['postgres']),
      )
    expect(told(hazards(users(nullable('c')), users(), {}, ['postgres']))).toEqual(['MIG211 users.c'])
    expect(gone('column')).toEqual([])
    expect(gone('any member')).toEqual([])
  })

  it('a NOT NULL column needs a value for the way back', () => {
    const key = schema(table('users', [id, column('c')], [unique('users_c_key', 'c')]))
    expect(told(hazards(key, users(), {}, ['postgres']))).toEqual(['MIG211 users.c', 'MIG230 users.c'])
    expect(told(hazards(users(column('c')), users(), {}, ['postgres']))).toEqual(['MIG211 users.c'])
    expect(told(change(column('c', 'int', { default: number(1) }), undefined))).not.toContain('MIG230 users.c')
    const back = {
      drops: [{ kind: 'any member', in: 'users', name: 'c', place: 0 }],
      fills: [{ in: 'users', column: 'c', value: text('x'), down: true, place: 0 }],
    } as const
    expect(told(hazards(users(column('c')), users(), back, ['postgres']))).toEqual([])
  })
})

describe('keys and checks on rows that are there', () => {
  const email = column('email')
  const plain = schema(table('users', [id, email]))

  it('tell how to find the rows that do not fit', () => {
    const query = (code: string, before: Schema, after: Schema) =>
      /`(select [^`]+)`/.exec(one(hazards(before, after), code).message)![1]
    expect(query('MIG220', plain, schema(table('users', [id, email], [unique('users_email_key', 'email')])))).toBe(
      'select email, count(*) from users where email is not null group by email having count(*) > 1',
    )
    expect(query('MIG220', plain, schema(table('users', [id, email], [primary('users_pkey', 'id', 'email')])))).toBe(
      'select id, email, count(*) from users group by id, email having count(*) > 1',
    )
    const lower = {
      name: 'u',
      unique: true,
      keys: [{ sql: { all: 'lower(email)' } }],
      where: { all: 'id > 0' },
    } as const
    expect(query('MIG220', plain, schema(table('users', [id, email], [], [lower])))).toBe(
      'select (lower(email)), count(*) from users where (id > 0) and (lower(email)) is not null group by (lower(email)) having count(*) > 1',
    )
    expect(query('MIG221', plain, schema(table('users', [id, email], [check('c', "email like '%@%'")])))).toBe(
      "select count(*) from users where not (email like '%@%')",
    )
    const orders = (...keys: ReturnType<typeof foreign>[]) =>
      schema(table('users', [id], [primary('users_pkey', 'id')]), table('order', [id, column('user_id', 'int')], keys))
    expect(query('MIG222', orders(), orders(foreign('order_user_id_fkey', ['user_id'], 'users')))).toBe(
      'select count(*) from "order" o where o.user_id is not null and not exists (select 1 from users t where t.id = o.user_id)',
    )
  })

  it('are no risk on a table that is new, or a column that is null in every row', () => {
    const keyed = schema(table('users', [id, nullable('c', 'int')], [unique('k', 'c'), foreign('f', ['c'], 'users')]))
    expect(told(hazards(schema(), keyed))).toEqual([])
    expect(told(hazards(schema(table('users', [id])), keyed, {}, ['postgres']))).toEqual([])
    const filled = schema(table('users', [id, column('c', 'int', { default: number(1) })], [unique('k', 'c')]))
    expect(told(hazards(schema(table('users', [id])), filled, {}, ['postgres']))).toEqual(['MIG220 users.k'])
  })

  it('an index lets writes wait in Postgres alone', () => {
    const indexed = schema(table('users', [id, email], [], [index('users_email_idx', 'email')]))
    expect(told(hazards(plain, indexed))).toEqual(['MIG223 users.users_email_idx'])
    expect(one(hazards(plain, indexed), 'MIG223').targets).toEqual(['postgres'])
    expect(told(hazards(plain, indexed, {}, ['sqlite']))).toEqual([])
    expect(told(hazards(schema(), indexed))).toEqual([])
  })
})

describe('a new column that has a value of its own in every row', () => {
  it('makes Postgres rewrite the table', () => {
    const rewrites = (more: Partial<Column>) =>
      told(change(undefined, column('c', 'int', more))).includes('MIG225 users.c')
    expect(rewrites({ default: { kind: 'call', name: 'uuid' } })).toBe(true)
    expect(rewrites({ default: { kind: 'sql', sql: { all: 'floor(random() * 10)' } } })).toBe(true)
    expect(rewrites({ identity: { always: false } })).toBe(true)
    expect(rewrites({ generated: { sql: { all: 'id + 1' }, stored: true } })).toBe(true)
    expect(rewrites({ generated: { sql: { all: 'id + 1' }, stored: false } })).toBe(false)
    expect(rewrites({ default: { kind: 'call', name: 'now' } })).toBe(false)
    expect(rewrites({ default: number(1) })).toBe(false)
  })
})

describe('SQLite copies a table', () => {
  it('once, whatever is changed in it', () => {
    const before = schema(table('users', [id, nullable('a'), nullable('b')]))
    const after = schema(table('users', [id, nullable('a', 'int'), column('b', 'text', { default: text('') })]))
    expect(told(hazards(before, after, {}, ['sqlite'])).filter(one_ => one_.startsWith('MIG227'))).toEqual([
      'MIG227 users',
    ])
  })

  it('but not for a simple column, a rename or an index', () => {
    expect(told(hazards(users(), users(nullable('c')), {}, ['sqlite']))).toEqual([])
    expect(told(hazards(users(), users(column('c', 'int', { default: number(0) })), {}, ['sqlite']))).toEqual([])
    const renamed = { renames: [{ kind: 'column', in: 'users', from: 'c', to: 'd', place: 0 }] } as const
    expect(told(hazards(users(nullable('c')), users(nullable('d')), renamed, ['sqlite']))).toEqual(['MIG231 users.d'])
  })

  it('for every table that holds an enum whose values change', () => {
    const holds = (name: string) => table(name, [id, column('m', enumType('mood'))])
    const found = hazards(
      schema(enumOf('mood', 'ok'), holds('a'), holds('b')),
      schema(enumOf('mood', 'ok', 'sad'), holds('a'), holds('b')),
    )
    expect(told(found)).toEqual(['MIG227 a', 'MIG227 b'])
  })
})
