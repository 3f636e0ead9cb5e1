import fc from 'fast-check'
import { expect, test } from 'vitest'
import { redactUrl } from '../../database/redact-url.ts'

test.each([
  ['postgres://user:secret@host/db', 'postgres://user:***@host/db'],
  ['postgres://user@host:5432/db?sslmode=require', 'postgres://user@host:5432/db?sslmode=require'],
  ['postgres://user:s%40cr%2Fet@host/db', 'postgres://user:***@host/db'],
  ['postgres://user:se@cret@host/db', 'postgres://user:***@host/db'],
  ['postgres://user:se/cret@host/db', 'postgres://user:***@host/db'],
  ['postgres://user:12#cret@host/db', 'postgres://user:***@host/db'],
  ['postgres://user:12?cret@host/db', 'postgres://user:***@host/db'],
  ['postgres://user:secret@/db?host=/run', 'postgres://user:***@/db?host=/run'],
  ['postgres://host/db?user=u&password=se@cret&x=1', 'postgres://host/db?user=u&password=***&x=1'],
  ['postgres://u:secret@h/db?sslpassword=other', 'postgres://u:***@h/db?sslpassword=***'],
  ['postgres://user:secret', 'postgres://user:***'],
  ['postgres://user:secret/db', 'postgres://user:***'],
  ['postgres:secret@host/db', 'postgres:***@host/db'],
  ['user:secret@host/db', 'user:***@host/db'],
  ["host=h password='se cret' dbname=d", 'host=h password=*** dbname=d'],
  ['mysql://user:secret@host/db', 'mysql://user:***@host/db'],
  ['postgres://host:5432/db', 'postgres://host:5432/db'],
  ['postgres://[::1]:5432/db', 'postgres://[::1]:5432/db'],
  ['sqlite:/data/a@b.db', 'sqlite:/data/a@b.db'],
])('%s', (url, printed) => {
  expect(redactUrl(url)).toBe(printed)
})

test('no password is ever printed, whatever is in it and however it is written', () => {
  const signs = fc.constantFrom(...'aZ9@:/?#%&=+ \'"\\[]<>.-_~!$*(),;|^`{}ü🙂\n')
  const password = fc.string({ unit: signs, minLength: 1, maxLength: 12 }).map(middle => `KEY${middle}KEY`)
  const write = fc.constantFrom(
    (text: string) => `postgres://user:${text}@host:5432/db?sslmode=require`,
    (text: string) => `postgresql://user:${text}@host`,
    (text: string) => `postgres://:${text}@host/db`,
    (text: string) => `postgres+driver://user:${text}@host/db`,
  )
  fc.assert(
    fc.property(password, write, fc.boolean(), (text, form, isEncoded) => {
      const printed = redactUrl(form(isEncoded ? encodeURIComponent(text) : text))
      expect(printed).not.toContain('KEY')
      expect(printed).toContain('***@host')
    }),
    { numRuns: 2000 },
  )
  fc.assert(
    fc.property(password, text => {
      const url = `postgres://host/db?user=u&password=${encodeURIComponent(text)}&sslmode=require`
      expect(redactUrl(url)).toBe('postgres://host/db?user=u&password=***&sslmode=require')
    }),
  )
})
