import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { linkedDiagnostic } from '../../../../language/editor/actions/linked-diagnostic.ts'
import { PlanThread } from '../../../../language/editor/plan/plan-thread.ts'
import { loadProject } from '../../../../language/load.ts'
import { SHOP } from '../shop.ts'
import { inWords, NearServer } from './near-server.ts'
import { dice } from './random-work.ts'

const FILES: Readonly<Record<string, string>> = {
  '.git/HEAD': '',
  'billing.mig': 'table invoices {\n  id bigint identity primary\n}\n',
  'shared.mig': 'mixin owned {\n  owner text\n}\n',
}
const METHODS = ['completion', 'hover', 'signatureHelp', 'definition', 'documentHighlight']
const WHOLE = ['semanticTokens/full', 'documentSymbol', 'foldingRange', 'codeLens', 'documentLink']
/** Letters between two moments at which everything is asked. */
const STEP = 41

let planner: PlanThread
let server: NearServer
afterEach(() => {
  planner.close()
  server.dispose()
})

async function begin(text: string): Promise<void> {
  planner = new PlanThread()
  server = new NearServer(mkdtempSync(join(tmpdir(), 'mig-typing-')), planner)
  for (const [name, file] of Object.entries(FILES)) server.write(name, file)
  server.write('schema.mig', SHOP)
  await server.initialize()
  await server.didOpen('schema.mig', text)
  while (server.statuses.size === 0) await server.settle()
}

/** Asks what editors ask at a place, all at once. */
async function askAll(offset: number): Promise<void> {
  const textDocument = { uri: server.uri('schema.mig') }
  const position = server.position('schema.mig', offset)
  const range = { start: position, end: position }
  await Promise.all([
    ...METHODS.map(method => server.request(`textDocument/${method}`, { textDocument, position })),
    ...WHOLE.map(method => server.request(`textDocument/${method}`, { textDocument })),
    server.request('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }),
    server.request('textDocument/inlayHint', { textDocument, range }),
    server.request('textDocument/selectionRange', { textDocument, positions: [position] }),
  ])
}

/** What `mig check` says of the same texts. */
function checked(): readonly string[] {
  server.write('schema.mig', server.text('schema.mig')!)
  return loadProject(join(server.folder, 'schema.mig')).diagnostics.map(linkedDiagnostic).map(inWords).sort()
}

async function expectChecked(): Promise<void> {
  await server.settle()
  const told = Object.values(server.told)
    .flat()
    .filter(line => !line.startsWith('MIG2'))
  expect(told.sort()).toEqual(checked())
  expect(server.errors).toEqual([])
}

test('a file that is typed letter by letter, and deleted again', async () => {
  await begin('')
  for (let end = 0; end < SHOP.length; end++) {
    await server.didChange('schema.mig', { start: end, end, text: SHOP[end]! })
    if (end % STEP === 0) await askAll(end + 1)
  }
  await expectChecked()
  for (let end = SHOP.length; end > SHOP.length / 2; end--) {
    await server.didChange('schema.mig', { start: end - 1, end, text: '' })
    if (end % (STEP * 3) === 0) await askAll(end - 1)
  }
  await expectChecked()
}, 60_000)

test('halves that are pasted, cut and pasted elsewhere', async () => {
  await begin(SHOP)
  const roll = dice(7)
  for (let turn = 0; turn < 25; turn++) {
    const text = server.text('schema.mig')!
    const [start, end] = [roll(text.length + 1), roll(text.length + 1)].sort((a, b) => a - b) as [number, number]
    const cut = text.slice(start, end)
    await server.didChange('schema.mig', { start, end, text: '' })
    await askAll(start)
    const at = roll(text.length - cut.length + 1)
    await server.didChange('schema.mig', { start: at, end: at, text: cut })
    await askAll(at)
  }
  await expectChecked()
  const { length } = server.text('schema.mig')!
  await server.didChange('schema.mig', { start: 0, end: length, text: SHOP })
  await expectChecked()
}, 60_000)

test.each([
  ['ends of lines as on Windows', SHOP.replaceAll('\n', '\r\n')],
  ['signs of two units', SHOP.replaceAll('//', '// 💶𝒳').replaceAll("'US'", "'💶'")],
])(
  'a text with %s, edited and asked about inside of them',
  async (_, text) => {
    await begin(text)
    const roll = dice(11)
    for (let turn = 0; turn < 60; turn++) {
      const now = server.text('schema.mig')!
      const odd = [...now.matchAll(/\r\n|[\uD800-\uDBFF]/g)].map(({ index }) => index + 1)
      const start = odd[roll(odd.length)] ?? 0
      if (roll(3) === 0)
        await server.didChange('schema.mig', { start, end: start + roll(2), text: roll(2) === 0 ? 'x' : '' })
      await askAll(start)
    }
    await expectChecked()
  },
  60_000,
)
