import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Desk } from './stand-in/desk.ts'
import { installFakeMig, writeFakeMig } from './stand-in/fake-mig.ts'
import { Bench, callsOf } from './stand-in/started.ts'

const bench = new Bench()
beforeAll(() => bench.build())
beforeEach(() => bench.begin({ 'schema.mig': 'project p {\n  targets sqlite\n}\n' }))
afterEach(() => bench.deactivate())
afterAll(() => bench.remove())

async function served(desk: Desk, script: string): Promise<void> {
  await vi.waitFor(() => expect(callsOf(script).map(call => call.method)).toContain('initialized'), 10_000)
  expect(desk.outputs[0]!.lines).toContainEqual(expect.stringContaining(`serving: ${script}`))
}

const warnings = (desk: Desk) => desk.messages.filter(({ kind }) => kind === 'warning').map(({ text }) => text)

describe('which mig serves', () => {
  test('the one inside the extension, where the workspace has none', async () => {
    const desk = bench.activate()
    await served(desk, bench.bundled)
    expect(desk.messages).toEqual([])
    expect(callsOf(bench.bundled)[0]).toMatchObject({
      words: ['lsp', '--stdio', `--clientProcessId=${process.pid}`],
      asNode: '1',
    })
  })

  test("the workspace's own", async () => {
    const own = installFakeMig(bench.workspace)
    await served(bench.activate(), own)
    expect(callsOf(bench.bundled)).toEqual([])
  })

  test('one that is installed above the workspace', async () => {
    const above = installFakeMig(join(bench.workspace, '..'))
    await served(bench.activate(), above)
  })

  test('one beside a project of a monorepo', async () => {
    bench.write('packages/api/schema.mig', '')
    const own = installFakeMig(join(bench.workspace, 'packages/api'))
    await served(bench.activate(), own)
  })

  test('one above a project of a monorepo, rather than one above all of it', async () => {
    bench.write('packages/api/db/schema.mig', '')
    installFakeMig(join(bench.workspace, '..'))
    const own = installFakeMig(join(bench.workspace, 'packages/api'))
    await served(bench.activate(), own)
  })

  test('the one of the workspace folder, rather than that of a project in it', async () => {
    bench.write('packages/api/schema.mig', '')
    installFakeMig(join(bench.workspace, 'packages/api'))
    await served(bench.activate(), installFakeMig(bench.workspace))
  })

  test('a program in node_modules/.bin, where there is no package', async () => {
    const script = join(bench.home, 'work/elsewhere/mig.js')
    writeFakeMig(script, {})
    const shim = join(bench.workspace, 'node_modules/.bin/mig')
    mkdirSync(join(shim, '..'), { recursive: true })
    writeFileSync(shim, `#!/bin/sh\nexec '${process.execPath}' '${script}' "$@"\n`)
    chmodSync(shim, 0o755)
    const desk = bench.activate()
    await vi.waitFor(() => expect(callsOf(script).map(call => call.method)).toContain('initialized'), 10_000)
    expect(desk.outputs[0]!.lines).toContainEqual(expect.stringContaining(`serving: ${shim} (workspace)`))
  })

  test('no other package that is called mig', async () => {
    const other = join(bench.workspace, 'node_modules/mig')
    mkdirSync(other, { recursive: true })
    writeFileSync(join(other, 'package.json'), '{ "name": "mig", "main": "index.js" }')
    await served(bench.activate(), bench.bundled)
  })

  test('the one that the setting names, before all', async () => {
    installFakeMig(bench.workspace)
    const named = installFakeMig(join(bench.home, 'work/named'))
    await served(bench.activate({ settings: { 'mig.path': named } }), named)
  })

  test.each([
    ['a path from the workspace folder', './tools/node_modules/mig/dist/mig.js'],
    ['the variable of the workspace folder', `\${workspaceFolder}/tools/node_modules/mig/dist/mig.js`],
    ["a package's folder", './tools/node_modules/mig'],
    ['a folder that has the package', 'tools'],
    ["npm's shim", 'tools/node_modules/.bin/mig'],
    ["npm's shim on Windows", 'tools/node_modules/.bin/mig.cmd'],
  ])('the setting may be %s', async (_, path) => {
    const named = installFakeMig(join(bench.workspace, 'tools'))
    mkdirSync(join(bench.workspace, 'tools/node_modules/.bin'))
    symlinkSync(named, join(bench.workspace, 'tools/node_modules/.bin/mig'))
    await served(bench.activate({ settings: { 'mig.path': path } }), named)
  })
})

describe('what does not serve', () => {
  test('a mig without a language server is named once, and another serves', async () => {
    const old = installFakeMig(bench.workspace, { version: '0.0.9', serves: false })
    const desk = bench.activate()
    await served(desk, bench.bundled)
    const told = `The workspace's own mig, ${old}, is 0.0.9, which has no language server yet. Update it; until then another serves.`
    expect(warnings(desk)).toEqual([told])
    await desk.commands.get('mig.restart')!()
    await served(desk, bench.bundled)
    expect(warnings(desk)).toEqual([told])
    expect(desk.outputs[0]!.lines.filter(line => line === `warn ${told}`)).toHaveLength(2)
  })

  test('a setting that names nothing: the next one serves', async () => {
    const own = installFakeMig(bench.workspace)
    const desk = bench.activate({ settings: { 'mig.path': '/nowhere/mig' } })
    await served(desk, own)
    expect(warnings(desk)).toEqual([
      'The mig of the setting mig.path, /nowhere/mig, does not run: spawn /nowhere/mig ENOENT. Another serves.',
    ])
  })

  test('a program that is no mig', async () => {
    const desk = bench.activate({ settings: { 'mig.path': '/bin/true' } })
    await served(desk, bench.bundled)
    expect(warnings(desk)).toEqual([
      'The mig of the setting mig.path, /bin/true, does not run: it is another program. Another serves.',
    ])
  })
})

describe('a workspace that is not trusted', () => {
  test('runs nothing of its own, and nothing that its settings name', async () => {
    const own = installFakeMig(bench.workspace)
    const named = installFakeMig(join(bench.home, 'work/named'))
    const desk = bench.activate({ isTrusted: false, settings: { 'mig.path': named } })
    await served(desk, bench.bundled)
    expect([callsOf(own), callsOf(named)]).toEqual([[], []])
  })

  test('gets its own mig when it is trusted', async () => {
    const own = installFakeMig(bench.workspace)
    const desk = bench.activate({ isTrusted: false })
    await served(desk, bench.bundled)
    desk.isTrusted = true
    desk.granted.fire()
    await served(desk, own)
    await vi.waitFor(() => expect(callsOf(bench.bundled).map(call => call.method)).toContain('exit'))
  })
})

test('another setting starts another server', async () => {
  const named = installFakeMig(join(bench.home, 'work/named'))
  const desk = bench.activate()
  await served(desk, bench.bundled)
  desk.settings.set('mig.path', named)
  desk.configured.fire({ affectsConfiguration: section => section === 'mig.path' })
  await served(desk, named)
})

test('a workspace that is on no disk gets no server', async () => {
  const desk = bench.activate({ folders: ['vscode-vfs://github/owner/repository'] })
  await new Promise(resolve => setTimeout(resolve, 300))
  expect(callsOf(bench.bundled)).toEqual([])
  expect(desk.messages).toEqual([])
})
