import { pgliteEngine } from '../../engines/pglite.ts'
import { postgresEngine } from '../../engines/postgres.ts'
import type { TestEngine } from '../../engines/test-engine.ts'

/** The engines that the renderer's promises are tried on: the oldest server and the newest Postgres. */
export const ENGINES: readonly (readonly [string, () => Promise<TestEngine>])[] = [
  ['pglite', pgliteEngine],
  ['postgres 13', () => postgresEngine(13)],
]
