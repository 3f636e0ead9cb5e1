import { expect, test } from 'vitest'
import { offsetAt, pathOf } from '../../../language/editor/lsp-places.ts'
import { related } from '../../../language/editor/related.ts'
import { open, type Texts } from './actions/fix-case.ts'

/** What stands at the places that belong to the first diagnostic of a code. */
function places(code: string, texts: Texts, past?: string): readonly string[] {
  const { model, diagnostics } = open(texts, past)
  const diagnostic = diagnostics.find(one => one.code === code)
  if (diagnostic === undefined) throw new Error(diagnostics.map(one => `${one.code} ${one.message}`).join('\n'))
  return related(model, diagnostic).map(({ location, message }) => {
    const parsed = model.file(pathOf(location.uri))!
    const { start, end } = location.range
    const line = location.range.start.line + 1
    return `${pathOf(location.uri).slice(9)}:${line} ${parsed.text.slice(offsetAt(parsed, start), offsetAt(parsed, end))} | ${message}`
  })
}

const T = 'table t {\n  a int\n}\n'
const E = (values: string) => `enum e {\n  ${values}\n}\n`
const USES = `table t {\n  a e default two check \`a in ('one', 'two')\`\n  b e\n\n  index (b) where \`b = 'two'\`\n}\n`
const VIEW = `view v = \`select a from t where t.a = 'two'\`\n`

test.each<[string, Texts, readonly string[]]>([
  ['MIG123', T + T, ['schema.mig:4 t | `t` is declared here first.']],
  ['MIG123', { 'schema.mig': `import './a.mig'\n${T}`, 'a.mig': T }, ['schema.mig:5 t | `t` is declared here first.']],
  ['MIG124', 'table t {\n  a int\n  b int\n  a text\n}\n', ['schema.mig:5 a | The first one stands here.']],
  ['MIG124', `${E('one\n  two\n  one')}table t {\n  a e\n}\n`, ['schema.mig:5 one | The first one stands here.']],
  [
    'MIG167',
    'table p {\n  id bigint primary\n}\ntable t {\n  a text -> p\n}\n',
    ['schema.mig:5 id | The foreign key goes to p.id.'],
  ],
  [
    'MIG168',
    'table p {\n  id bigint primary\n  n int\n}\ntable t {\n  a int -> p (n)\n}\n',
    ['schema.mig:6 n | The foreign key goes to p.n.'],
  ],
  ['MIG162', 'table t {\n  a int?\n  b int\n\n  primary (a, b)\n}\n', ['schema.mig:5 a | `a` is declared here.']],
  ['MIG156', `${E('one')}table t {\n  a e default two\n}\n`, ['schema.mig:4 e | The enum `e` is declared here.']],
  [
    'MIG178',
    'table t {\n  a int\n  index i (a)\n}\ntable u {\n  a int\n  index i (a)\n}\n',
    ['schema.mig:6 index i (a) | `i` is here already.'],
  ],
])('%s', (code, texts, found) => {
  expect(places(code, texts)).toEqual(found)
})

test('a value that is gone is shown where it is used, in every file', () => {
  const now = {
    'schema.mig': `import './uses.mig'\n${E('one\n  three')}`,
    'uses.mig': 'table t {\n  id int primary\n  a e\n  b e\n}\n',
  }
  expect(places('MIG207', now, `${E('one\n  two\n  three')}table t {\n  id int primary\n  a e\n  b e\n}\n`)).toEqual([
    'uses.mig:3 a | Rows may hold `two` in t.a.',
    'uses.mig:4 b | Rows may hold `two` in t.b.',
  ])
})

test('defaults, checks, predicates and views that name the value are errors, and are found', () => {
  const { model } = open({ 'schema.mig': `import './uses.mig'\n${E('one\n  three')}`, 'uses.mig': USES + VIEW })
  const range = { start: { line: 0, column: 0, offset: 0 }, end: { line: 0, column: 0, offset: 0 } }
  const data = { object: 'e.two', fix: 'remove value', in: 'e', name: 'two' }
  const diagnostic = {
    code: 'MIG207',
    severity: 'error',
    message: '',
    remedy: '',
    file: model.main,
    range,
    data,
  } as const
  expect(
    related(model, diagnostic).map(({ location, message }) => `${location.range.start.line + 1} ${message}`),
  ).toEqual([
    '2 `two` is used here.',
    '2 `two` is used here.',
    '5 `two` is used here.',
    '7 `two` is used here.',
    '2 Rows may hold `two` in t.a.',
    '3 Rows may hold `two` in t.b.',
  ])
})
