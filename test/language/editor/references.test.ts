import { describe, expect, test } from 'vitest'
import { offsetAt, pathOf } from '../../../language/editor/lsp-places.ts'
import { references } from '../../../language/editor/references.ts'
import { type Marked, marked } from './marked.ts'
import { prefixesOfShop } from './prefixes-of-shop.ts'

const TEXTS = {
  'schema.mig': `import './b.mig'
table |>a<| was old {
  id int primary
  b int -> <>|>a<|
  check \`|>a<|.b > 0\`
}
`,
  'b.mig': `table c {
  id int -> |>a<|
}
view v = \`select * from |>a<| as x\`
`,
}

function placesOf({ model }: Marked, found: ReturnType<typeof references>) {
  return found.map(({ uri, range }) => {
    const parsed = model.file(pathOf(uri))!
    return { file: parsed.file, start: offsetAt(parsed, range.start), end: offsetAt(parsed, range.end) }
  })
}

describe('references', () => {
  test('in every file, with the declaration', () => {
    const texts = { ...TEXTS, 'schema.mig': TEXTS['schema.mig'].replace('was old', 'was |>old<|') }
    const all = marked(texts)
    expect(placesOf(all, references(all.place, { includeDeclaration: true }))).toEqual(all.ranges)
  })

  test('in every file, without the declaration', () => {
    const texts = { ...TEXTS, 'schema.mig': TEXTS['schema.mig'].replace('|>a<| was old', 'a was |>old<|') }
    const all = marked(texts)
    expect(placesOf(all, references(all.place, { includeDeclaration: false }))).toEqual(all.ranges)
  })

  test('of nothing', () => {
    expect(references(marked('tab<>le a {\n}\n').place, { includeDeclaration: true })).toEqual([])
  })

  test('a table and a column of one name are two', () => {
    const all = marked('schema a\ntable |>a<| {\n  a int\n  unique a (a)\n}\nview v = `select a from <>|>a<|`\n')
    expect(placesOf(all, references(all.place, { includeDeclaration: true }))).toEqual(all.ranges)
  })

  test('it never throws', () => {
    for (const place of prefixesOfShop()) expect(() => references(place, { includeDeclaration: true })).not.toThrow()
  })
})
