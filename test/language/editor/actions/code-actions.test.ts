import { expect, test } from 'vitest'
import { CodeActionKind } from 'vscode-languageserver-types'
import { ACTION_KINDS, codeActions } from '../../../../language/editor/actions/code-actions.ts'
import { ProjectModel } from '../../../../language/editor/project-model.ts'
import { related } from '../../../../language/editor/related.ts'
import { spentHints } from '../../../../language/editor/spent-hints.ts'
import { loadProject } from '../../../../language/load.ts'
import { pastOfTexts } from '../past-of.ts'
import { prefixesOfShop } from '../prefixes-of-shop.ts'
import { open, textsAfter } from './fix-case.ts'

const T = 'table t {\n  a int;\n  b int was b\n}\n'

function kinds(only?: readonly CodeActionKind[], text = T) {
  const { model, diagnostics } = open(text)
  const parsed = model.file(model.main)!
  return codeActions(model, parsed, { start: 0, end: parsed.text.length }, diagnostics, only).map(({ kind }) => kind)
}

test('only what is asked for is offered', () => {
  expect(new Set(kinds())).toEqual(new Set([CodeActionKind.QuickFix]))
  expect(new Set(kinds([CodeActionKind.QuickFix]))).toEqual(new Set([CodeActionKind.QuickFix]))
  expect(kinds([CodeActionKind.Refactor])).toEqual([])
  expect(kinds([CodeActionKind.SourceFixAll])).toEqual([CodeActionKind.SourceFixAll])
  expect(kinds([CodeActionKind.Source])).toEqual([CodeActionKind.SourceFixAll])
  expect(kinds(['source.other' as CodeActionKind])).toEqual([])
  for (const kind of kinds([''])) expect(ACTION_KINDS).toContain(kind)
})

test('a fix tells which diagnostic it is for, as the client has it', () => {
  const { model, diagnostics } = open('table t {\n  a texxt\n}\n')
  const [action] = codeActions(model, model.file(model.main)!, { start: 0, end: 999 }, diagnostics)
  expect(action).toMatchObject({
    kind: CodeActionKind.QuickFix,
    isPreferred: true,
    diagnostics: [{ code: 'MIG120', source: 'mig', message: 'There is no type `texxt`.\nDid you mean `text`?' }],
  })
})

test('a diagnostic elsewhere is left alone', () => {
  const { model, diagnostics } = open('table t {\n  a texxt\n  b int\n}\n')
  const parsed = model.file(model.main)!
  const at = parsed.text.indexOf('b int')
  expect(codeActions(model, parsed, { start: at, end: at }, diagnostics)).toEqual([])
})

function source(text: string, kind: CodeActionKind, past?: string) {
  const opened = open(text, past)
  const parsed = opened.model.file(opened.model.main)!
  const [action] = codeActions(opened.model, parsed, { start: 0, end: 0 }, [], [kind])
  return action && textsAfter(opened, action)['schema.mig']!.replace(/^project .*\n.*\n\}\n/, '')
}

test('all that is sure is mended at once', () => {
  const before = 'table t {\n  a int;\n  b text default random() -- why\n  c varchar(5) default five\n}\n'
  const after = 'table t {\n  a int\n  b text default `random()` // why\n  c varchar(5) default five\n}\n'
  expect(source(before, CodeActionKind.SourceFixAll)).toBe(before.replace(';', '').replace('--', '//'))
  expect(source(before.replace(';', '').replace('--', '//'), CodeActionKind.SourceFixAll)).toBe(after)
})

test('all spent hints go at once, and no other', () => {
  const past = '\ntable t {\n  id    int primary\n  email text\n}\n'
  const before =
    '\ntable t was s {\n  id    int primary\n  email text unique was mail\n  n     int backfill 0\n\n  dropped mail\n}\n'
  const after = '\ntable t {\n  id    int primary\n  email text unique\n  n     int backfill 0\n}\n'
  expect(source(before, 'source.removeSpentHints' as CodeActionKind, past)).toBe(after)
})

test.each([
  ["\nimport './b.mig'\nimport './a.mig'\n", "\nimport './a.mig'\nimport './b.mig'\n"],
  [
    "\nimport { y, x } from './a.mig'\nimport { z, x } from './a.mig' // some\n",
    "\nimport { x, y, z } from './a.mig' // some\n",
  ],
  ["\nimport { y } from './a.mig'\nimport './a.mig'\n", "\nimport './a.mig'\n"],
  [
    "\nimport './c.mig'\nimport './b.mig'\n\nimport './a.mig'\n",
    "\nimport './b.mig'\nimport './c.mig'\n\nimport './a.mig'\n",
  ],
])('imports in order: %s', (before, after) => {
  expect(source(before, CodeActionKind.SourceOrganizeImports)).toBe(after)
})

test('imports that are in order stay', () => {
  expect(
    source("\nimport './a.mig'\nimport { b, c } from './b.mig'\n", CodeActionKind.SourceOrganizeImports),
  ).toBeUndefined()
})

test('a text that is half written is borne at every length', () => {
  for (const { model, parsed, offset } of prefixesOfShop(5)) {
    const loaded = loadProject(model.main, path => (path === model.main ? parsed.text : undefined))
    const past = pastOf()
    const whole = new ProjectModel(loaded, () => past)
    const diagnostics = [...loaded.diagnostics, ...spentHints(whole)]
    const own = whole.file(whole.main)!
    for (const kind of [undefined, [CodeActionKind.Refactor], [CodeActionKind.Source]])
      codeActions(whole, own, { start: Math.max(0, offset - 60), end: offset }, diagnostics, kind)
    for (const diagnostic of diagnostics) related(whole, diagnostic)
  }
}, 30_000)

let known: ReturnType<typeof pastOfTexts> | undefined
function pastOf() {
  known ??= pastOfTexts(
    '\nenum order_status {\n  sent\n}\n\ntable clients {\n  id bigint identity primary\n  mail text\n}\n',
  )
  return known
}

test('what was shown a keystroke ago is not mended at its old place', () => {
  const before = open('table t {\n  a texxt\n}\n')
  const { model } = open('table tt {\n  a texxt\n}\n')
  const all = { start: 0, end: 999 }
  expect(codeActions(before.model, before.model.file(model.main)!, all, before.diagnostics)).not.toEqual([])
  expect(codeActions(model, model.file(model.main)!, all, before.diagnostics)).toEqual([])
})
