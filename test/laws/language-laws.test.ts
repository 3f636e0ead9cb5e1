import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Schema } from '../../compiler/schema/schema.ts'
import { formatText } from '../../language/format/format-text.ts'
import { readProject } from '../../language/load.ts'
import { printRevision } from '../../language/print/revision.ts'
import { printSchema } from '../../language/print/schema.ts'
import { printStep } from '../../language/print/step.ts'
import { readRevision } from '../../language/revision-text.ts'
import { arbitrarySchema } from './arbitrary-schema.ts'
import { arbitraryDivision, arbitraryRevision, arbitraryStep } from './arbitrary-step.ts'
import { messyText } from './messy-text.ts'

const PROJECT = 'project p {\n  targets postgres 14, sqlite 3.38\n}\n\n'

function readSchema(text: string): Schema {
  const loaded = readProject('/p/schema.mig', path => (path === '/p/schema.mig' ? PROJECT + text : undefined))
  expect(loaded.diagnostics.filter(diagnostic => diagnostic.severity === 'error')).toEqual([])
  return loaded.schema
}

test('reading a printed schema gives the same schema', () => {
  fc.assert(
    fc.property(arbitrarySchema, schema => {
      expect(readSchema(printSchema(schema))).toStrictEqual(schema)
    }),
    { numRuns: 300 },
  )
})

test('reading a printed step gives the same step', () => {
  fc.assert(
    fc.property(
      fc.oneof({ weight: 9, arbitrary: arbitraryStep }, { weight: 1, arbitrary: arbitraryDivision }),
      step => {
        const head = "revision a 'x'\ncreated 2026-01-05T05:30:00Z\n\n"
        const { revision, diagnostics } = readRevision(`${head}${printStep(step)}\n`, 'revision.mig')
        expect(diagnostics).toEqual([])
        expect(revision?.steps).toStrictEqual([step])
      },
    ),
    { numRuns: 1000 },
  )
})

test('reading a printed revision gives the same revision', () => {
  fc.assert(
    fc.property(arbitraryRevision, revision => {
      const read = readRevision(printRevision(revision), 'revision.mig')
      expect(read.diagnostics).toEqual([])
      expect(read.revision).toStrictEqual(revision)
    }),
    { numRuns: 200 },
  )
})

test('formatting leaves printed text as it is', () => {
  fc.assert(
    fc.property(arbitrarySchema.map(printSchema), text => {
      expect(formatText(text)).toBe(text)
    }),
    { numRuns: 200 },
  )
  fc.assert(
    fc.property(arbitraryRevision.map(printRevision), text => {
      expect(formatText(text)).toBe(text)
    }),
    { numRuns: 200 },
  )
})

test('formatting changes no meaning, and nothing the second time', () => {
  const messy = arbitrarySchema.chain(schema => messyText(printSchema(schema)).map(text => ({ schema, text })))
  fc.assert(
    fc.property(messy, ({ schema, text }) => {
      const formatted = formatText(text)
      expect(readSchema(formatted)).toStrictEqual(schema)
      expect(formatText(formatted)).toBe(formatted)
    }),
    { numRuns: 200 },
  )
})

test('a formatted revision is the same revision', () => {
  const messy = arbitraryRevision.chain(revision =>
    messyText(printRevision(revision)).map(text => ({ revision, text })),
  )
  fc.assert(
    fc.property(messy, ({ revision, text }) => {
      const formatted = formatText(text)
      expect(readRevision(formatted, 'revision.mig').revision).toStrictEqual(revision)
      expect(formatText(formatted)).toBe(formatted)
    }),
    { numRuns: 200 },
  )
})
