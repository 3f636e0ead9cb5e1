import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { CodeLens, Hover } from 'vscode-languageserver-protocol'
import { PlanFolder } from '../plan-folder.ts'
import { NearServer } from './near-server.ts'

const HEAD = 'project shop {\n  targets postgres 14, sqlite 3.38\n}\n'
const WRONG = 'table a {\n  id in primary\n}\n'
const RIGHT = 'table a {\n  id int primary\n}\n'

const servers: NearServer[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    expect(server.errors).toEqual([])
    server.dispose()
  }
})

/** A server in a folder of these files, which has read them. */
async function serve(
  files: Readonly<Record<string, string>>,
  folders?: readonly string[],
  watches?: boolean,
): Promise<NearServer> {
  const server = new NearServer(mkdtempSync(join(tmpdir(), 'mig-odd-')))
  servers.push(server)
  server.write('.git/HEAD', '')
  for (const [name, text] of Object.entries(files)) server.write(name, text)
  await server.initialize(folders, watches)
  await server.settle()
  return server
}

/** The codes of each file that has any. */
function codes({ told }: NearServer): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(told).map(([file, lines]) => [file, lines.map(line => line.split(' ')[0]).join(' ')]),
  )
}

async function opened(server: NearServer, uri: string, text: string): Promise<readonly unknown[] | undefined> {
  const textDocument = { uri, languageId: 'mig', version: 1, text }
  await server.connection.sendNotification('textDocument/didOpen', { textDocument })
  await server.settle()
  return server.published.get(uri)?.map(({ code }) => code)
}

describe('files that are called otherwise', () => {
  test.each([
    'file:///c%3A/shop/schema.mig',
    'file:///C:/shop/schema.mig',
    'file://server/share/schema.mig',
    'file:///a%2Fb/schema.mig',
    'file:///a%00b.mig',
    'file:///x/%E0%A4%A.mig',
    'file:///c%2B%2B/%28shop%29/schema.mig',
    'untitled:Untitled-1',
    'git:/x/schema.mig?%7B%7D',
    'nonsense',
  ])('%s is spoken of as the client calls it, and no more when it is closed', async uri => {
    const server = await serve({})
    expect(await opened(server, uri, HEAD + WRONG)).toEqual(['MIG120'])
    const at = { textDocument: { uri }, position: { line: 3, character: 7 } }
    const hover = await server.request<Hover>('textDocument/hover', at)
    expect(JSON.stringify(hover.contents)).toContain('table a')
    await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
    await server.settle()
    expect(server.published.get(uri)).toEqual([])
    expect([...server.statuses.keys()]).toEqual([])
  })

  test('a path with blanks, umlauts and signs', async () => {
    const folder = 'Größe # 100%/my shop (é)'
    const files = { [`${folder}/schema.mig`]: `${HEAD}import './tafel ü#.mig'\n`, [`${folder}/tafel ü#.mig`]: RIGHT }
    const server = await serve(files)
    expect(server.told).toEqual({})
    await server.didOpen(`${folder}/tafel ü#.mig`, WRONG)
    await server.settle()
    expect(server.published.get(server.uri(`${folder}/tafel ü#.mig`))?.map(({ code }) => code)).toEqual(['MIG120'])
  })

  test.each([
    ['a name in quotes', 'project "my shop" {\n  targets sqlite 3.38\n}\n'],
    ['a byte order mark', `\uFEFF${HEAD}`],
    ['lines that end as on Windows', HEAD.replaceAll('\n', '\r\n')],
  ])('a project whose block has %s is found', async (_, head) => {
    const server = await serve({ 'main.mig': head + WRONG })
    expect(codes(server)).toEqual({ 'main.mig': 'MIG120' })
  })
})

describe('projects come and go', () => {
  test('folders of the workspace: those that are added are searched, those that are removed forgotten', async () => {
    const server = await serve({ 'a/schema.mig': HEAD + WRONG, 'b/schema.mig': HEAD + WRONG }, ['a'])
    expect(codes(server)).toEqual({ 'a/schema.mig': 'MIG120' })
    const folder = (name: string) => ({ uri: server.uri(name), name })
    const change = async (added: string[], removed: string[]) => {
      const event = { added: added.map(folder), removed: removed.map(folder) }
      await server.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event })
      await server.settle()
    }
    await change(['b'], ['a'])
    expect([codes(server), [...server.statuses.keys()]]).toEqual([{ 'b/schema.mig': 'MIG120' }, ['b/schema.mig']])
    await server.didOpen('b/schema.mig', HEAD + WRONG)
    await change([], ['b'])
    expect(codes(server)).toEqual({ 'b/schema.mig': 'MIG120' })
    await server.didClose('b/schema.mig')
    await server.settle()
    expect([codes(server), [...server.statuses.keys()]]).toEqual([{}, []])
  })

  test('a block that is typed begins a project, one that is deleted ends it', async () => {
    const server = await serve({})
    await server.didOpen('schema.mig', WRONG)
    await server.settle()
    expect(codes(server)).toEqual({})
    await server.didChange('schema.mig', { start: 0, end: 0, text: HEAD })
    await server.settle()
    expect([codes(server), [...server.statuses.keys()]]).toEqual([{ 'schema.mig': 'MIG120' }, ['schema.mig']])
    await server.didChange('schema.mig', { start: 0, end: HEAD.length, text: '' })
    await server.settle()
    expect([codes(server), [...server.statuses.keys()]]).toEqual([{}, []])
  })

  test('a block that is only cut for a moment is missed, not forgotten', async () => {
    const server = await serve({ 'schema.mig': HEAD + WRONG })
    await server.didOpen('schema.mig', HEAD + WRONG)
    await server.didChange('schema.mig', { start: 0, end: HEAD.length, text: '' })
    await server.settle()
    expect(codes(server)['schema.mig']).toContain('MIG113')
    await server.didChange('schema.mig', { start: 0, end: 0, text: HEAD })
    await server.settle()
    expect(codes(server)).toEqual({ 'schema.mig': 'MIG120' })
  })

  test('a main file that is taken away leaves nothing behind', async () => {
    const server = await serve({ 'schema.mig': `${HEAD}import './a.mig'\n`, 'a.mig': WRONG })
    expect(codes(server)).toEqual({ 'a.mig': 'MIG120' })
    rmSync(join(server.folder, 'schema.mig'))
    await server.watched({ name: 'schema.mig', type: 3 })
    await server.settle()
    expect([codes(server), [...server.statuses.keys()]]).toEqual([{}, []])
  })

  test('a file that changes on disk may begin a project', async () => {
    const server = await serve({ 'schema.mig': WRONG })
    server.write('schema.mig', HEAD + WRONG)
    await server.watched({ name: 'schema.mig', type: 2 })
    await server.settle()
    expect(codes(server)).toEqual({ 'schema.mig': 'MIG120' })
  })

  test('of a folder that is taken away or moved clients tell its own name alone', async () => {
    const files = {
      'schema.mig': `${HEAD}import './parts/a.mig'\n`,
      'parts/a.mig': WRONG,
      'old/schema.mig': HEAD + WRONG,
    }
    const server = await serve(files)
    expect(codes(server)).toEqual({ 'parts/a.mig': 'MIG120', 'old/schema.mig': 'MIG120' })
    rmSync(join(server.folder, 'parts'), { recursive: true })
    renameSync(join(server.folder, 'old'), join(server.folder, 'new'))
    await server.watched({ name: 'parts', type: 3 }, { name: 'old', type: 3 }, { name: 'new', type: 1 })
    await server.settle()
    expect(codes(server)).toEqual({ 'schema.mig': 'MIG110', 'new/schema.mig': 'MIG120' })
  })

  test('files come and go beside a client that watches none', async () => {
    const server = await serve({ 'schema.mig': `${HEAD}import './a.mig'\n` }, undefined, false)
    expect(codes(server)).toEqual({ 'schema.mig': 'MIG110' })
    server.write('a.mig', WRONG)
    await vi.waitFor(() => expect(codes(server)).toEqual({ 'a.mig': 'MIG120' }), 5_000)
    rmSync(join(server.folder, 'schema.mig'))
    await vi.waitFor(() => expect(codes(server)).toEqual({}), 5_000)
  })

  test('a main file that is a link', async () => {
    const server = await serve({ 'real/main.mig': HEAD + WRONG }, ['work'])
    mkdirSync(join(server.folder, 'work'))
    symlinkSync(join(server.folder, 'real/main.mig'), join(server.folder, 'work/schema.mig'))
    const event = { added: [{ uri: server.uri('work'), name: 'work' }], removed: [] }
    await server.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event })
    await server.settle()
    expect(codes(server)).toEqual({ 'work/schema.mig': 'MIG120' })
  })

  test('a file below a folder that is a link', async () => {
    const server = await serve({ 'real/main.mig': `${HEAD}import './a.mig'\n`, 'real/a.mig': RIGHT }, ['work'])
    mkdirSync(join(server.folder, 'work'))
    symlinkSync(join(server.folder, 'real'), join(server.folder, 'work/linked'))
    await server.didOpen('work/linked/a.mig', WRONG)
    await server.settle()
    expect([...server.statuses.keys()]).toEqual(['work/linked/main.mig'])
    expect(codes(server)).toEqual({ 'work/linked/a.mig': 'MIG120' })
  })

  test('migrations that are taken away are no past any more', async () => {
    const server = await serve({ 'schema.mig': HEAD + RIGHT })
    new PlanFolder({}, server.folder).compile()
    await server.watched({ name: 'migrations', type: 1 })
    await server.settle()
    expect(server.statuses.get('schema.mig')).toMatchObject({ steps: 0, heads: 1 })
    rmSync(join(server.folder, 'migrations'), { recursive: true })
    await server.watched({ name: 'migrations', type: 3 })
    await server.settle()
    expect(server.statuses.get('schema.mig')).toMatchObject({ steps: 1, heads: 0 })
  })

  test('an open revision that is emptied is not what is on disk', async () => {
    const server = await serve({ 'schema.mig': HEAD + RIGHT })
    const id = new PlanFolder({}, server.folder).compile()
    const name = `migrations/20260105_0510_${id}_change_1/revision.mig`
    await server.watched({ name, type: 1 })
    await server.didOpen(name, '')
    await server.settle()
    expect(server.statuses.get('schema.mig')?.state).toBe('unreadable past')
    await server.didClose(name)
    await server.settle()
    expect(server.statuses.get('schema.mig')?.state).toBe('planned')
  })
})

describe('imports while typing', () => {
  test('a file that is open and not saved is what an import means', async () => {
    const server = await serve({ 'schema.mig': `${HEAD}import './new.mig'\n` })
    expect(codes(server)).toEqual({ 'schema.mig': 'MIG110' })
    await server.didOpen('new.mig', WRONG)
    await server.settle()
    expect(codes(server)).toEqual({ 'new.mig': 'MIG120' })
    await server.didClose('new.mig')
    await server.settle()
    expect(codes(server)).toEqual({ 'schema.mig': 'MIG110' })
  })

  test('what only its text says of a file stands while nothing imports it', async () => {
    const torn = 'table b {\n  id int primary primary\n  x int -> nowhere\n  §\n}\n'
    const server = await serve({ 'schema.mig': HEAD })
    await server.didOpen('b.mig', torn)
    await server.didOpen('schema.mig', HEAD)
    await server.settle()
    const alone = codes(server)['b.mig']
    expect(alone).not.toContain('MIG122')
    const line = "import './b.mig'\n"
    await server.didChange('schema.mig', { start: HEAD.length, end: HEAD.length, text: line })
    await server.settle()
    expect(codes(server)['b.mig']).toContain('MIG122')
    await server.didChange('schema.mig', { start: HEAD.length, end: HEAD.length + line.length, text: '' })
    await server.settle()
    expect(codes(server)['b.mig']).toBe(alone)
  })

  test.each([
    ['below a file', './schema.mig/x.mig'],
    ['a folder', '.'],
    ['the root', '/'],
    ['empty', ''],
    ['with a sign that no path has', '\u0000.mig'],
    ['too long', `./${'long/'.repeat(1000)}x.mig`],
  ])('no path ends a plan: one that is %s', async (_, path) => {
    const server = await serve({ 'schema.mig': HEAD + RIGHT })
    await server.didOpen('schema.mig', `${HEAD + RIGHT}import '${path}'\n`)
    await server.settle()
    expect(server.statuses.get('schema.mig')?.state).toBe('broken')
  })

  test('two projects that share a file say what is wrong with it once, and whose steps stand over it', async () => {
    const server = await serve({
      'a/schema.mig': `${HEAD}import '../shared.mig'\n`,
      'b/schema.mig': `${HEAD.replace('shop', 'store')}import '../shared.mig'\n`,
      'shared.mig': WRONG,
    })
    expect(server.told['shared.mig']).toHaveLength(1)
    server.write('shared.mig', RIGHT)
    await server.watched({ name: 'shared.mig', type: 2 })
    await server.settle()
    const textDocument = { uri: server.uri('shared.mig') }
    const lenses = await server.request<CodeLens[]>('textDocument/codeLens', { textDocument })
    const titles = lenses.map(({ command }) => command?.title).filter(title => title?.includes('step'))
    expect(titles.map(title => title?.split(' · ').slice(0, 2))).toEqual([
      ['shop', '1 step'],
      ['store', '1 step'],
    ])
  })
})
