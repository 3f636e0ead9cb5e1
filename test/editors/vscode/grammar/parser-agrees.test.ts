import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BUILTIN_TYPES } from '../../../../compiler/schema/builtin-types.ts'
import { parseText } from '../../../../language/parse.ts'
import { printRevision } from '../../../../language/print/revision.ts'
import { printSchema } from '../../../../language/print/schema.ts'
import { arbitrarySchema } from '../../../laws/arbitrary-schema.ts'
import { arbitraryRevision } from '../../../laws/arbitrary-step.ts'
import { disagreements } from './disagreements.ts'
import { TEXTS } from './texts.ts'
import { openRules } from './tokenize.ts'

const TYPE_NAMED = new RegExp(
  String.raw`^to (?:schema|extension|sequence|domain|composite|range|object|inherits|using|tablespace) (?:${[...BUILTIN_TYPES].join('|')})\b`,
  'm',
)

test('there are texts', () => {
  expect(TEXTS.size).toBeGreaterThan(200)
})

test.each([...TEXTS])('%s: every word has the colour of what it is for the parser', (_, text) => {
  expect(parseText(text, 'f').errors).toEqual([])
  expect(disagreements(text)).toEqual([])
  expect(openRules(`${text}\n`)).toBe(1)
})

test('the same for any schema that is printed', () => {
  fc.assert(
    fc.property(arbitrarySchema, schema => {
      expect(disagreements(printSchema(schema))).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('the same for any revision that is printed', () => {
  fc.assert(
    fc.property(arbitraryRevision, revision => {
      const text = printRevision(revision)
      // A schema called `name` or `date` could be a column of that type, for one who sees a line at a time.
      fc.pre(!TYPE_NAMED.test(text))
      expect(disagreements(text)).toEqual([])
    }),
    { numRuns: 500 },
  )
})
