import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSqlFile } from '../../../compiler/revisions/sql-file.ts'
import { readCurrent } from '../../../database/run/read-current.ts'
import { countStatements, unitsOf } from '../../../database/run/units.ts'
import { KILL_REVISIONS, killHistory, ROWS } from './kill-histories.ts'
import { startRunner } from './start-runner.ts'
import { postgresDatabase, sqliteFile, type TestDatabase } from './test-databases.ts'

const ENGINES: readonly (readonly [string, () => Promise<TestDatabase>])[] = [
  ['sqlite', sqliteFile],
  ['postgres 18', () => postgresDatabase(18)],
]

/** Statements in which a runner is killed while the database is at work, instead of before they begin. */
const INSIDE: readonly string[] = ['slow/1', 'slow/2', 'rebuild/2', 'parts/2', 'parts/5', 'parts/6', 'last/1']

describe.each(ENGINES)('a runner that is killed at every statement on %s', (_, make) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await make()
  })
  afterAll(() => database.remove())

  const ids = () => KILL_REVISIONS[database.source.dialect].map(({ id }) => id)

  /** Every statement of a direction, in the order in which they run: `REVISION/NUMBER`. */
  const statements = (direction: 'up' | 'down') => {
    const { dialect } = database.source
    const order = direction === 'up' ? ids() : ids().slice(1).reverse()
    return order.flatMap(id => {
      const file = readSqlFile(killHistory(dialect).revisions.get(id)!.sql(dialect, direction)!)
      return Array.from({ length: countStatements(unitsOf(file, dialect)) }, (_, at) => `${id}/${at + 1}`)
    })
  }

  const where = async () => {
    const { current, half } = await readCurrent(database.source, killHistory(database.source.dialect), {})
    return { current, ...(half === undefined ? {} : { half: `${half.id} ${half.direction} ${half.done}` }) }
  }
  const traces = async () => (await database.look.query('select what from trace')).map(row => String(row.what)).sort()
  const count = async (table: string) => Number((await database.look.query(`select count(*) as n from ${table}`))[0]!.n)

  const go = async (direction: 'up' | 'down', target: string) => {
    let next = startRunner()
    const seen: string[] = []
    for (const stop of statements(direction)) {
      const runner = next
      next = startRunner()
      const goOn = INSIDE.includes(stop)
      expect(await runner.run({ url: database.url, direction, target, stop, goOn })).toContain('reached')
      if (goOn) await sleep(20)
      await runner.kill()
      const { current, half } = await where()
      const [id = ''] = stop.split('/')
      const at = ids().indexOf(id)
      const before = direction === 'up' ? at - 1 : at
      const near = [ids()[before], ids()[before + (direction === 'up' ? 1 : -1)]].map(name => name ?? 'nowhere')
      expect(near, `${stop} ${half}`).toContain(current[0] ?? 'nowhere')
      seen.push(`${stop}: ${current.join()}${half === undefined ? '' : `, ${half}`}`)
    }
    const said = await next.run({ url: database.url, direction, target })
    expect(said, seen.join('\n')).toMatch(/^ran/m)
  }

  test('goes on up, with all rows, and runs nothing twice', async () => {
    await go('up', 'head')
    expect(await where()).toEqual({ current: ['last'] })
    const parts = ['parts up 1', 'parts up 2', 'parts up alone']
    const own = database.source.dialect === 'sqlite' ? ['rebuild up'] : ['retype up']
    expect(await traces()).toEqual(['child up', ...parts, ...own, 'slow up'].sort())
    expect([await count('parent'), await count('child'), await count('slow')]).toEqual([ROWS, ROWS, 1])
    if (database.source.dialect === 'sqlite') return
    const indexes = await database.look.query(
      "select indexrelid::regclass::text as name, indisvalid as valid from pg_index where indrelid in (select oid from pg_class where relname in ('parent', 'child')) and not indisprimary order by 1",
    )
    expect(indexes).toEqual([
      { name: '"Parent name"', valid: true },
      { name: 'child_parent', valid: true },
    ])
  })

  test('goes on down, with all rows, and runs nothing twice', async () => {
    await database.look.exec('delete from trace')
    await go('down', 'first')
    expect(await where()).toEqual({ current: ['first'] })
    const own = database.source.dialect === 'sqlite' ? ['rebuild down'] : ['retype down']
    expect(await traces()).toEqual(['child down', 'parts down 1', 'parts down alone', ...own, 'slow down'].sort())
    expect([await count('parent'), await count('slow')]).toEqual([ROWS, 2])
  })
})
