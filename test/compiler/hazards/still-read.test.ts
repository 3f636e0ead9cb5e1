import { DatabaseSync } from 'node:sqlite'
import { PGlite } from '@electric-sql/pglite'
import { expect, test } from 'vitest'
import type { DialectName } from '../../../compiler/schema/dialect.ts'
import type { View } from '../../../compiler/schema/objects.ts'
import type { Schema } from '../../../compiler/schema/schema.ts'
import { column, primary, qname, schema, table } from '../../build.ts'
import { hazards, one, told } from './plan.ts'

const payments = table('payments', [column('id', 'int')], [primary('payments_pkey', 'id')])
const revenue: View = { name: qname('revenue'), sql: { all: 'select count(*) as n from Payments p' } }
const total: View = { name: qname('total'), sql: { all: 'select n from revenue' } }
const withViews = (base: Schema, ...views: readonly View[]): Schema => ({
  ...base,
  views: new Map(views.map(view => [view.name.name, view])),
})
const found = (before: Schema, after: Schema, targets?: readonly DialectName[]) => {
  const drops = [
    { kind: 'table', name: 'payments', place: 0 },
    { kind: 'view', name: 'revenue', place: 1 },
  ] as const
  return hazards(before, after, { drops }, targets)
}

test('a view that stays reads a table that goes, whatever the case of the letters', () => {
  const hazard = one(found(withViews(schema(payments), revenue), withViews(schema(), revenue)), 'MIG243')
  expect(hazard).toMatchObject({ severity: 'error', object: 'revenue' })
  expect(hazard.message).toBe('The view revenue uses payments, which is dropped.')
})

test('a view on a view that goes, and a trigger, are told of as well', () => {
  expect(told(found(withViews(schema(payments), revenue, total), withViews(schema(payments), total)))).toContain(
    'MIG243 total',
  )
  const notes = table('notes', [column('id', 'int')], [primary('notes_pkey', 'id')])
  const trigger = {
    name: 'noted',
    table: qname('notes'),
    sql: { sqlite: 'after insert begin delete from payments; end' },
    only: 'sqlite',
  } as const
  const withTrigger = (base: Schema): Schema => ({ ...base, triggers: new Map([['notes.noted', trigger]]) })
  const hazard = one(found(withTrigger(schema(payments, notes)), withTrigger(schema(notes))), 'MIG243')
  expect(hazard).toMatchObject({ object: 'notes.noted', targets: ['sqlite'] })
})

test('nothing, when the view goes too, or is changed, or the table goes where the view is not', () => {
  const before = withViews(schema(payments), revenue)
  const told243 = (after: Schema) => told(found(before, after)).filter(line => line.startsWith('MIG243'))
  expect(told243(schema())).toEqual([])
  expect(told243(withViews(schema(), { ...revenue, sql: { all: 'select 1 as n' } }))).toEqual([])
  expect(told243(withViews(schema(payments), revenue))).toEqual([])
  const apart = { ...payments, only: 'sqlite' } as const
  const there = { ...revenue, only: 'postgres' } as const
  expect(told(found(withViews(schema(apart), there), withViews(schema(), there))).join()).not.toContain('MIG243')
})

test('Postgres refuses the drop; SQLite lets it be, and the next rename fails', async () => {
  const text = 'create table payments (id int primary key); create view revenue as select count(*) as n from payments'
  const db = await PGlite.create()
  await db.exec(text)
  await expect(db.exec('drop table payments')).rejects.toMatchObject({ code: '2BP01' })
  await db.close()
  const sqlite = new DatabaseSync(':memory:')
  sqlite.exec(`${text}; create table other (id int); drop table payments`)
  expect(() => sqlite.exec('alter table other rename to another')).toThrow(/no such table: main.payments/)
  sqlite.close()
})
