import { expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Diagnostic } from '../../../../language/diagnostic.ts'
import { codeActions } from '../../../../language/editor/actions/code-actions.ts'
import type { Parsed } from '../../../../language/parse.ts'
import { readText } from '../../../../language/parse.ts'
import { readRevision } from '../../../../language/revision-text.ts'
import { marked } from '../marked.ts'

const START = { line: 0, column: 0, offset: 0 }

test('a file that nothing imports is imported in the one that the project begins with', () => {
  const { model } = marked("\nimport './a.mig'\n\ntable t {\n  a int\n}\n")
  const stray = readText('table u {\n  a int\n}\n', '/project/parts/u.mig')
  const range = { start: START, end: START }
  const diagnostic: Diagnostic = {
    code: 'MIG115',
    severity: 'warning',
    message: 'Nothing imports this file.',
    remedy: 'Import it.',
    file: stray.file,
    range,
  }
  const [action] = codeActions(model, stray, { start: 12, end: 12 }, [diagnostic])
  expect(action?.title).toBe('Import it in schema.mig')
  expect(action?.isPreferred).toBe(true)
  const text = applied(model.file(model.main)!, action?.edit?.changes?.['file:///project/schema.mig'])
  expect(text).toContain("import './a.mig'\nimport './parts/u.mig'\n\ntable t")
})

test('it is imported too where the server reads it by itself', () => {
  const main = 'project p {\n  targets postgres 14\n}\n\ntable t {\n  a int\n}\n'
  const { model } = marked('table u {\n  a int\n}\n')
  const stray = model.file(model.main)!
  const range = { start: START, end: START }
  const diagnostic: Diagnostic = {
    code: 'MIG115',
    severity: 'warning',
    message: 'Nothing imports this file.',
    remedy: 'Import it.',
    file: stray.file,
    range,
    data: { main: '/project/main.mig' },
  }
  const read = (path: string) => (path === '/project/main.mig' ? main : undefined)
  const [action] = codeActions(model, stray, { start: 0, end: 0 }, [diagnostic], undefined, { files: [], read })
  expect(action?.title).toBe('Import it in main.mig')
  const text = applied(readText(main, '/project/main.mig'), action?.edit?.changes?.['file:///project/main.mig'])
  expect(text).toContain("}\n\nimport './schema.mig'\n\ntable t")
})

const HEAD = "revision aaaa 'first'\ncreated 2026-01-05T05:30:00Z\n"

test.each<[string, string, string, string]>([
  ['MIG140', 'Remove this line', `${HEAD}created 2026-01-05T05:31:00Z\n`, HEAD],
  [
    'MIG141',
    "Say that nothing is to be done: `down none ''`",
    `${HEAD}\nsql 'x' {\n  up \`select 1\`\n}\n`,
    `${HEAD}\nsql 'x' {\n  up   \`select 1\`\n  down none ''\n}\n`,
  ],
  [
    'MIG107',
    'Remove the second one',
    `${HEAD}\nsql 'x' {\n  up   \`select 1\`\n  up   \`select 2\`\n  down none ''\n}\n`,
    `${HEAD}\nsql 'x' {\n  up   \`select 1\`\n  down none ''\n}\n`,
  ],
  [
    'MIG114',
    'Remove the hint',
    `${HEAD}\ncreate table t was u {\n  a int\n}\n`,
    `${HEAD}\ncreate table t {\n  a int\n}\n`,
  ],
])('%s in a revision: %s', (code, title, before, after) => {
  const path = '/project/migrations/a/revision.mig'
  const { model } = marked('table t {\n  a int\n}\n')
  const { diagnostics } = readRevision(before, path)
  const own = diagnostics.filter(one => one.code === code)
  const parsed = readText(before, path)
  const { start, end } = own[0]!.range
  const actions = codeActions(model, parsed, { start: start.offset, end: end.offset }, own)
  const action = actions.find(one => one.title === title)
  if (action === undefined) throw new Error(`not offered; but ${actions.map(one => one.title).join(' | ')}`)
  expect(applied(parsed, action.edit?.changes?.[`file://${path}`])).toBe(after)
  expect(readRevision(after, path).diagnostics.filter(one => one.code === code)).toEqual([])
})

function applied(parsed: Parsed, edits: Parameters<typeof TextDocument.applyEdits>[1] = []): string {
  return TextDocument.applyEdits(TextDocument.create('', 'mig', 0, parsed.text), edits)
}
