import { execFileSync } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { CodeLens, CompletionList, Hover, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { builtMig } from './built-server.ts'
import { Client } from './client.ts'

const HEAD = 'project shop {\n  targets postgres 14, sqlite 3.38\n}\n'
const CUSTOMERS = 'table customers {\n  id   bigint identity primary\n  mail text   unique\n}\n'
const ORDERS = `table orders {
  id          bigint identity primary
  customer_id bigint -> customers index
}

view names = \`select c.mail from customers c\`
`
const SHOP = {
  'schema.mig': `${HEAD}\nimport './orders.mig'\n\n${CUSTOMERS}`,
  'orders.mig': ORDERS,
}

const mig = builtMig()
const open: Client[] = []
const start = (files: Readonly<Record<string, string>>) => {
  const client = new Client([process.execPath, mig.path, 'lsp', '--stdio'], files)
  open.push(client)
  return client
}
const run = (client: Client, ...args: string[]) =>
  execFileSync(process.execPath, [mig.path, ...args], { cwd: client.folder, encoding: 'utf8', stdio: 'pipe' })

/** A client of a project whose texts are all in a revision. */
async function committed(files: Readonly<Record<string, string>> = SHOP): Promise<Client> {
  const client = start(files)
  run(client, 'compile', '-m', 'first')
  await client.initialize()
  return client
}

const statuses = (client: Client) =>
  client.notes
    .filter(({ method }) => method === 'mig/status')
    .map(({ params }) => params as { state: string; steps: number })
const steps = (client: Client) => statuses(client).at(-1)?.steps

/** What the open texts are after an edit of the server. */
function applied(client: Client, edit: WorkspaceEdit | null): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {}
  for (const change of edit?.documentChanges ?? []) {
    if (!('textDocument' in change)) continue
    const name = change.textDocument.uri.split('/').at(-1)!
    texts[name] = edited(
      name === 'schema.mig' || name === 'orders.mig' ? textOf(client, name) : '',
      change.edits as TextEdit[],
    )
  }
  for (const [uri, edits] of Object.entries(edit?.changes ?? {})) {
    const name = uri.split('/').at(-1)!
    texts[name] = edited(textOf(client, name), edits)
  }
  return texts
}

function textOf(client: Client, name: string): string {
  try {
    return client.text(name)
  } catch {
    return SHOP[name as keyof typeof SHOP]
  }
}

function edited(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('x:', 'mig', 1, text), [...edits])
}

afterEach(() => {
  for (const client of open.splice(0)) client.dispose()
})

test('from the first word to the last: initialize, open, edit, save, shutdown', async () => {
  const client = start(SHOP)
  const { capabilities, serverInfo } = await client.initialize()
  expect(serverInfo?.name).toBe('mig')
  expect(capabilities.renameProvider).toEqual({ prepareProvider: true })
  await client.open('orders.mig', ORDERS.replace('customers index', 'customerz index'))
  await client.until('the error', () => client.codes('orders.mig').includes('MIG122'))
  await client.change('orders.mig', ORDERS)
  await client.until('no error', () => client.codes('orders.mig').length === 0)
  await client.save('orders.mig')
  expect(await client.shutdown()).toBe(0)
})

test('files that are not open have diagnostics too', async () => {
  const client = start({ ...SHOP, 'orders.mig': ORDERS.replace('customers index', 'customerz index') })
  await client.initialize()
  await client.until('the error', () => client.codes('orders.mig').includes('MIG122'))
})

test('an edit in one file shows in the others, and goes when it is closed unsaved', async () => {
  const client = start(SHOP)
  await client.initialize()
  await client.open('schema.mig', SHOP['schema.mig'])
  await client.change('schema.mig', SHOP['schema.mig'].replace('table customers', 'table clients'))
  await client.until('the error in the other file', () => client.codes('orders.mig').includes('MIG122'))
  await client.close('schema.mig')
  await client.until('no error', () => client.codes('orders.mig').length === 0)
})

test('rename goes through all files and SQL, and the next migration keeps the data', async () => {
  const client = await committed()
  await client.open('orders.mig', ORDERS)
  await client.open('schema.mig', SHOP['schema.mig'])
  const range = await client.at<{ placeholder: string }>('textDocument/prepareRename', 'schema.mig', 'table cust')
  expect(range.placeholder).toBe('customers')
  const edit = await client.at<WorkspaceEdit>('textDocument/rename', 'schema.mig', 'table cust', { newName: 'clients' })
  const texts = applied(client, edit)
  expect(texts['schema.mig']).toContain('table clients was customers {')
  expect(texts['orders.mig']).toContain('-> clients index')
  expect(texts['orders.mig']).toContain('select c.mail from clients c')
  for (const [name, text] of Object.entries(texts)) {
    await client.change(name, text)
    await client.save(name)
  }
  await client.until('a plan of renames', () => steps(client)! > 0)
  expect(client.codes('schema.mig')).toEqual(['MIG231'])
  const { steps: planned } = JSON.parse(run(client, 'diff', '--json')) as { steps: { kind: string }[] }
  expect(planned.map(({ kind }) => kind)).not.toContain('drop table')
  expect(planned.map(({ kind }) => kind)).toContain('rename table')
})

test('the plan is made while typing: steps, hazards on their lines, SQL in place that follows the text', async () => {
  const client = await committed()
  await client.open('schema.mig', SHOP['schema.mig'])
  await client.until('a first plan', () => steps(client) === 0)
  await client.type('schema.mig', 'text   unique\n', '  country text\n')
  await client.until('the hazard', () => client.codes('schema.mig').some(code => code.startsWith('MIG2')))
  const [hazard] = client.diagnostics.get(client.uri('schema.mig'))!.items
  expect(hazard!.range.start.line).toBe(client.position('schema.mig', '  country').line)
  await client.change('schema.mig', client.text('schema.mig').replace('country text', 'country text?'))
  await client.until('no hazard', () => client.codes('schema.mig').length === 0 && steps(client) === 1)
  const lenses = await client.request<CodeLens[]>('textDocument/codeLens', {
    textDocument: { uri: client.uri('schema.mig') },
  })
  const { line } = client.position('schema.mig', 'table customers')
  const up = lenses.find(lens => lens.command?.title === 'postgres up' && lens.range.start.line === line)!
  const [uri] = up.command!.arguments as [string]
  const textOf = async () => (await client.request<{ text: string }>('workspace/textDocumentContent', { uri })).text
  expect(await textOf()).toMatch(/alter table "?customers"? add column "?country"? text/)
  await client.change('schema.mig', client.text('schema.mig').replace('country text?', 'land text?'))
  await client.until('the next plan', () =>
    client.notes.some(note => note.method === 'workspace/textDocumentContent/refresh'),
  )
  expect(await textOf()).toMatch(/add column "?land"? text/)
})

test('a hand edit of a name is caught on its line', async () => {
  const client = await committed()
  await client.open('schema.mig', SHOP['schema.mig'])
  await client.change('schema.mig', SHOP['schema.mig'].replace('mail text  ', 'email text'))
  await client.until('the question', () => client.codes('schema.mig').some(code => code.startsWith('MIG2')))
  const { line } = client.position('schema.mig', '  email')
  const actions = await client.request<{ title: string; edit: WorkspaceEdit }[]>('textDocument/codeAction', {
    textDocument: { uri: client.uri('schema.mig') },
    range: { start: { line, character: 3 }, end: { line, character: 3 } },
    context: { diagnostics: client.diagnostics.get(client.uri('schema.mig'))!.items },
  })
  const rename = actions.find(({ title }) => title.includes('was mail'))!
  expect(actions.some(({ title }) => title.includes('drop'))).toBe(true)
  const { 'schema.mig': text } = applied(client, rename.edit)
  expect(text).toMatch(/email text +unique +was mail\n/)
  await client.change('schema.mig', text!)
  await client.until('no question', () => client.codes('schema.mig').every(code => code === 'MIG231'))
})

describe('beside the editor', () => {
  test('a file that changes on disk is read again', async () => {
    const client = start({ ...SHOP, 'orders.mig': ORDERS.replace('customers index', 'customerz index') })
    await client.initialize()
    await client.until('the error', () => client.codes('orders.mig').includes('MIG122'))
    client.write('orders.mig', ORDERS)
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('orders.mig'), type: 2 }],
    })
    await client.until('no error', () => client.codes('orders.mig').length === 0)
  })

  test('a file that appears is imported, one that goes is missed', async () => {
    const { 'schema.mig': schema } = SHOP
    const client = start({ 'schema.mig': schema })
    await client.initialize()
    await client.until('the missing file', () => client.codes('schema.mig').includes('MIG110'))
    client.write('orders.mig', ORDERS)
    const tell = (type: number) =>
      client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: client.uri('orders.mig'), type }],
      })
    await tell(1)
    await client.until('no missing file', () => client.codes('schema.mig').length === 0)
    rmSync(join(client.folder, 'orders.mig'))
    await tell(3)
    await client.until('the missing file', () => client.codes('schema.mig').includes('MIG110'))
  })

  test.each([
    ['that watches files', true],
    ['that does not', false],
  ])('a revision that mig compile writes is seen by a client %s', async (_, watches) => {
    const client = start(SHOP)
    const more = watches ? {} : { capabilities: {} }
    await client.initialize(more)
    await client.open('schema.mig', SHOP['schema.mig'])
    await client.until('a plan', () => (steps(client) ?? 0) > 0)
    run(client, 'compile', '-m', 'first')
    if (watches) {
      const [folder] = readdirSync(join(client.folder, 'migrations'))
      const changes = [{ uri: client.uri(`migrations/${folder}/revision.mig`), type: 1 }]
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes })
    }
    await client.until('nothing pending', () => steps(client) === 0)
  })
})

describe('clients of all sorts', () => {
  test('one that says a rootUri alone', async () => {
    const client = start({ ...SHOP, 'orders.mig': ORDERS.replace('customers index', 'customerz index') })
    await client.initialize({ workspaceFolders: null })
    await client.until('the error', () => client.codes('orders.mig').includes('MIG122'))
  })

  test('one that opens a file outside of its folders', async () => {
    const client = start(SHOP)
    await client.initialize({ workspaceFolders: null, rootUri: null })
    await client.open('orders.mig', ORDERS.replace('customers index', 'customerz index'))
    await client.until('the error', () => client.codes('orders.mig').includes('MIG122'))
  })

  test('one with a text that is on no disk', async () => {
    const client = start({})
    await client.initialize()
    const uri = 'untitled:Untitled-1'
    const text = `${HEAD}table a {\n  id bigint primary\n}\n`
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'mig', version: 1, text },
    })
    const hover = await client.request<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 3, character: 7 },
    })
    expect(JSON.stringify(hover.contents)).toContain('table a')
  })

  test('one that types ten letters at once', async () => {
    const client = start(SHOP)
    await client.initialize()
    await client.open('orders.mig', ORDERS)
    for (const letter of 'somethings') await client.type('orders.mig', 'table orders {\n', letter)
    const list = await client.at<CompletionList>('textDocument/completion', 'orders.mig', '-> ')
    expect(list.items.map(item => item.label)).toContain('customers')
    await client.until('its error', () => client.versionOf('orders.mig') === client.version('orders.mig'))
    expect(client.codes('orders.mig').length).toBeGreaterThan(0)
  })

  test('one that goes away without a word', async () => {
    const client = start(SHOP)
    await client.initialize()
    client.hangUp()
    expect(await client.exit).toBe(1)
  })
})

test('what edits made of a text is what the client has', async () => {
  const client = start(SHOP)
  await client.initialize()
  await client.open('orders.mig', ORDERS)
  await client.type('orders.mig', 'index\n', '  total decimal(10, 2) // 💶 ä\n')
  await client.type('orders.mig', '💶', '😀')
  await client.type('orders.mig', 'table orders {\n', '      note   text?\n')
  const options = { tabSize: 2, insertSpaces: true }
  const edits = await client.request<TextEdit[]>('textDocument/formatting', {
    textDocument: { uri: client.uri('orders.mig') },
    options,
  })
  const text = edited(client.text('orders.mig'), edits)
  client.write('orders.mig', client.text('orders.mig'))
  run(client, 'format')
  expect(text).toBe((await import('node:fs')).readFileSync(join(client.folder, 'orders.mig'), 'utf8'))
  expect(text).toContain('💶😀')
})

test('nothing that a client says ends the server', async () => {
  const client = start(SHOP)
  await client.initialize()
  await client.open('orders.mig', ORDERS)
  const uri = client.uri('orders.mig')
  const ask = (method: string, params: object) =>
    client.request(`textDocument/${method}`, params).catch(error => expect(error.message).toMatch(/^[A-Z].*\.$/))
  const methods = [
    'hover',
    'completion',
    'definition',
    'references',
    'documentHighlight',
    'prepareRename',
    'signatureHelp',
  ]
  for (const position of [
    { line: 999, character: 999 },
    { line: 0, character: 100_000 },
  ]) {
    for (const method of methods) {
      await ask(method, { textDocument: { uri }, position, context: { includeDeclaration: true } })
      const nowhere = {
        textDocument: { uri: 'file:///nowhere/x.mig' },
        position,
        context: { includeDeclaration: true },
      }
      await ask(method, nowhere)
    }
  }
  const nested = `table deep {\n  a int check \`${'('.repeat(4000)}\`\n  b ${'(('.repeat(3000)}\n}\n`
  for (const text of [nested, '\u0000\u0001`', `x${'y '.repeat(200_000)}`, '"', '`'.repeat(9), '']) {
    await client.change('orders.mig', text)
    await client.request('textDocument/documentSymbol', { textDocument: { uri } })
    await client.request('textDocument/semanticTokens/full', { textDocument: { uri } })
  }
  await client.change('orders.mig', ORDERS)
  await client.until('a text without errors', () => client.codes('orders.mig').length === 0)
  expect(await client.shutdown()).toBe(0)
})
