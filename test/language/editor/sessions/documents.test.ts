import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { NearServer } from './near-server.ts'

const HEAD = 'project shop {\n  targets postgres 14, sqlite 3.38\n}\n'
const TABLE = 'table a {\n  id int primary\n}\n'
const REFRESH = 'workspace/textDocumentContent/refresh'

let server: NearServer
afterEach(() => {
  expect(server.errors).toEqual([])
  server.dispose()
})

async function serve(text: string): Promise<void> {
  server = new NearServer(mkdtempSync(join(tmpdir(), 'mig-documents-')))
  server.write('.git/HEAD', '')
  server.write('schema.mig', text)
  await server.initialize()
  await server.didOpen('schema.mig', text)
  await server.settle()
}

const sqlUri = (object: string) => `${server.uri('schema.mig').replace(/^file:/, 'mig-sql:')}/${object}.postgres.up.sql`
const textOf = (uri: string) => server.request<{ text: string }>('workspace/textDocumentContent', { uri })
const open = (uri: unknown) => server.request('workspace/executeCommand', { command: 'mig.open', arguments: [uri] })

/** Which documents the client was told to ask for again since the last time. */
function refreshed(): readonly string[] {
  const found = server.asked.splice(0).filter(({ method }) => method === REFRESH)
  return found.map(({ params }) => (params as { uri: string }).uri)
}

test('a document that nobody asks for any more is not spoken of again', async () => {
  await serve(HEAD + TABLE)
  const [shown, closed] = [sqlUri('a'), sqlUri('b')]
  await Promise.all([textOf(shown), textOf(closed)])
  const type = async (text: string) => {
    await server.didChange('schema.mig', { start: HEAD.length, end: HEAD.length, text })
    await server.settle()
  }
  await type('// one\n')
  expect(new Set(refreshed())).toEqual(new Set([shown, closed]))
  await textOf(shown)
  await type('// two\n')
  expect(new Set(refreshed())).toEqual(new Set([shown]))
  await type('// three\n')
  expect(refreshed()).toEqual([])
})

test.each([
  ['a file', 'file:///etc/hosts'],
  ['no URI', 'nonsense'],
  ['nothing', ''],
  ['no text', { a: 1 }],
])('%s is not opened', async (_, uri) => {
  await serve(HEAD + TABLE)
  expect(await open(uri)).toBeNull()
})

test.each([
  ['SQL of what is no project', 'mig-sql:///etc/hosts/postgres.up.sql', /^-- No project begins with \/etc\/hosts\.\n$/],
  ['SQL of nothing', 'mig-sql:', /^$/],
  ['a revision that is not there', 'mig-schema:///nowhere/migrations/abc.mig', /no revision abc/],
  ['an address that cannot be read', 'mig-schema:%', /^$/],
])('%s is an answer, not a failure', async (_, uri, text) => {
  await serve(HEAD + TABLE)
  expect((await textOf(uri)).text).toMatch(text)
})

test('of a file with an error in each line not all are shown, and how many are not', async () => {
  await serve(`${HEAD}${TABLE}${'table b {\n  id in primary\n}\n'.repeat(700)}`)
  const items = server.published.get(server.uri('schema.mig'))!
  expect(items).toHaveLength(501)
  expect(items.at(-1)!.message).toMatch(/^\d+ more are not shown/)
  expect(items.slice(0, -1).every(({ severity }) => severity === 1)).toBe(true)
})

test('actions are those of the text as it is, however fast they are asked for', async () => {
  await serve(HEAD + TABLE)
  const at = (HEAD + TABLE).indexOf('int primary')
  await server.didChange('schema.mig', { start: at, end: at + 3, text: 'itn' })
  const position = server.position('schema.mig', at + 1)
  const actions = await server.request<{ title: string }[]>('textDocument/codeAction', {
    textDocument: { uri: server.uri('schema.mig') },
    range: { start: position, end: position },
    context: { diagnostics: [] },
  })
  expect(actions.map(({ title }) => title).join()).toContain('int')
})
