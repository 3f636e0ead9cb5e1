import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TEXTS } from './texts.ts'
import { tokenize } from './tokenize.ts'

const OPENINGS = [
  ['nothing', ''],
  ['a table', 'table a {\n  id int primary\n'],
  ['an enum', 'enum a {\n  b\n'],
  ['a project', 'project a {\n  targets postgres 14,\n'],
  ['an import', 'import { a,\n'],
  ['a trigger', 'trigger a on b {\n  postgres `x`\n'],
  ['a revision', "revision a 'b' after c,\n"],
  ['a step', "sql 'a' {\n  up `x`\n"],
  ['an alter', 'alter enum a {\n  b\n} to {\n  c\n'],
] as const

const BROKEN = [
  '',
  '  name',
  '  name text default',
  "  name text default 'never closed",
  "  name text default E'never \\' closed",
  '  "never closed text',
  '  name decimal(12',
  '  name decimal(12, ',
  '  name text, postgres',
  '  name text,',
  '  name text check `never closed',
  "  name text check `never 'closed",
  '  name text check `never /* closed',
  '  name text check `never $$ closed',
  '  name text check `never "closed',
  '  name text check `a ``',
  '  primary (a, b',
  '  index (a,',
  '  index (`lower(a',
  '  index (a) with (fillfactor =',
  '  foreign (a) -> b (c',
  '  a int identity (start 1',
  '  a int -> b on delete set',
  '  removed a ->',
  '  a was',
  '  include',
  '  -> } (',
  '}}',
  '( [ {',
  'tabel b {',
  '  ??? \\ @ ;',
  '-- a comment of SQL',
  '/// a comment of nothing',
  'view v =',
  'type t =',
  'alter column a:',
  'alter column a: b text to',
  'rename',
]

const HEADS = ['table x {', 'enum x {', 'mixin x {', 'table x strict was y { // z', 'view x = `select 1`']

describe.each(OPENINGS)('inside of %s', (_, opening) => {
  test.each(BROKEN)('after `%s` a declaration is one', line => {
    for (const head of HEADS) {
      const tokens = tokenize(`${opening}${line}\n${head}\n  id int primary\n}\n`)
      const offset = opening.length + line.length + 1
      const word = tokens.find(token => token.offset === offset)
      expect([head, word?.text, word?.scopes]).toEqual([head, head.split(' ')[0], ['keyword.declaration.mig']])
      expect(tokens.find(token => token.offset > offset && token.text === 'x')?.scopes[0]).toMatch(
        /^entity\.name\.type/,
      )
    }
  })
})

/** A text with a hole: what is left when somebody is in the middle of it. */
const TORN = fc
  .tuple(fc.constantFrom(...TEXTS.values()), fc.nat(), fc.nat(40), fc.nat())
  .map(([text, from, length, end]) => {
    const start = from % (text.length + 1)
    return text.slice(0, start) + text.slice(start + length, start + length + (end % 400))
  })

test('whatever stands before, a declaration is one', () => {
  fc.assert(
    fc.property(TORN, text => {
      const before = `${text}\n*/\n`
      const word = tokenize(`${before}table x {\n`).find(token => token.offset === before.length)
      expect(word?.scopes).toEqual(['keyword.declaration.mig'])
    }),
    { numRuns: 1000 },
  )
})

test('SQL that has lines like declarations stays SQL', () => {
  const text = 'view v = `\ntable x\n  create table y (\nview\n`\ntable z {\n}\n'
  const scopes = (word: string) => tokenize(text).find(token => token.offset === text.indexOf(word))?.scopes
  expect(scopes('table x')).toEqual(['meta.embedded.block.sql', 'keyword.other.sql'])
  expect(scopes('view\n')).toEqual(['meta.embedded.block.sql', 'keyword.other.sql'])
  expect(scopes('table z')).toEqual(['keyword.declaration.mig'])
})
