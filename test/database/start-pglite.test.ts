import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { embeddedPostgres } from '../../database/verify/embedded-postgres.ts'
import { pgliteFilesPath } from '../../database/verify/pglite-files-path.ts'
import { startPglite } from '../../database/verify/start-pglite.ts'

const folder = mkdtempSync(join(tmpdir(), 'mig-pglite-'))
const kept = join(folder, 'made/on/the/way/pglite-1.tar.gz')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Every row of every catalog and the settings, as digests by relation: what two databases can differ in. */
async function stateOf(database: PGlite): Promise<unknown> {
  const { rows } = await database.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class where relkind = 'r' order by 1`,
  )
  const digests = rows.map(
    ({ name }) => `select '${name}' as name, md5(string_agg(t::text, ',' order by t::text)) from ${name} t`,
  )
  const settings = `select 'pg_settings', md5(string_agg(t::text, ',' order by t::text)) from pg_settings t`
  return (await database.query([...digests, settings].join(' union all '))).rows
}

describe('a PGlite from kept files', () => {
  let fresh: unknown
  let files: Buffer
  beforeAll(async () => {
    const database = await startPglite(loadDataDir => PGlite.create(loadDataDir && { loadDataDir }), kept)
    fresh = await stateOf(database)
    await database.close()
    files = readFileSync(kept)
  })

  /** Starts one from a path, and says whether it was from the files there; from nothing means from sound files, which is faster. */
  async function start(path: string): Promise<{ fromFiles: boolean; state: unknown }> {
    let fromFiles = true
    const database = await startPglite(async given => {
      if (given) return PGlite.create({ loadDataDir: given })
      fromFiles = false
      return PGlite.create({ loadDataDir: new Blob([files], { type: 'application/x-gzip' }) })
    }, path)
    const state = await stateOf(database)
    await database.close()
    return { fromFiles, state }
  }

  test('equals one from nothing, whose files are kept', async () => {
    expect(readdirSync(dirname(kept))).toEqual(['pglite-1.tar.gz'])
    expect(await start(kept)).toEqual({ fromFiles: true, state: fresh })
  })

  test.for([
    ['cut off', (whole: Buffer) => whole.subarray(0, whole.length - 9)],
    ['changed in one bit', (whole: Buffer) => whole.with(whole.length >> 1, whole[whole.length >> 1]! ^ 1)],
    ['of another database', () => gzipSync('not a tar')],
  ] as const)('is not made from files that are %s; they are replaced', async ([name, damage]) => {
    const path = join(folder, name, 'pglite-1.tar.gz')
    mkdirSync(dirname(path))
    writeFileSync(path, damage(files))
    expect(await start(path)).toEqual({ fromFiles: false, state: fresh })
    expect(await start(path)).toEqual({ fromFiles: true, state: fresh })
  })

  test('two that start at once do each other no harm, and files of another version go', async () => {
    const path = join(folder, 'at once', 'pglite-2.tar.gz')
    mkdirSync(dirname(path))
    writeFileSync(join(dirname(path), 'pglite-1.tar.gz'), files)
    const [one, other] = await Promise.all([start(path), start(path)])
    expect([one, other]).toEqual(Array(2).fill({ fromFiles: false, state: fresh }))
    expect(readdirSync(dirname(path))).toEqual(['pglite-2.tar.gz'])
    expect(await start(path)).toEqual({ fromFiles: true, state: fresh })
  })

  test('is not needed where nothing can be written', async () => {
    const path = join(folder, 'a file', '.cache/pglite-1.tar.gz')
    writeFileSync(join(folder, 'a file'), '')
    expect(await start(path)).toEqual({ fromFiles: false, state: fresh })
    expect(existsSync(path)).toBe(false)
  })
})

test('what is installed keeps its files in the node_modules that it stands in, under its version', async () => {
  const root = resolve(import.meta.dirname, '../..')
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/@electric-sql/pglite/package.json'), 'utf8'))
  const path = join(root, 'node_modules/.cache/mig', `pglite-${version}.tar.gz`)
  expect(pgliteFilesPath()).toBe(path)
  const scratch = await embeddedPostgres([])
  await scratch.close()
  expect(gunzipSync(readFileSync(path)).toString('latin1')).toContain('postgresql.conf')
})
