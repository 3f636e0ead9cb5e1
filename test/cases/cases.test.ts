import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { dialects } from '../../compiler/dialects/dialects.ts'
import { definitions } from '../../compiler/steps/definitions/definitions.ts'
import { pgliteEngine } from '../engines/pglite.ts'
import { postgresEngine } from '../engines/postgres.ts'
import { sqliteEngine } from '../engines/sqlite.ts'
import type { TestEngine } from '../engines/test-engine.ts'
import { travel } from '../laws/engine-law.ts'
import { printCase, WRITTEN } from './case-file.ts'
import { CASES, openCase } from './open-case.ts'
import { expectedSections } from './plan-case.ts'

const folder = import.meta.dirname

describe('every case gives the steps, the SQL and the hazards that it shows', () => {
  test.each(CASES)('%s', name => {
    const { file, planned } = openCase(name)
    const written = [...file.sections].filter(([section]) => (WRITTEN as readonly string[]).includes(section))
    const actual = printCase({
      title: file.title,
      sections: new Map([...written, ...expectedSections(planned)]),
    })
    if (process.env.UPDATE) writeFileSync(join(folder, name), actual)
    else expect(readFileSync(join(folder, name), 'utf8')).toBe(actual)
  })
})

test('every kind of step stands in a case, but for SQL by hand, which no schema asks for', () => {
  const seen = new Set<string>(CASES.flatMap(name => openCase(name).planned.plan.steps.map(step => step.kind)))
  expect(Object.keys(definitions).filter(kind => !seen.has(kind))).toEqual(['sql'])
})

const engines: readonly { name: string; start: () => Promise<TestEngine> }[] = [
  { name: 'pglite', start: pgliteEngine },
  { name: 'postgres 18', start: () => postgresEngine(18) },
  { name: 'postgres 13', start: () => postgresEngine(13) },
  { name: 'sqlite', start: () => sqliteEngine('file') },
]

describe.each(engines)('every case goes up, down and up again with its rows on $name', ({ start }) => {
  let engine: TestEngine | undefined
  afterAll(() => engine?.close())
  test.each(CASES)('%s', async name => {
    engine ??= await start()
    const { file, planned } = openCase(name)
    const { before, after, plan, targets, version, refused } = planned
    if (refused || !targets.includes(engine.dialect) || (version === 18 && engine.name === 'postgres 13')) return
    const rows = [file.sections.get('rows'), file.sections.get(`rows ${engine.dialect}`)].filter(
      text => text !== undefined,
    )
    await travel(engine, dialects[engine.dialect], { before, after, steps: plan.steps, rows })
  })
})
