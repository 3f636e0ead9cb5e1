import { describe, expect, test } from 'vitest'
import { renameRelation, renameType } from '../../../compiler/sql/rename.ts'

describe('types that share their names with those of the database', () => {
  test('a table of that name is not meant by a cast', () => {
    const sql = 'select cast(a as date), b::"text" from date'
    expect(renameRelation(sql, { name: 'date' }, { name: 'days' })).toBe('select cast(a as date), b::"text" from days')
    expect(renameRelation(sql, { name: 'text' }, { name: 'texts' })).toBe(sql)
  })

  test('with its schema it is', () => {
    const sql = 'cast(a as public.money)'
    expect(renameType(sql, { name: 'money' }, { name: 'coins' })).toBe('cast(a as public.coins)')
  })
})
