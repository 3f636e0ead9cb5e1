import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readMigrations } from '../../compiler/revisions/folder.ts'
import { loadGraph } from '../../compiler/revisions/graph.ts'
import { scratchOn } from '../../database/verify/scratch.ts'
import { verifyRevisions } from '../../database/verify/verify-revisions.ts'
import { parseRevision } from '../../language/parse-revision.ts'
import { pgliteEngine } from '../engines/pglite.ts'
import { postgresEngine } from '../engines/postgres.ts'
import { sqliteEngine } from '../engines/sqlite.ts'
import type { TestEngine } from '../engines/test-engine.ts'

const EXAMPLES = resolve(import.meta.dirname, '../../examples')
const LONGEST = 30_000

const POSTGRES: readonly (readonly [string, () => Promise<TestEngine>])[] = [
  ['pglite', pgliteEngine],
  ['postgres 18', () => postgresEngine(18)],
]
const SQLITE = ['sqlite', () => sqliteEngine('file')] as const
const ENGINES = [...POSTGRES, SQLITE]

test.each([
  ...ENGINES.flatMap(([name, start]) => [
    ['workout-buddy/migrations', name, start, []] as const,
    ['library/history', name, start, ['MIG523', 'MIG524', 'MIG525']] as const,
    ['chinook/migrations', name, start, ['MIG524']] as const,
  ]),
  ...POSTGRES.map(([name, start]) => ['pagila/migrations', name, start, []] as const),
  ['sakila/migrations', ...SQLITE, []] as const,
])('every revision of %s goes up, down and up on %s, in time', async (folder, _, start, notes) => {
  const { revisions } = readMigrations(resolve(EXAMPLES, folder), parseRevision)
  const graph = loadGraph(revisions.map(stored => stored.revision))
  const byId = new Map(revisions.map(stored => [stored.revision.id, stored]))
  const engine = await start()
  await engine.fresh()
  const { dialect, query, exec } = engine
  const scratch = await scratchOn({ dialect, query, exec, close: async () => {} }, 'scratch')
  const began = performance.now()
  const verified = await verifyRevisions({ graph, revisions: byId, scratch })
  expect(performance.now() - began).toBeLessThan(LONGEST)
  await scratch.close()
  await engine.close()
  expect(verified.problems.filter(({ severity }) => severity !== 'note')).toEqual([])
  expect([...new Set(verified.problems.map(({ code }) => code))].sort()).toEqual(notes)
  expect(verified.revisions.map(({ id }) => id)).toEqual(revisions.map(stored => stored.revision.id))
  expect(verified.revisions.every(({ ok, up }) => ok && up !== null)).toBe(true)
})
