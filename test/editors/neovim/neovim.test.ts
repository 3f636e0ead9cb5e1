import { execFile, execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundle } from '../../../scripts/bundle.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'mig-neovim-'))
const project = join(folder, 'project')
const run = promisify(execFile)

const SCHEMA = `project shop {
  targets postgres 14, sqlite 3.38
}

import './orders.mig'

table customers {
  id   bigint identity primary
  mail text unique
}

table notes {
  id          bigint identity primary
  customer_id bigint -> customerz index
}
`
const ORDERS = `table orders {
  id          bigint identity primary
  customer_id bigint -> customers index
}

view mails = \`select c.mail from customers c\`
`

/** The configuration that the page for Neovim shows for the version that Debian has. */
function configuration(): string {
  const page = readFileSync(join(ROOT, 'docs/editors/neovim.md'), 'utf8')
  return /^```lua nvim-0\.7\n([\s\S]*?)^```/m.exec(page)![1]!
}

interface Seen {
  readonly failed?: string
  readonly filetype: string
  readonly codes: readonly string[]
  readonly completion: readonly string[]
  readonly hover: string
  readonly renamed: string
  readonly other: string
  readonly formatted: string
}

let seen: Seen
beforeAll(async () => {
  const dist = join(folder, 'dist')
  await bundle(dist)
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  mkdirSync(project)
  writeFileSync(join(bin, 'mig'), `#!/bin/sh\nexec '${process.execPath}' '${join(dist, 'mig.js')}' "$@"\n`)
  chmodSync(join(bin, 'mig'), 0o755)
  writeFileSync(join(project, 'schema.mig'), SCHEMA.replace('customerz', 'customers'))
  writeFileSync(join(project, 'orders.mig'), ORDERS)
  const env = {
    ...process.env,
    PATH: [bin, process.env.PATH].join(delimiter),
    SEEN: join(folder, 'seen.json'),
    HOME: folder,
  }
  execFileSync(join(bin, 'mig'), ['compile', '-m', 'first'], { cwd: project, env })
  writeFileSync(join(project, 'schema.mig'), SCHEMA)
  writeFileSync(join(folder, 'init.lua'), configuration())
  const script = join(import.meta.dirname, 'session.lua')
  const args = ['--headless', '-n', '-u', join(folder, 'init.lua'), 'schema.mig', '-c', `luafile ${script}`]
  await run('nvim', args, { cwd: project, env, timeout: 100_000 }).catch(error => {
    throw error.code === 'ENOENT' ? new Error('This test needs nvim: on Debian, apt-get install neovim.') : error
  })
  seen = JSON.parse(readFileSync(join(folder, 'seen.json'), 'utf8'))
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the session came to its end', () => {
  expect(seen.failed).toBeUndefined()
})

test('the configuration on the page attaches the server to mig files, and shows what it finds', () => {
  expect(seen.filetype).toBe('mig')
  expect(seen.codes).toContain('MIG122')
})

test('it completes and explains', () => {
  expect(seen.completion).toContain('customers')
  expect(seen.hover).toContain('customers')
})

test('it renames through all files, SQL among them', () => {
  expect(seen.renamed).toContain('table clients was customers {')
  expect(seen.renamed).toContain('-> clients index')
  expect(seen.other).toContain('-> clients index')
  expect(seen.other).toContain('from clients c')
})

test('it formats', () => {
  expect(seen.formatted).toMatch(/^ {2}id +bigint identity primary\n {2}mail text/m)
})
