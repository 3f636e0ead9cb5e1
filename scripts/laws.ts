import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { planChange } from '../compiler/compile.ts'
import { dialects } from '../compiler/dialects/dialects.ts'
import { describeStep } from '../compiler/steps/describe.ts'
import { pgliteEngine } from '../test/engines/pglite.ts'
import { sqliteEngine } from '../test/engines/sqlite.ts'
import { asksOfOldRows, travel } from '../test/laws/engine-law.ts'
import { editSchema } from '../test/laws/random-edits.ts'
import { randomRows } from '../test/laws/random-rows.ts'
import { randomSchema } from '../test/laws/random-schema.ts'
import { Tape, tapes } from '../test/laws/tape.ts'

// Runs the laws of the engines many times and groups what fails: node scripts/laws.ts --engine sqlite --runs 10000 [--seed N] [--show 3]
const { values } = parseArgs({
  options: {
    engine: { type: 'string' },
    runs: { type: 'string' },
    seed: { type: 'string' },
    show: { type: 'string' },
    only: { type: 'string' },
  },
})
const engine = values.engine === 'sqlite' ? await sqliteEngine() : await pgliteEngine()
const dialect = dialects[engine.dialect]
const runs = Number(values.runs ?? 1000)
const seed = Number(values.seed ?? 1)
const failures = new Map<string, { count: number; first: string }>()
const journeys = fc.sample(fc.tuple(tapes(150), tapes(80), tapes(60)), { numRuns: runs, seed })
const began = performance.now()
let failed = 0
const refused = new Map<string, number>()
for (const [at, [first, second, third]] of journeys.entries()) {
  if (values.only !== undefined && at !== Number(values.only)) continue
  const before = randomSchema(new Tape(first))
  const { after, hints } = editSchema(before, new Tape(second))
  const { steps, hazards } = planChange({ before, after, hints, targets: [dialect.name] })
  const refusal = hazards.find(hazard => hazard.severity === 'error')
  if (refusal !== undefined) {
    refused.set(refusal.code, (refused.get(refusal.code) ?? 0) + 1)
    continue
  }
  if (asksOfOldRows(steps)) continue
  try {
    await travel(engine, dialect, { before, after, steps, rows: randomRows(before, dialect.name, new Tape(third)) })
  } catch (error) {
    failed++
    const message = (error as Error).message
    const key = message
      .split('\n')[0]!
      .replaceAll(/"[^"]*"|'[^']*'|\b[0-9]+\b/g, '_')
      .slice(0, 120)
    const group = failures.get(key) ?? {
      count: 0,
      first: `run ${at}\n${steps.map(describeStep).join('\n')}\n${message.slice(0, 6000)}`,
    }
    failures.set(key, { ...group, count: group.count + 1 })
  }
}
await engine.close()
const groups = [...failures].sort((a, b) => b[1].count - a[1].count)
for (const [key, { count }] of groups) console.log(`${count} × ${key}`)
for (const [, { first }] of groups.slice(0, Number(values.show ?? 0))) console.log(`\n=== ${first}`)
console.log(
  `${engine.name}: ${runs} runs, ${failed} failed, refused ${JSON.stringify(Object.fromEntries(refused))}, seed ${seed}, ${Math.round(performance.now() - began)} ms`,
)
process.exitCode = failed > 0 ? 1 : 0
