import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { openHistory } from '../../../cli/project/open-history.ts'
import { checkDatabase } from '../../../database/drift/check-database.ts'
import { runJourney } from '../../../database/run/run-journey.ts'
import { postgresDatabase, sqliteFile, type TestDatabase } from '../run/test-databases.ts'

const EXAMPLES = join(import.meta.dirname, '../../../examples')

const DATABASES = [
  ['sqlite', sqliteFile],
  ['postgres 13', () => postgresDatabase(13)],
  ['postgres 15', () => postgresDatabase(15)],
  ['postgres 18', () => postgresDatabase(18)],
] as const

let database: TestDatabase
afterEach(() => database.remove())

describe.each(DATABASES)('on %s', (_, make) => {
  test.each([
    ['workout-buddy', 'migrations'],
    ['library', 'history'],
  ])('%s does not differ from its revisions, at any of them, there and back', async (name, folder) => {
    database = await make()
    const history = openHistory({ migrations: join(EXAMPLES, name, folder) }, EXAMPLES)
    const runnables = {
      graph: history.graph,
      revisions: new Map(
        [...history.revisions].map(([id, { revision, file, sql }]) => [id, { head: revision, file, sql }]),
      ),
    }
    const go = (direction: 'up' | 'down', target: string) =>
      runJourney(database.source, runnables, { direction, target, allowLoss: true }, {})
    const drift = async () => {
      const { findings, current, unmanaged } = await checkDatabase(database.source, history, {})
      const lines = findings.filter(({ code }) => code !== 'MIG574').map(({ code, message }) => `${code} ${message}`)
      expect({ current, lines, unmanaged }).toEqual({ current, lines: [], unmanaged: [] })
      return current
    }
    for (let at = 0; at < history.revisions.size; at++) {
      await go('up', '+1')
      await drift()
    }
    while ((await drift()).length > 0) {
      const stopped = await go('down', '-1').then(
        () => undefined,
        error => error,
      )
      if (stopped !== undefined) return expect(stopped).toMatchObject({ code: 'MIG511' })
    }
  })
})
