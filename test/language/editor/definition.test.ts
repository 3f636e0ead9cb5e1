import { describe, expect, test } from 'vitest'
import { definition } from '../../../language/editor/definition.ts'
import { offsetAt, pathOf } from '../../../language/editor/lsp-places.ts'
import { type Marked, marked } from './marked.ts'
import { prefixesOfShop } from './prefixes-of-shop.ts'

/** The marked ranges are where the definition goes, in this order. */
const cases: readonly [what: string, text: string | Readonly<Record<string, string>>][] = [
  ['the target of a key', 'table |>a<| {\n  id int primary\n  b int -> a<>\n}\n'],
  ['a column of the target', 'table a {\n  |>id<| int primary\n  b int -> a (i<>d)\n}\n'],
  ['a column in SQL', 'table a {\n  |>id<| int\n  check `<>id > 0`\n}\n'],
  ['a column through an alias', 'table a {\n  |>id<| int\n}\nview v = `select x.id<> from a as x`\n'],
  [
    'a column through a query and a view',
    'table a {\n  |>id<| int\n}\nview v = `select id from a`\nview w = `with c as (select * from v) select v.i<>d from v`\n',
  ],
  [
    'a column that a view names',
    'table a {\n  id int\n}\nview v = `select id + 1 as |>n<| from a`\nview w = `select n<> from v`\n',
  ],
  ['an enum', 'enum |>e<| {\n  x\n}\ntable a {\n  b e<>\n}\n'],
  ['a value', 'enum e {\n  |>x<|\n}\ntable a {\n  b e default x<>\n}\n'],
  ['a value in SQL', "enum e {\n  |>x<|\n}\ntable a {\n  b e\n  check `b = '<>x'`\n}\n"],
  ['an alias', 'type |>t<| = text\ntable a {\n  b <>t\n}\n'],
  ['a mixin', 'mixin |>m<| {\n  a int\n}\ntable a {\n  include m<>\n}\n'],
  ['a column of a mixin', 'mixin m {\n  |>b<| int\n}\ntable a {\n  include m\n  unique (b<>)\n}\n'],
  ['a schema', 'schema |>s<|\ntable s<>.a {\n  b int\n}\n'],
  ['the table of a trigger', 'table |>a<| {\n  b int\n}\ntrigger t on a<> = `after update begin select 1; end`\n'],
  ['a declaration', 'table a {\n  |>b<><| int\n}\n'],
  ['a word that makes a name', 'table a {\n  b int |>uni<>que<|\n}\n'],
  ['what an old name became', 'table a {\n  |>b<| int was c<>\n}\n'],
  ['what a removed value became', 'enum e {\n  |>x<|\n  removed y<> -> x\n}\n'],
  ['what a dropped table became, in spite of that', 'table |>b<| was a {\n  c int\n}\ndropped table a<>\n'],
  ['nothing where nothing is left', 'table a {\n  b int\n  dropped c<>\n}\n'],
  ['nothing for a word', 'ta<>ble a {\n  b int\n}\n'],
  ['nothing for a built-in type', 'table a {\n  b in<>t\n}\n'],
  [
    'a name in an import, and beyond',
    { 'schema.mig': "import { a<> } from './b.mig'\n", 'b.mig': 'table |>a<| {\n  b int\n}\n' },
  ],
  ['the file of an import', { 'schema.mig': "import './b.m<>ig'\n", 'b.mig': '|><|table a {\n  b int\n}\n' }],
]

describe('definition', () => {
  test.each(cases)('%s', (_, text) => {
    const { model, place, ranges } = marked(text)
    const found = definition(place).map(({ targetUri, targetSelectionRange, targetRange, originSelectionRange }) => {
      const parsed = model.file(pathOf(targetUri))!
      const [start, end] = [targetSelectionRange.start, targetSelectionRange.end].map(at => offsetAt(parsed, at))
      expect(offsetAt(parsed, targetRange.start)).toBeLessThanOrEqual(start!)
      expect(offsetAt(parsed, targetRange.end)).toBeGreaterThanOrEqual(end!)
      expect(offsetAt(place.parsed, originSelectionRange!.start)).toBeLessThanOrEqual(place.offset)
      expect(offsetAt(place.parsed, originSelectionRange!.end)).toBeGreaterThanOrEqual(place.offset)
      return { file: parsed.file, start, end }
    })
    expect(found).toEqual(ranges)
  })

  test('the whole line of a column is shown with it', () => {
    const { place }: Marked = marked('table a {\n  b int -> a (b<>) unique\n}\n')
    expect(definition(place)[0]?.targetRange).toEqual({
      start: { line: 4, character: 2 },
      end: { line: 4, character: 23 },
    })
  })

  test('it never throws', () => {
    for (const place of prefixesOfShop()) expect(() => definition(place)).not.toThrow()
  })
})
