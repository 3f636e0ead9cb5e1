import { afterAll, expect, test } from 'vitest'
import { planChange } from '../../../compiler/compile.ts'
import { render } from '../../../compiler/dialects/postgres/render.ts'
import { NO_HINTS } from '../../../compiler/diff/hints.ts'
import { invertSteps } from '../../../compiler/steps/invert.ts'
import { pgliteEngine } from '../../engines/pglite.ts'
import type { TestEngine } from '../../engines/test-engine.ts'
import { loadDeclarations } from '../../language/load-text.ts'

let engine: TestEngine | undefined
afterAll(() => engine?.close())

test('an extension gets a newer version; the way back is told of, and stops where the extension has none', async () => {
  const [before, after] = ['1.7', '1.8'].map(
    version => loadDeclarations(`extension hstore version '${version}' only postgres`).schema,
  )
  const plan = planChange({ before: before!, after: after!, hints: NO_HINTS, targets: ['postgres'] })
  expect(plan.hazards.map(({ code, message }) => `${code} ${message}`)).toEqual([
    'MIG249 Extension hstore changes from version 1.7 to 1.8; the way back works only where the extension has scripts from 1.8 to 1.7.',
  ])
  const [up, down] = [render(plan.steps, before!), render(invertSteps(plan.steps), after!)]
  expect([...up, ...down].map(({ sql }) => sql)).toEqual([
    "alter extension hstore update to '1.8'",
    "alter extension hstore update to '1.7'",
  ])
  engine = await pgliteEngine()
  await engine.fresh()
  await engine.exec("create extension hstore version '1.7'")
  await engine.run(up)
  await expect(engine.run(down)).rejects.toThrow('no update path')
})
