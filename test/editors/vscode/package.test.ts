import { execFile, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { inflateSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node'
import { pixels } from '../../../editors/vscode/icons/png.ts'
import { EXTENSION_ICON, FILE_ICON, svg } from '../../../editors/vscode/icons/shapes.ts'
import type { ExtensionManifest } from '../../../scripts/extension/manifest.ts'
import { Desk } from './stand-in/desk.ts'
import { loadExtension } from './stand-in/load-extension.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'mig-vsix-'))
const installed = join(folder, 'installed')
const server = join(installed, 'extension/dist/server/mig.js')
const manifest: ExtensionManifest = JSON.parse(readFileSync(join(ROOT, 'editors/vscode/package.json'), 'utf8'))
let bytes: Buffer
let files: ReadonlyMap<string, string>

async function pack(name: string, zone: string): Promise<Buffer> {
  const env = { ...process.env, TZ: zone }
  await run(process.execPath, [join(ROOT, 'scripts/package-extension.ts'), join(folder, name)], { cwd: ROOT, env })
  return readFileSync(join(folder, name, `mig-${manifest.version}.vsix`))
}

beforeAll(async () => {
  bytes = await pack('one', 'UTC')
  const entries = Object.entries(unzipSync(bytes))
  for (const [path, data] of entries) {
    const file = join(installed, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, data)
  }
  files = new Map(entries.map(([path, data]) => [path, Buffer.from(data).toString('utf8')]))
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the .vsix', () => {
  test('has the same bytes whenever and wherever it is made', async () => {
    expect((await pack('two', 'Pacific/Auckland')).equals(bytes)).toBe(true)
  })

  test('has what ships and nothing else', () => {
    const other = [...files.keys()].filter(
      path => !/^extension\/dist\/server\/chunks\/[\w-]+-[A-Z0-9]{8}\.js$/.test(path),
    )
    expect(other.sort()).toEqual(
      [
        '[Content_Types].xml',
        'extension.vsixmanifest',
        'extension/LICENSE.txt',
        'extension/changelog.md',
        'extension/dist/extension.cjs',
        'extension/dist/server/cli.js',
        'extension/dist/server/mig.js',
        'extension/dist/server/planner.js',
        'extension/icons/file.svg',
        'extension/icons/mig.png',
        'extension/language-configuration.json',
        'extension/package.json',
        'extension/readme.md',
        'extension/snippets/mig.json',
        'extension/syntaxes/mig.tmLanguage.json',
      ].sort(),
    )
  })

  test('is small', () => {
    expect(bytes.length).toBeLessThan(1024 * 1024)
  })

  test('says nothing of the machine it was made on, and holds no source map and no secret', () => {
    const wrong = [...files].filter(([, text]) =>
      [ROOT, folder, 'sourceMappingURL', 'BEGIN PRIVATE KEY', 'BEGIN RSA'].some(word => text.includes(word)),
    )
    expect(wrong.map(([path]) => path)).toEqual([])
  })

  test('repeats what package.json says where galleries look', () => {
    const xml = files.get('extension.vsixmanifest')!
    const { name, version, publisher, displayName, description, engines } = manifest
    expect(xml).toContain(`<Identity Language="en-US" Id="${name}" Version="${version}" Publisher="${publisher}"/>`)
    expect(xml).toContain(`<DisplayName>${displayName}</DisplayName>`)
    expect(xml).toContain(`<Description xml:space="preserve">${description}</Description>`)
    expect(xml).toContain(`<Property Id="Microsoft.VisualStudio.Code.Engine" Value="${engines.vscode}"/>`)
    expect(xml).toContain('<Property Id="Microsoft.VisualStudio.Code.ExecutesCode" Value="true"/>')
    expect(xml).toContain('<InstallationTarget Id="Microsoft.VisualStudio.Code"/>')
    const paths = [...xml.matchAll(/(?:Path="|<License>|<Icon>)([^"<]+)/g)].map(([, path]) => path!)
    expect(paths.length).toBeGreaterThan(6)
    expect(paths.filter(path => !files.has(path))).toEqual([])
  })

  test('says what each of its files is', () => {
    const types = files.get('[Content_Types].xml')!
    const ends = [...files.keys()].filter(path => path !== '[Content_Types].xml').map(path => /\.\w+$/.exec(path)![0])
    for (const end of new Set(ends)) expect(types).toContain(`<Default Extension="${end}" ContentType="`)
    expect(types).not.toContain('octet-stream')
  })
})

describe('package.json', () => {
  test('names only files that are there', () => {
    const text = JSON.stringify(JSON.parse(files.get('extension/package.json')!))
    const paths = [...text.matchAll(/"(\.\/[^"]+|icons\/[^"]+)"/g)].map(([, path]) => join('extension', path!))
    expect(paths).toContain('extension/dist/extension.cjs')
    expect(paths.filter(path => !files.has(path))).toEqual([])
  })

  test('has the version of Mig', () => {
    expect(manifest.version).toBe(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version)
    expect(files.get('extension/changelog.md')).toContain(`## ${manifest.version}`)
  })

  test('limits what a workspace that is not trusted can do', () => {
    const { capabilities, activationEvents } = JSON.parse(files.get('extension/package.json')!)
    expect(capabilities.untrustedWorkspaces).toMatchObject({
      supported: 'limited',
      restrictedConfigurations: ['mig.path'],
    })
    expect(activationEvents).toEqual(['onLanguage:mig', 'workspaceContains:**/*.mig'])
  })

  test('declares every command that the extension has, and no other', () => {
    const { contributes } = JSON.parse(files.get('extension/package.json')!)
    const desk = new Desk({ folders: ['vscode-vfs://nowhere'] })
    loadExtension(join(installed, 'extension/dist/extension.cjs'), desk).activate(desk.context(installed))
    const declared = contributes.commands.map(({ command }: { command: string }) => command)
    expect([...desk.commands.keys()].sort()).toEqual(declared.sort())
  })

  test('gives each scope of SQL its language', () => {
    const [grammar] = JSON.parse(files.get('extension/package.json')!).contributes.grammars
    const scopes = [...files.get('extension/syntaxes/mig.tmLanguage.json')!.matchAll(/"contentName": "([^"]+)"/g)]
    expect([...new Set(scopes.map(([, scope]) => scope))]).toEqual(Object.keys(grammar.embeddedLanguages))
    expect(Object.keys(grammar.tokenTypes)).toEqual(Object.keys(grammar.embeddedLanguages))
  })
})

test('the icons are what their shapes say; npm run extension draws them', () => {
  const read = (name: string) => readFileSync(join(ROOT, 'editors/vscode/icons', name))
  expect(read('mig.svg').toString()).toBe(svg(EXTENSION_ICON))
  expect(read('file.svg').toString()).toBe(svg(FILE_ICON))
  const icon = read('mig.png')
  expect([icon.toString('latin1', 1, 4), icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual(['PNG', 128, 128])
  const data = icon.subarray(41, 41 + icon.readUInt32BE(33))
  expect(inflateSync(data).equals(pixels(EXTENSION_ICON))).toBe(true)
})

describe('the mig inside', () => {
  test('is a whole one', () => {
    expect(execFileSync(process.execPath, [server, '--version'], { encoding: 'utf8' })).toBe(
      `mig ${manifest.version}\n`,
    )
    expect(execFileSync(process.execPath, [server, 'lsp', '--help'], { encoding: 'utf8' })).toContain('--stdio')
  })

  test('answers initialize over stdio', async () => {
    const program = spawn(process.execPath, [server, 'lsp', '--stdio'])
    const connection = createMessageConnection(
      new StreamMessageReader(program.stdout),
      new StreamMessageWriter(program.stdin),
    )
    connection.listen()
    const { capabilities } = await connection.sendRequest<{ capabilities: Record<string, unknown> }>('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(folder).href,
      capabilities: {},
    })
    expect(capabilities).toMatchObject({ hoverProvider: true, executeCommandProvider: { commands: ['mig.open'] } })
    await connection.sendRequest('shutdown')
    const ended = new Promise(done => program.once('exit', done))
    await connection.sendNotification('exit')
    expect(await ended).toBe(0)
    connection.dispose()
  })

  test('serves the extension: the status, the pending SQL, a revision', async () => {
    const project = join(folder, 'a (1) project')
    mkdirSync(project)
    const schema = join(project, 'schema.mig')
    writeFileSync(schema, 'project p {\n  targets sqlite 3.38\n}\n\ntable users {\n  id bigint identity primary\n}\n')
    const desk = new Desk({ folders: [project], open: [schema] })
    const extension = loadExtension(join(installed, 'extension/dist/extension.cjs'), desk)
    extension.activate(desk.context(join(installed, 'extension')))
    await vi.waitFor(() => expect(desk.status).toBe('$(database) Mig: 1 pending step'), 20_000)

    await desk.commands.get('mig.showPendingSql')!()
    await vi.waitFor(() => expect(desk.shown).toHaveLength(1), 10_000)
    expect(desk.shown[0]!.document).toMatchObject({ languageId: 'sql' })
    expect(desk.shown[0]!.document.getText().toLowerCase()).toContain('create table users')

    desk.answers.set('Mig: Compile', 'first tables')
    await desk.commands.get('mig.compile')!()
    expect(desk.messages.map(({ kind, text }) => [kind, text.replace(/\d{8}_\d{4}_\w{12}/, 'ID')])).toEqual([
      ['information', 'Wrote migrations/ID_first_tables with 1 step.'],
    ])
    expect(desk.shown.at(-1)!.document.getText()).toContain("'first tables'")
    await desk.commands.get('mig.check')!()
    expect(desk.messages.at(-1)!.text).toBe('mig check: schema files, revisions and SQL agree.')
    await extension.deactivate()
  }, 60_000)
})
