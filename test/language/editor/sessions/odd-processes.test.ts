import { execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { CancellationTokenSource } from 'vscode-jsonrpc/node'
import { builtMig } from './built-server.ts'
import { Client } from './client.ts'

const HEAD = 'project shop {\n  targets postgres 14, sqlite 3.38\n}\n'
const tables = (count: number) =>
  Array.from(
    { length: count },
    (_, at) => `table t${at} {\n  id int primary\n  next int -> t${(at * 7) % count} index\n}\n`,
  )

/** What a process has in memory: Linux tells it in a file, other systems through a program. */
function residentKilobytes(pid: number): number {
  if (process.platform !== 'linux')
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }))
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1])
}

const mig = builtMig()
const open: Client[] = []
afterEach(() => {
  for (const client of open.splice(0)) {
    expect(client.notes.filter(({ method }) => method === 'window/logMessage')).toEqual([])
    client.dispose()
  }
})

async function serve(text: string, more: object = {}): Promise<Client> {
  const client = new Client([process.execPath, mig.path, 'lsp', '--stdio'], { '.git/HEAD': '', 'schema.mig': text })
  open.push(client)
  await client.initialize(more)
  await client.open('schema.mig', text)
  return client
}

test('the server ends with its client, which was killed and said nothing', async () => {
  const editor = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)'])
  const client = await serve(HEAD, { processId: editor.pid })
  editor.kill('SIGKILL')
  expect(await client.exit).toBe(1)
}, 15_000)

test.each([
  ['hangs up', async (client: Client) => client.hangUp(), 1],
  ['says goodbye', async (client: Client) => void (await client.shutdown()), 0],
])('a client that %s while a plan is made is not waited for', async (_, leave, code) => {
  const client = await serve(HEAD + tables(800).join(''))
  await client.at('textDocument/hover', 'schema.mig', 'table t')
  const since = performance.now()
  await leave(client)
  expect(await client.exit).toBe(code)
  expect(performance.now() - since).toBeLessThan(4_000)
})

test('two hundred requests at once, half of them called off', async () => {
  const client = await serve(HEAD + tables(200).join(''))
  const textDocument = { uri: client.uri('schema.mig') }
  const answers = Array.from({ length: 200 }, (_, at) => {
    const method = at % 4 < 2 ? 'textDocument/completion' : 'textDocument/semanticTokens/full'
    const source = new CancellationTokenSource()
    const params = { textDocument, position: { line: at * 4 + 1, character: 3 } }
    const answer = client.connection.sendRequest(method, params, source.token)
    if (at % 2 === 1) source.cancel()
    return answer.then(
      () => 'answered',
      ({ code }) => code,
    )
  })
  const said = await Promise.all(answers)
  expect(said.filter((_, at) => at % 2 === 0)).toEqual(Array(100).fill('answered'))
  expect(said.every(one => one === 'answered' || one === -32800)).toBe(true)
})

test('nothing that is not asked of a server ends it', async () => {
  const client = await serve(HEAD)
  const uri = client.uri('schema.mig')
  const tell = (method: string, params: object) => client.connection.sendNotification(method, params)
  const change = (version: number, ...contentChanges: object[]) =>
    tell('textDocument/didChange', { textDocument: { uri, version }, contentChanges })
  const range = (line: number, character: number, endLine: number, end: number) => ({
    start: { line, character },
    end: { line: endLine, character: end },
  })
  const elsewhere = { uri: client.uri('never-opened.mig'), version: 2 }
  await tell('textDocument/didChange', { textDocument: elsewhere, contentChanges: [{ text: 'x' }] })
  await tell('textDocument/didSave', { textDocument: elsewhere })
  await tell('textDocument/didClose', { textDocument: elsewhere })
  await tell('unknown/notification', {})
  await tell('$/unknown', {})
  await tell('workspace/didChangeConfiguration', { settings: null })
  await expect(client.request('unknown/request', {})).rejects.toMatchObject({ code: -32601 })
  await change(2)
  await change(3, { range: range(90, 0, 99, 9), text: 'table b {\n  id in primary\n}\n' })
  await change(4, { range: range(3, 5, 1, 3), text: '' }, { range: range(0, 0, 0, 0), text: '\r' })
  await client.open('schema.mig', `${HEAD}table c {\n  id in primary\n}\n`)
  await client.until(
    'the error of the text that was opened twice',
    () => client.codes('schema.mig').join() === 'MIG120',
  )
  await client.close('schema.mig')
  await tell('textDocument/didClose', { textDocument: { uri } })
  await client.until('the text on disk', () => client.codes('schema.mig').length === 0)
  expect(await client.shutdown()).toBe(0)
})

test('two thousand edits leave nothing in memory', async () => {
  const text = HEAD + tables(60).join('')
  const client = await serve(text)
  const megabytes = () => residentKilobytes(client.pid) / 1024
  const edit = async (from: number, to: number) => {
    for (let at = from; at < to; at++) {
      await client.change('schema.mig', text.replace('table t7 ', `table t7_${at} `))
      if (at % 10 === 0) await client.at('textDocument/semanticTokens/full', 'schema.mig', 'table t')
    }
    await client.until('all is read', () => client.versionOf('schema.mig') === client.version('schema.mig'))
  }
  await edit(0, 500)
  const before = megabytes()
  await edit(500, 2000)
  expect(megabytes() - before).toBeLessThan(150)
}, 30_000)
