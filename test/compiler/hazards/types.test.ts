import { describe, expect, it } from 'vitest'
import type { Type } from '../../../compiler/schema/type.ts'
import { column, enumOf, enumType, nullable, schema, table, type } from '../../build.ts'
import { hazards, one, told } from './plan.ts'

function change(
  from: Type | string,
  to: Type | string,
  converts: readonly object[] = [],
  targets?: Parameters<typeof hazards>[3],
) {
  const users = (of: Type | string) => schema(enumOf('mood', 'ok', 'sad'), table('users', [nullable('c', of)]))
  const hints = { converts: converts.map(convert => ({ in: 'users', column: 'c', place: 0, ...convert })) }
  return hazards(users(from), users(to), hints as unknown as Parameters<typeof hazards>[2], targets)
}

describe('a change of type', () => {
  it('that no cast makes needs an expression, and the remedy has one to begin with', () => {
    const found = one(change('text', 'smallint'), 'MIG208')
    expect(found).toEqual({
      code: 'MIG208',
      severity: 'error',
      object: 'users.c',
      message: 'users.c changes from text to smallint: Postgres does not turn the values by itself.',
      remedy:
        'Write `c smallint? convert `cast(c as smallint)` revert `cast(c as text)`` with expressions that fit the values.',
      fix: {
        fix: 'convert',
        in: 'users',
        name: 'c',
        convert: { all: 'cast(c as smallint)' },
        revert: { all: 'cast(c as text)' },
      },
    })
    expect(one(change('text', 'int', [], ['sqlite']), 'MIG208').message).toBe(
      'users.c changes from text to int: SQLite keeps what it cannot turn, so that the column holds values of the old form.',
    )
    expect(told(change('text', 'smallint', [{ convert: { all: 'cast(c as smallint)' } }]))).not.toContain(
      'MIG208 users.c',
    )
    const half = one(change('text', 'smallint', [{ convert: { postgres: 'c::smallint' } }]), 'MIG208')
    expect(half.targets).toEqual(['sqlite'])
  })

  it('between bools, numbers and enums has an expression for each database', () => {
    const remedy = (from: Type | string, to: Type | string) => one(change(from, to), 'MIG208').remedy
    expect(remedy('int', 'bool')).toContain('convert `c <> 0` revert `case when c then 1 else 0 end`')
    expect(remedy('bool', 'int')).toContain('convert `case when c then 1 else 0 end` revert `c <> 0`')
    expect(remedy('text', enumType('mood'))).toContain(
      'convert postgres `cast(c as mood)` sqlite `c` revert `cast(c as text)`',
    )
  })

  it('that is free is no hazard', () => {
    expect(told(change(type('varchar', 10), type('varchar', 20), [], ['postgres']))).toEqual([])
    expect(told(change(type('varchar', 10), 'text', [], ['postgres']))).toEqual([])
    expect(told(change(type('decimal', 10, 2), type('decimal', 12, 2), [], ['postgres']))).toEqual([])
  })

  it('that narrows tells the query that counts what does not fit', () => {
    const found = one(change('text', type('varchar', 20)), 'MIG212')
    expect(found.message).toContain('a value longer than 20 characters in a row of users makes the migration fail')
    expect(found.remedy).toContain('`select count(*) from users where char_length(c) > 20`')
    expect(found.targets).toEqual(['postgres'])
    expect(one(change('bigint', 'int'), 'MIG212').remedy).toContain('where c not between -2147483648 and 2147483647')
    expect(one(change(type('decimal', 12, 2), type('decimal', 6, 2)), 'MIG212').remedy).toContain('where abs(c) >= 1e4')
    expect(told(change('int', 'bigint'))).not.toContain('MIG212 users.c')
  })

  it('that changes values says how', () => {
    expect(one(change(type('decimal', 12, 4), type('decimal', 12, 2)), 'MIG213').message).toContain(
      'values are rounded to 2 decimal places, without an error and for good',
    )
    expect(told(change('timestamp', 'date'))).toContain('MIG213 users.c')
    const own = { convert: { all: 'c' }, revert: { all: 'c' } }
    expect(told(change('timestamp', 'date', [own]))).not.toContain('MIG213 users.c')
  })

  it('that rewrites the table is told for Postgres', () => {
    expect(told(change('int', 'bigint'))).toContain('MIG214 users.c')
    expect(told(change('int', 'bigint', [], ['sqlite']))).not.toContain('MIG214 users.c')
    expect(one(change('text', 'citext', [], ['postgres']), 'MIG214').message).toContain(
      'builds the indexes on users.c again',
    )
    expect(one(change('timestamp', 'timestamptz'), 'MIG214').message).toContain('writes all rows of users anew')
    const raw = one(
      change({ kind: 'raw', sql: 'geometry' }, { kind: 'raw', sql: 'geography' }, [], ['postgres']),
      'MIG214',
    )
    expect(raw.message).toContain('unless it knows the two types to be stored alike')
  })

  it('tells what undoing it would lose', () => {
    expect(one(change('date', 'timestamp', [], ['postgres']), 'MIG233').message).toBe(
      'Undoing the change of users.c would lose the old form of users.c: values lose the time of day.',
    )
    expect(told(change(type('varchar', 10), type('varchar', 20), [], ['postgres']))).toEqual([])
  })

  it('needs an expression for the way back where Postgres has no cast', () => {
    const forth = { convert: { all: 'extract(epoch from c)::int' } }
    expect(told(change('date', 'int', [forth], ['postgres']))).toContain('MIG234 users.c')
    expect(told(change('date', 'int', [{ ...forth, revert: { all: 'null' } }], ['postgres']))).not.toContain(
      'MIG234 users.c',
    )
    expect(told(change('int', 'text', [], ['postgres']))).not.toContain('MIG234 users.c')
  })

  it('is no hazard in a column that is computed', () => {
    const computed = (of: string) =>
      schema(table('users', [column('c', of, { generated: { sql: { all: "'1'" }, stored: true } })]))
    expect(
      told(hazards(computed('text'), computed('int'), {}, ['postgres'])).filter(text => /MIG2(08|1\d)/.test(text)),
    ).toEqual([])
  })
})
