import { describe, expect, test } from 'vitest'
import { DocumentHighlightKind } from 'vscode-languageserver-types'
import { documentHighlight } from '../../../language/editor/document-highlight.ts'
import { offsetAt } from '../../../language/editor/lsp-places.ts'
import { marked } from './marked.ts'
import { prefixesOfShop } from './prefixes-of-shop.ts'

const { Write, Read, Text } = DocumentHighlightKind

const cases: readonly [what: string, kinds: readonly number[], text: string | Readonly<Record<string, string>>][] = [
  [
    'a column',
    [Write, Text, Read, Read],
    'table a {\n  |>b<| int was |>c<|\n  unique (<>|>b<|)\n}\nview v = `select |>b<| from a`\n',
  ],
  ['a value', [Write, Read], 'enum e {\n  |>x<|\n}\ntable a {\n  b e default |>x<><|\n}\n'],
  [
    'in one file only',
    [Read],
    { 'schema.mig': "import './b.mig'\ntable a {\n  b |>e<><|\n}\n", 'b.mig': 'enum e {\n  x\n}\n' },
  ],
  ['a made key', [Write], 'table a {\n  b int |>unique<><|\n}\n'],
  ['a word', [], 'table a {\n  b int de<>fault 1\n}\n'],
]

describe('documentHighlight', () => {
  test.each(cases)('%s', (_, kinds, text) => {
    const { place, ranges } = marked(text)
    const found = documentHighlight(place).map(({ range, kind }) => ({
      start: offsetAt(place.parsed, range.start),
      end: offsetAt(place.parsed, range.end),
      kind,
    }))
    expect(found).toEqual(ranges.map(({ start, end }, at) => ({ start, end, kind: kinds[at] })))
  })

  test('it never throws', () => {
    for (const place of prefixesOfShop()) expect(() => documentHighlight(place)).not.toThrow()
  })
})
