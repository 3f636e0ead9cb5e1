import { describe, expect, it } from 'vitest'
import { column, foreign, nullable, primary, schema, table } from '../../build.ts'
import { hazards, one, told } from './plan.ts'

const id = column('id', 'int')
const gone = table('gone', [id], [primary('gone_pkey', 'id')])
const link = nullable('link', 'int')
const key = primary('t_pkey', 'id')
const before = schema(gone, table('t', [id, link], [key, foreign('t_link_fkey', ['link'], 'gone')]))

const DROPPED = { drops: [{ kind: 'table', name: 'gone', place: 0 }] } as const

describe('a table that goes', () => {
  it('is told of where a column keeps what pointed at it', () => {
    const hazard = one(
      hazards(before, schema(table('t', [id, link], [key])), DROPPED, ['postgres', 'sqlite']),
      'MIG242',
    )
    expect(hazard.object).toBe('t.t_link_fkey')
    expect(hazard.message).toContain('t.link keeps what pointed at its rows')
  })

  it('is not when the column goes too, or the table that holds it', () => {
    const without = { drops: [...DROPPED.drops, { kind: 'any member', in: 't', name: 'link', place: 0 }] } as const
    expect(told(hazards(before, schema(table('t', [id], [key])), without, ['postgres']))).not.toContain('MIG242')
    expect(told(hazards(before, schema(), DROPPED, ['postgres'])).join()).not.toContain('MIG242')
  })
})
