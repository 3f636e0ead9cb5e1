import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { planChange } from '../../compiler/compile.ts'
import { postgres } from '../../compiler/dialects/postgres/postgres.ts'
import { sqlite } from '../../compiler/dialects/sqlite/sqlite.ts'
import { pgliteEngine } from '../engines/pglite.ts'
import { postgresEngine } from '../engines/postgres.ts'
import { sqliteEngine } from '../engines/sqlite.ts'
import type { TestEngine } from '../engines/test-engine.ts'
import { asksOfOldRows, travel } from './engine-law.ts'
import { lawSeed } from './law-seed.ts'
import { editSchema } from './random-edits.ts'
import { randomRows } from './random-rows.ts'
import { randomSchema } from './random-schema.ts'
import { Tape, tapes } from './tape.ts'

/** PGlite is the Postgres of the one real server; no journey is made on two of them. */
const runs = Number(process.env.MIG_LAW_RUNS ?? 240)
const seed = lawSeed
const started: TestEngine[] = []
afterAll(async () => {
  for (const engine of started) await engine.close()
})

const engines = [
  { name: 'pglite', dialect: postgres, share: 2, start: () => pgliteEngine() },
  { name: 'postgres 18', dialect: postgres, share: 8, start: () => postgresEngine(18) },
  { name: 'postgres 13', dialect: postgres, share: 4, start: () => postgresEngine(13) },
  { name: 'sqlite', dialect: sqlite, share: 1, start: () => sqliteEngine() },
]

describe.each(engines)('on $name', ({ dialect, share, start }) => {
  test('up reaches the wanted schema, down the old one, and rows keep their values', {
    timeout: 3_000_000,
  }, async () => {
    const engine = await start()
    started.push(engine)
    const property = fc.asyncProperty(tapes(150), tapes(80), tapes(60), async (first, second, third) => {
      const before = randomSchema(new Tape(first))
      const { after, hints } = editSchema(before, new Tape(second))
      const rows = randomRows(before, dialect.name, new Tape(third))
      const { steps, hazards } = planChange({ before, after, hints, targets: [dialect.name] })
      fc.pre(!hazards.some(hazard => hazard.severity === 'error') && !asksOfOldRows(steps))
      await travel(engine, dialect, { before, after, steps, rows })
    })
    const result = await fc.check(property, {
      numRuns: Math.ceil(runs / share),
      seed: seed + share,
      endOnFailure: true,
    })
    const { failed, errorInstance } = result
    expect(
      failed,
      `${fc.defaultReportMessage(result) ?? ''}\n${errorInstance instanceof Error ? errorInstance.message : ''}`,
    ).toBe(false)
  })
})
