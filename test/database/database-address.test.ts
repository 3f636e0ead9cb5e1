import { expect, test } from 'vitest'
import { pathOf, readDatabaseAddress } from '../../database/database-address.ts'
import { failureOf } from './failure-of.ts'

test.each([
  'postgres://localhost/shop',
  'postgresql://app:p%40ss%2Fw%23d@db.example.com:5433/shop?sslmode=require',
  'postgres://app:p@ss@localhost/shop',
  'postgres://app:secret@/shop?host=/var/run/postgresql',
  'postgres://[::1]:5432/shop',
  'postgres:///shop',
])('%s is a Postgres database, and stays as it is', url => {
  expect(readDatabaseAddress(url, '/shop')).toEqual({ dialect: 'postgres', url })
})

test.each([
  ['sqlite:app.db', '/shop/app.db'],
  ['sqlite:../data/it is.db', '/data/it is.db'],
  ['sqlite:/data/app.db', '/data/app.db'],
  [' SQLITE:app.db\n', '/shop/app.db'],
])('the path of %s is taken from the folder', (text, path) => {
  const address = readDatabaseAddress(text, '/shop')
  expect(address).toEqual({ dialect: 'sqlite', url: `sqlite:${path}` })
  expect(pathOf(address)).toBe(path)
})

test.each([
  ['mysql://u:secret@h/d', 'MIG433', "Mig knows no database behind 'mysql:'."],
  ['postgresql+psycopg2://u:secret@h/d', 'MIG433', 'Mig needs no name of a driver: write postgresql: instead'],
  ['app.db', 'MIG433', "'app.db' is no URL of a database."],
  ['', 'MIG433', "'' is no URL of a database."],
  ['host=h password=secret', 'MIG433', "'host=h password=***' is no URL of a database."],
  ['postgres://u:12/secret@h/d', 'MIG434', "The URL 'postgres://u:***@h/d' does not hold together."],
  ['postgres://u:12#secret@h/d', 'MIG434', '%23'],
  ['postgres://u:12?secret@h/d', 'MIG434', '%3F'],
  ['postgres://u:secret%@h/d', 'MIG434', '%25'],
  ['postgres://u:secret@h:port/d', 'MIG434', 'postgres://u:***@h:port/d'],
  ['postgres:secret@h/d', 'MIG434', 'postgres:***@h/d'],
  ['postgres://u:secret', 'MIG434', 'postgres://u:***'],
  ['sqlite:///app.db', 'MIG434', 'Write sqlite:app.db for a path from here, or sqlite:/app.db for one from the root.'],
  ['sqlite:app.db?mode=ro', 'MIG434', 'no parameters'],
  ['sqlite:', 'MIG434', 'Write sqlite:PATH'],
  ['sqlite::memory:', 'MIG436', 'A database in memory is gone'],
])('%s is refused', async (url, code, text) => {
  const failure = await failureOf(() => readDatabaseAddress(url, '/shop'))
  expect(failure).toMatchObject({ code, exit: 2 })
  expect(`${failure.message} ${failure.remedy}`).toContain(text)
  expect(JSON.stringify([failure.message, failure.remedy, failure.facts, failure.stack])).not.toContain('secret')
})
