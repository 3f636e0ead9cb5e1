import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { postgres } from '../../compiler/dialects/postgres/postgres.ts'
import { sqlite } from '../../compiler/dialects/sqlite/sqlite.ts'
import { loadGraph } from '../../compiler/revisions/graph.ts'
import { findConflicts } from '../../compiler/revisions/merge/find-conflicts.ts'
import type { MergeRequest } from '../../compiler/revisions/merge/request.ts'
import { revision } from '../compiler/revisions/revision.ts'
import { pgliteEngine } from '../engines/pglite.ts'
import { sqliteEngine } from '../engines/sqlite.ts'
import type { TestEngine } from '../engines/test-engine.ts'
import { lawSeed } from './law-seed.ts'
import { type Branches, randomBranches, walk, walksOf } from './merge-law.ts'
import { randomRows } from './random-rows.ts'
import { randomSchema } from './random-schema.ts'
import { Tape, tapes } from './tape.ts'

const runs = Number(process.env.MIG_LAW_RUNS ?? 60)
const seed = lawSeed
const started: TestEngine[] = []
afterAll(async () => {
  for (const engine of started) await engine.close()
})

const shapes = [
  [1, 1],
  [2, 1],
  [1, 2],
  [2, 2],
  [1, 1, 1],
] as const
const engines = [
  { name: 'sqlite', dialect: sqlite, share: 1, start: () => sqliteEngine() },
  { name: 'pglite', dialect: postgres, share: 3, start: () => pgliteEngine() },
]

/** How many SQL conflicts may turn out to be harmless: the dialect would have been more careful than the engine needs. */
const HARMLESS = 0.2

describe.each(engines)('on $name', ({ dialect, share, start }) => {
  test('branches that are joined run in any order, up and down; those refused for their SQL or names do not', {
    timeout: 3_000_000,
  }, async () => {
    const engine = await start()
    started.push(engine)
    const count = { joined: 0, refused: 0, harmless: 0 }
    const shape = fc.constantFrom(...shapes)
    const edits = fc.array(tapes(80), { minLength: 4, maxLength: 4, size: 'max' })
    const property = fc.asyncProperty(tapes(150), shape, edits, tapes(60), async (first, lengths, cuts, last) => {
      const before = randomSchema(new Tape(first))
      const queue = cuts.map(numbers => new Tape(numbers))
      const lines = lengths.map(length => queue.splice(0, length))
      const branches = randomBranches(before, lines, dialect)
      fc.pre(branches !== undefined)
      const rows = randomRows(before, dialect.name, new Tape(last))
      const conflicts = findConflicts(branches.request)
      if (conflicts.length === 0) {
        expect(await firstFailing(engine, branches, rows), 'joined').toBeUndefined()
        expectNested(branches, [])
        count.joined++
      } else {
        expectNested(
          branches,
          conflicts.map(({ kind }) => kind),
        )
        count.refused++
        const byModel = conflicts.some(({ kind }) => kind === 'misfit' || kind === 'order')
        if (!byModel && (await firstFailing(engine, branches, rows)) === undefined) count.harmless++
      }
    })
    const result = await fc.check(property, { numRuns: Math.ceil(runs / share), seed, endOnFailure: true })
    expect(result.failed, `${fc.defaultReportMessage(result) ?? ''}\n${result.errorInstance ?? ''}`).toBe(false)
    const told = `seed ${seed}: ${JSON.stringify(count)}`
    expect(count.joined, told).toBeGreaterThan(0)
    expect(count.refused, told).toBeGreaterThan(0)
    expect(count.harmless, told).toBeLessThanOrEqual(Math.max(3, count.refused * HARMLESS))
  })

  /** What goes wrong on the first walk that goes wrong. */
  async function firstFailing(engine: TestEngine, branches: Branches, rows: readonly string[]) {
    for (const moves of walksOf(branches.lines)) {
      try {
        const failing = await walk(engine, dialect, branches, moves, rows)
        if (failing !== undefined) return failing
      } catch (error) {
        return (error as Error).message
      }
    }
    return undefined
  }
})

/** Three heads joined at once, or two first and then the third: the answer is the same. */
function expectNested({ request, lines }: Branches, kinds: readonly string[]): void {
  const [a, b, c] = request.heads
  if (lines.length < 3 || findConflicts({ ...request, heads: [a!, b!] }).length > 0) return
  const merge = revision('m1', [a!, b!], [])
  const revisions: MergeRequest['revisions'] = new Map([...request.revisions, ['m1', { revision: merge }]])
  const graph = loadGraph([...revisions.values()].map(stored => stored.revision))
  const nested = findConflicts({ ...request, graph, revisions, heads: ['m1', c!] })
  expect(nested.length > 0, 'joined in two steps').toBe(kinds.length > 0)
}
