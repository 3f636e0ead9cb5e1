import { describe, expect, it } from 'vitest'
import type { Column } from '../../../compiler/schema/column.ts'
import type { Constraint } from '../../../compiler/schema/constraint.ts'
import type { Index } from '../../../compiler/schema/table-index.ts'
import { check, column, foreign, index, nullable, number, primary, schema, table, unique } from '../../build.ts'
import { hazards, one, told } from './plan.ts'

const id = column('id', 'int')
const key = primary('t_pkey', 'id')
const parent = table('parent', [id], [primary('parent_pkey', 'id')])

function holder(columns: readonly Column[], constraints: readonly Constraint[] = [], indexes: readonly Index[] = []) {
  return schema(parent, table('t', [id, column('other', 'int'), ...columns], [key, ...constraints], indexes))
}

const meant = { drops: [{ kind: 'any member', in: 't', name: 'c', place: 0 }] } as const
const c = column('c', 'int')

describe('a NOT NULL column that is dropped', () => {
  const back = (constraints: readonly Constraint[], indexes: readonly Index[] = [], hints = {}) =>
    hazards(holder([c], constraints, indexes), holder([]), { ...meant, ...hints }, ['postgres'])

  it('comes back with a plain value, of which nobody complains', () => {
    expect(told(back([]))).toEqual([])
    expect(told(back([check('positive', 'other > 0')]))).toEqual([])
    expect(told(back([], [index('t_c_idx', 'c')]))).toEqual([])
  })

  it('is told when a check on it may not allow that value', () => {
    const hazard = one(back([check('positive', 'c > 0')]), 'MIG235')
    expect(hazard).toMatchObject({
      object: 't.c',
      message: 'The way back gives every row 0 in t.c, which the check positive may not allow: it stops there if so.',
      remedy: 'Write `dropped c backfill V` in t with a value that passes.',
    })
    expect(told(back([check('positive', '"c" > 0 and other > 0')]))).toEqual(['MIG235 t.c'])
  })

  it('is told when a key over it and other columns would hold duplicates', () => {
    expect(one(back([unique('slot', 'other', 'c')]), 'MIG235').message).toContain('makes rows alike for the key slot')
    const unused: Index = { ...index('t_slot', 'other', 'c'), unique: true }
    expect(one(back([], [unused]), 'MIG235').message).toContain('t_slot')
  })

  it('is not told when somebody said what rows get', () => {
    const fills = [{ in: 't', column: 'c', value: number(1), down: true, place: 0 }]
    expect(told(back([check('positive', 'c > 0')], [], { fills }))).toEqual([])
  })

  it('has no plain value when it points at another table or is a key alone: the way back stops', () => {
    expect(told(back([foreign('t_c_fkey', ['c'], 'parent')]))).toEqual(['MIG230 t.c'])
    expect(told(back([unique('t_c_key', 'c')]))).toEqual(['MIG230 t.c'])
  })
})

describe('a column that becomes nullable', () => {
  const relaxed = (constraints: readonly Constraint[] = []) =>
    hazards(holder([c], constraints), holder([nullable('c', 'int')], constraints), {}, ['postgres'])

  it('is told, since its nulls become a value on the way back', () => {
    expect(told(relaxed())).toEqual(['MIG236 t.c'])
    expect(one(relaxed(), 'MIG236')).toMatchObject({
      message:
        't.c may be null from now on: on the way back rows that hold null in it get 0, and which they were is lost.',
      remedy:
        'Write `backfill V` behind `c int` in its step of revision.mig if another value fits better, and run mig compile again.',
    })
  })

  it('says which check or key may refuse that value', () => {
    expect(one(relaxed([check('positive', 'c > 0')]), 'MIG236').message).toContain('get 0, unless positive refuses it,')
  })

  it('says that the way back stops where no value can be right', () => {
    expect(one(relaxed([foreign('t_c_fkey', ['c'], 'parent')]), 'MIG236').message).toBe(
      't.c may be null from now on: the way back stops when a row of t holds null in it. `select count(*) from t where c is null` counts them.',
    )
  })
})

describe('names that change places', () => {
  const swap = (kind: 'column' | 'table', from: string, to: string) =>
    ({ kind, ...(kind === 'column' && { in: 't' }), from, to, place: 0 }) as const

  it('are told as they are written, not by the name on the way', () => {
    const before = holder([column('a'), column('b')])
    const renames = [swap('column', 'a', 'b'), swap('column', 'b', 'a')]
    const found = hazards(before, before, { renames }, ['postgres'])
    expect(found.map(({ object, message }) => `${object}: ${message.split(':')[0]}`)).toEqual([
      't.a: The column t.b becomes a',
      't.b: The column t.a becomes b',
    ])
    const tables = schema(table('x', [id]), table('y', [id]))
    const moved = hazards(tables, tables, { renames: [swap('table', 'x', 'y'), swap('table', 'y', 'x')] }, ['postgres'])
    expect(told(moved).toSorted()).toEqual(['MIG231 x', 'MIG231 y'])
    expect(JSON.stringify([found, moved])).not.toContain('__mig_')
  })

  it('are told one by one in a chain', () => {
    const before = holder([column('a'), column('b')])
    const after = holder([column('b'), column('c')])
    const renames = [swap('column', 'a', 'b'), swap('column', 'b', 'c')]
    expect(told(hazards(before, after, { renames }, ['postgres'])).toSorted()).toEqual(['MIG231 t.b', 'MIG231 t.c'])
  })
})

describe('an extension', () => {
  const extended = (name?: string) => ({
    ...schema(parent),
    extensions: new Map(name === undefined ? [] : [[name, { name }]]),
  })

  it('is dropped with what it keeps, up or by undoing its creation', () => {
    expect(one(hazards(extended('postgis'), extended()), 'MIG215').targets).toEqual(['postgres'])
    expect(one(hazards(extended(), extended('postgis')), 'MIG233').message).toContain('even if it was there before')
    expect(told(hazards(extended(), extended('postgis'), {}, ['sqlite']))).toEqual([])
  })
})
