import { afterAll, describe, expect, test } from 'vitest'
import { diff } from '../../../compiler/diff/diff.ts'
import { EMPTY_SCHEMA } from '../../../compiler/schema/schema.ts'
import { checkDatabase } from '../../../database/drift/check-database.ts'
import { sourceOf } from '../../../database/source.ts'
import { CASES, openCase } from '../../cases/open-case.ts'
import { postgresEngine } from '../../engines/postgres.ts'
import { sqliteEngine } from '../../engines/sqlite.ts'
import type { TestEngine } from '../../engines/test-engine.ts'
import { revisionsOf, standAt } from './stand-at.ts'

const engines: readonly { name: string; start: () => Promise<TestEngine> }[] = [
  { name: 'sqlite', start: () => sqliteEngine('file') },
  { name: 'postgres 13', start: () => postgresEngine(13) },
  { name: 'postgres 18', start: () => postgresEngine(18) },
]

describe.each(engines)(
  'a database that the revisions of a case made does not differ from them on $name',
  ({ start }) => {
    let engine: TestEngine | undefined
    afterAll(() => engine?.close())
    test.each(CASES)('%s', async name => {
      engine ??= await start()
      const { before, after, plan, targets, version, refused } = openCase(name).planned
      if (!targets.includes(engine.dialect) || (version === 18 && engine.name === 'postgres 13')) return
      const first = diff(EMPTY_SCHEMA, refused ? after : before)
      const history = refused ? revisionsOf(first) : revisionsOf(first, plan.steps)
      await engine.fresh()
      const connection = { ...engine, close: async () => {} }
      await standAt(connection, history)
      const { findings, steps, statements } = await checkDatabase(sourceOf(connection), history, {})
      expect(findings.map(({ code, message }) => `${code} ${message}`)).toEqual([])
      expect([...steps, ...statements]).toEqual([])
    })
  },
)
