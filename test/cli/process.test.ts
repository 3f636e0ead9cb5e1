import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const MAIN = resolve(import.meta.dirname, '../../cli/main.ts')
const folder = mkdtempSync(join(tmpdir(), 'mig-process-'))

interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

function shell(command: string, env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const mig = `mig() { '${process.execPath}' '${MAIN}' "$@"; }`
  const options = { cwd: folder, env: { PATH: process.env.PATH, ...env }, timeout: 60_000 }
  return new Promise(done => {
    execFile('bash', ['--norc', '-c', `set -o pipefail; ${mig}; ${command}`], options, (error, out, err) => {
      done({ code: error ? Number(error.code) : 0, out, err })
    })
  })
}

beforeAll(() => {
  const columns = Array.from({ length: 4000 }, (_, index) => `  column_${index} int?`).join('\n')
  const targets = 'project p {\n  targets postgres 14\n}\n'
  writeFileSync(join(folder, 'schema.mig'), `${targets}table wide {\n  id int primary\n${columns}\n}\n`)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a reader that has seen enough is no error', async () => {
  const { code, out, err } = await shell('mig diff | head -1')
  expect({ code, out, err }).toEqual({ code: 0, out: '  create table wide\n', err: '' })
})

test('a result larger than a pipe arrives whole', async () => {
  const { code, out } = await shell('mig diff --json | cat')
  expect(code).toBe(0)
  expect(JSON.parse(out).sql.postgres.up).toContain('column_3999')
})

test('results go to stdout, everything else to stderr', async () => {
  const { out, err } = await shell('mig format nowhere.mig')
  expect(out).toBe('')
  expect(err).toMatch(/^error MIG410: /)
})

test('where an error came from is shown only with MIG_DEBUG', async () => {
  expect((await shell('mig format nowhere.mig')).err).not.toMatch(/\bat .*\.ts:/)
  expect((await shell('mig format nowhere.mig', { MIG_DEBUG: '1' })).err).toMatch(/\bat .*\.ts:/)
})

test('the time can be set in seconds, for builds that are repeated', async () => {
  const { out } = await shell('mig compile -m x --dry-run', { SOURCE_DATE_EPOCH: '1767591000' })
  expect(out).toContain('created 2026-01-05T05:30:00Z')
})

test('the same input gives the same bytes wherever and whenever it is compiled', async () => {
  const once = await shell('mig compile -m x --dry-run', {
    MIG_NOW: '2026-01-05T05:30:00Z',
    TZ: 'Asia/Tokyo',
    LANG: 'tr_TR',
  })
  const again = await shell('mig compile -m x --dry-run', { MIG_NOW: '2026-01-05T05:30:00Z', TZ: 'UTC', LC_ALL: 'C' })
  expect(once).toEqual(again)
})
