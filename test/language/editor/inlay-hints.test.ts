import { describe, expect, test } from 'vitest'
import { type HintSort, inlayHints } from '../../../language/editor/inlay-hints.ts'
import { offsetAt } from '../../../language/editor/lsp-places.ts'
import type { ProjectModel } from '../../../language/editor/project-model.ts'
import type { Parsed } from '../../../language/parse.ts'
import { marked } from './marked.ts'
import { prefixes, SHOP, shopWith } from './shop.ts'

const WHOLE = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } }

/** The text with its hints in it. */
function shown(model: ProjectModel, parsed: Parsed, range = WHOLE, sorts?: readonly HintSort[]): string {
  const hints = inlayHints(model, parsed, range, sorts && new Set(sorts))
  let text = ''
  let at = 0
  for (const { position, label } of hints) {
    const place = offsetAt(parsed, position)
    text += `${parsed.text.slice(at, place)}⟨${label}⟩`
    at = place
  }
  return text + parsed.text.slice(at)
}

describe('hints', () => {
  const AROUND =
    'type note = text, postgres citext\nenum tier only postgres {\n  free\n}\nmixin dated {\n  made_at date\n  seen_at date?\n}\ntable users {\n  id bigint\n  b int\n}\n'
  const hinted = (line: string, target = '') => {
    const all = `${AROUND.replace('  b int\n', `  b int\n${target}`)}table t {\n  ${line}\n}\n`
    const { model, file } = marked(all)
    return shown(model, file('schema.mig')).split('\n').at(-3)!.trim()
  }
  test.each([
    ['a int unique index', 'a int unique⟨t_a_key⟩ index⟨t_a_idx⟩'],
    ['a int identity primary', 'a int identity primary'],
    ['a int check `a > 0`', 'a int check⟨t_a_check⟩ `a > 0`'],
    ['a int check sane `a > 0`', 'a int check sane `a > 0`'],
    ['primary (a)', 'primary⟨t_pkey⟩ (a)'],
    ['unique (a)', 'unique⟨t_a_key⟩ (a)'],
    ['unique index (a)', 'unique index⟨t_a_idx⟩ (a)'],
    ['unique named (a)', 'unique named (a)'],
    ['a note?', 'a note?⟨= text, postgres citext⟩'],
    ['a text[]', 'a text[]⟨JSON in SQLite⟩'],
    ['include dated', 'include dated⟨made_at, seen_at⟩'],
  ])('%s', (line, expected) => {
    expect(hinted(line)).toBe(expected)
  })

  test.each([
    ['a bigint -> users on delete cascade', 'a bigint -> users⟨(nr)⟩⟨t_a_fkey⟩ on delete cascade'],
    ['a bigint -> users (nr) match full', 'a bigint -> users (nr)⟨t_a_fkey⟩ match full'],
    ['foreign (a) -> users', 'foreign⟨t_a_fkey⟩ (a) -> users⟨(nr)⟩'],
    ['a bigint -> nobody', 'a bigint -> nobody⟨t_a_fkey⟩'],
  ])('a key: %s', (line, expected) => {
    expect(hinted(line, '  nr bigint primary\n')).toBe(expected)
  })

  test('a key that goes to `id`, as nearly all', () => {
    expect(hinted('a bigint -> users', '  primary (id)\n')).toBe('a bigint -> users⟨t_a_fkey⟩')
  })

  test('a key over two columns', () => {
    expect(hinted('foreign (a, c) -> users', '  primary (id, b)\n')).toBe(
      'foreign⟨t_a_c_fkey⟩ (a, c) -> users⟨(id, b)⟩',
    )
  })

  test('an enum, where SQLite is a target', () => {
    const { model, file } = marked('enum e {\n  a\n}\n')
    expect(shown(model, file('schema.mig'))).toContain('enum e⟨text in SQLite⟩ {')
  })

  test('only what is asked for', () => {
    const { model, file } = marked('table t {\n  nr bigint primary\n  up bigint? -> t\n}\n')
    expect(shown(model, file('schema.mig'), WHOLE, ['targets'])).toContain(
      'nr bigint primary\n  up bigint? -> t⟨(nr)⟩\n',
    )
  })

  test('accepted, a hint is written', () => {
    const { model, file } = marked('table t {\n  nr bigint primary\n  up bigint? -> t\n  unique (nr, up)\n}\n')
    const hints = inlayHints(model, file('schema.mig'), WHOLE)
    expect(hints.map(({ textEdits }) => textEdits?.[0]?.newText)).toEqual([' (nr)', undefined, ' t_nr_up_key'])
  })
})

test('a part of the file has the hints that the whole has there', () => {
  const { model, parsed } = shopWith(SHOP)
  const all = inlayHints(model, parsed, WHOLE)
  expect(all.length).toBeGreaterThan(8)
  for (let line = 0; line < SHOP.split('\n').length; line += 5) {
    const range = { start: { line, character: 0 }, end: { line: line + 5, character: 0 } }
    const within = all.filter(({ position }) => position.line >= line && position.line < line + 5)
    expect(inlayHints(model, parsed, range)).toEqual(within)
  }
})

test('every prefix: within the text, in order', () => {
  for (const { model, parsed, end } of prefixes()) {
    const places = inlayHints(model, parsed, WHOLE).map(({ position }) => offsetAt(parsed, position))
    expect(places, `prefix ${end}`).toEqual([...places].sort((a, b) => a - b))
  }
}, 30_000)
