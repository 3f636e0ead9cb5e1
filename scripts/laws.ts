import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { planChange } from '../compiler/compile.ts'
import { dialects } from '../compiler/dialects/dialects.ts'
import { describeStep } from '../compiler/steps/describe.ts'
import { printSchema } from '../language/print/schema.ts'
import { pgliteEngine } from '../test/engines/pglite.ts'
import { sqliteEngine } from '../test/engines/sqlite.ts'
import { asksOfOldRows, travel } from '../test/laws/engine-law.ts'
import { editSchema } from '../test/laws/random-edits.ts'
import { randomRows } from '../test/laws/random-rows.ts'
import { randomSchema } from '../test/laws/random-schema.ts'
import { Tape, tapes } from '../test/laws/tape.ts'

// Runs the laws of the engines many times and groups what fails: node scripts/laws.ts --engine sqlite --runs 10000 [--seed N] [--show 3] [--shrink]
const { values } = parseArgs({
  options: {
    engine: { type: 'string' },
    runs: { type: 'string' },
    seed: { type: 'string' },
    show: { type: 'string' },
    only: { type: 'string' },
    shrink: { type: 'boolean' },
  },
})
type Tapes = readonly [readonly number[], readonly number[], readonly number[]]

/** One Postgres inside the process keeps what it has asked for, and after a few hundred journeys finds no more. */
const JOURNEYS_PER_ENGINE = 60
const start = () => (values.engine === 'sqlite' ? sqliteEngine() : pgliteEngine())
let engine = await start()
let travelled = 0
const dialect = dialects[engine.dialect]
const runs = Number(values.runs ?? 1000)
const seed = Number(values.seed ?? 1)
const failures = new Map<string, { count: number; at: number; journey: Tapes }>()
const journeys = fc.sample(fc.tuple(tapes(200), tapes(100), tapes(60)), { numRuns: runs, seed })
const began = performance.now()
let failed = 0
const refused = new Map<string, number>()

function build([first, second, third]: Tapes) {
  const before = randomSchema(new Tape(first))
  const { after, hints } = editSchema(before, new Tape(second))
  return {
    before,
    after,
    hints,
    rows: randomRows(before, dialect.name, new Tape(third)),
    ...planChange({ before, after, hints, targets: [dialect.name] }),
  }
}

/** What fails, in words; undefined where nothing does. */
async function fails(journey: Tapes): Promise<string | undefined> {
  if (++travelled % JOURNEYS_PER_ENGINE === 0) {
    await engine.close()
    engine = await start()
  }
  try {
    const { before, after, steps, hazards, rows } = build(journey)
    const refusal = hazards.find(hazard => hazard.severity === 'error')
    if (refusal !== undefined) {
      refused.set(refusal.code, (refused.get(refusal.code) ?? 0) + 1)
      return undefined
    }
    if (!asksOfOldRows(steps)) await travel(engine, dialect, { before, after, steps, rows })
    return undefined
  } catch (error) {
    return (error as Error).message ?? String(error)
  }
}

function keyOf(message: string): string {
  const lines = message.split('\n')
  const first = lines[0]!.endsWith('still to do:') ? `${lines[0]} ${lines[1]!.split('{')[0]}` : lines[0]!
  return first.replaceAll(/"[^"]*"|'[^']*'|\b[0-9]+\b/g, '_').slice(0, 120)
}

/** The same failure from shorter tapes with smaller numbers. */
async function shrunk(journey: Tapes, key: string): Promise<Tapes> {
  let best = journey
  const attempt = async (next: Tapes) => {
    const message = await fails(next)
    if (message === undefined || keyOf(message) !== key) return false
    best = next
    return true
  }
  const withTape = (which: number, tape: readonly number[]) =>
    best.map((one, at) => (at === which ? tape : one)) as unknown as Tapes
  for (let pass = 0; pass < 2; pass++) {
    for (const which of [2, 1, 0]) {
      for (let size = Math.max(1, best[which]!.length >> 1); size >= 1; size >>= 1) {
        for (let at = best[which]!.length - size; at >= 0; at -= size) {
          const tape = best[which]!
          if (await attempt(withTape(which, tape.toSpliced(at, size)))) continue
          if (tape.slice(at, at + size).some(number => number !== 0))
            await attempt(withTape(which, tape.toSpliced(at, size, ...new Array(size).fill(0))))
        }
      }
    }
  }
  return best
}

for (const [at, journey] of journeys.entries()) {
  if (values.only !== undefined && at !== Number(values.only)) continue
  const message = await fails(journey)
  if (message === undefined) continue
  failed++
  const key = keyOf(message)
  if (!failures.has(key)) console.error(`run ${at}: ${key}`)
  const group = failures.get(key) ?? { count: 0, at, journey }
  failures.set(key, { ...group, count: group.count + 1 })
}
const groups = [...failures].sort((a, b) => b[1].count - a[1].count)
for (const [key, { count, at }] of groups) console.log(`${count} × ${key} (run ${at})`)
for (const [key, { at, journey }] of groups.slice(0, Number(values.show ?? 0))) {
  const smallest = values.shrink ? await shrunk(journey, key) : journey
  const message = await fails(smallest)
  const { before, after, hints, steps, rows } = build(smallest)
  const texts = [printSchema(before), `--- after\n${printSchema(after)}`, `--- hints ${JSON.stringify(hints.renames)}`]
  const words = [...texts, ...rows, '---', ...steps.map(describeStep), '---', message?.slice(0, 6000)]
  console.log(`\n=== run ${at}\n${words.join('\n')}`)
}
await engine.close()
console.log(
  `${engine.name}: ${runs} runs, ${failed} failed, refused ${JSON.stringify(Object.fromEntries(refused))}, seed ${seed}, ${Math.round(performance.now() - began)} ms`,
)
process.exitCode = failed > 0 ? 1 : 0
