import { describe, expect, test } from 'vitest'
import { completion } from '../../../language/editor/completion/completion.ts'
import { complete } from './complete.ts'
import { WORLD } from './completion-cases.ts'
import { marked } from './marked.ts'

describe('what is inserted', () => {
  const insert = (text: string, label: string, client = {}) =>
    complete(WORLD + text, undefined, client).find(item => item.label === label)

  test('names that need quotes have them', () => {
    expect(insert('table a {\n  x bigint -> <>', 'odd things')!.textEdit!.newText).toBe('"odd things"')
    expect(insert('table a {\n  x <>', 'money')!.textEdit!.newText).toBe('money')
    expect(insert('table a {\n  x <>', '"money"')!.textEdit!.newText).toBe('"money"')
    expect(insert('table a {\n  "odd name" int\n  primary (<>)', 'odd name')!.textEdit!.newText).toBe('"odd name"')
    expect(insert('table a {\n  asc int\n  index (<>)', 'asc')!.textEdit!.newText).toBe('"asc"')
    expect(insert('extension <>', 'uuid-ossp')!.textEdit!.newText).toBe('"uuid-ossp"')
    expect(insert('enum e {\n  null\n}\ntable a {\n  x e default <>', 'null')!.textEdit!.newText).toBe('"null"')
  })

  test('the word under the cursor is replaced, its quotes with it', () => {
    const range = (text: string, label: string) => {
      const { start, end } = (insert(text, label)!.textEdit as { range: { start: object; end: { character: number } } })
        .range
      return [(start as { character: number }).character, end.character]
    }
    expect(range('table a {\n  x bigint -> cus<>tom index', 'customers')).toEqual([14, 20])
    expect(range('table a {\n  x bigint -> "odd th<>x" index', 'odd things')).toEqual([14, 23])
    expect(range('table a {\n  x bigint -> "odd <>', 'odd things')).toEqual([14, 19])
    expect(insert('table a {\n  x bigint -> "od<>', 'odd things')!.filterText).toBe('"odd things"')
  })

  test('editors that can choose get both ranges', () => {
    expect(insert('table a {\n  x bigint -> cus<>tom', 'customers', { insertReplace: true })!.textEdit).toMatchObject({
      newText: 'customers',
      insert: { start: { character: 14 }, end: { character: 17 } },
      replace: { start: { character: 14 }, end: { character: 20 } },
    })
  })

  test('snippets only where they are understood', () => {
    const decimal = insert('table a {\n  x <>', 'decimal(p, s)')!
    expect(decimal.insertTextFormat).toBe(2)
    expect(decimal.textEdit!.newText).toMatch(/^decimal\(\$\{1:12\}, \$\{2:2\}\)$/)
    const plain = complete(`${WORLD}table a {\n  x int <>`, undefined, { snippets: false })
    expect(plain.every(item => item.insertTextFormat === undefined && !item.textEdit!.newText.includes('$'))).toBe(true)
    expect(insert('table a {\n  x <>', 'decimal(p, s)', { snippets: false })!.textEdit!.newText).toBe('decimal(12, 2)')
    expect(insert('<>', 'table', { snippets: false })!.textEdit!.newText).toBe('table ')
  })

  test('types say what they become, and where there are none', () => {
    expect(insert('table a {\n  x <>', 'bool')!.detail).toBe('Postgres boolean · SQLite BOOLEAN')
    expect(insert('table a {\n  x <>', 'inet')!.detail).toBe('Postgres inet · not in SQLite')
    expect(insert('table a {\n  x <>', 'folded')!.detail).toBe('Postgres citext · SQLite TEXT')
    expect(insert('table a {\n  x <>', 'order_status')!.documentation).toMatchObject({
      value: 'What an order can be.\n\n`pending` · `paid` · `shipped`',
    })
  })

  test('kinds, details and documentation', () => {
    expect(insert('table a {\n  x bigint -> <>', 'customers')).toMatchObject({
      kind: 7,
      detail: 'id bigint',
      documentation: { value: 'A person who buys.' },
    })
    expect(insert('table a {\n  x int\n  primary (<>)', 'x')).toMatchObject({ kind: 5, detail: 'int' })
    expect(insert('table a {\n  s order_status default <>', 'paid')).toMatchObject({ kind: 20 })
    expect(insert('table a {\n  include <>', 'owned')).toMatchObject({ detail: 'owner' })
  })

  test('a blank asks only where something has to follow', () => {
    const ask = (text: string) => complete(WORLD + text, undefined, { trigger: ' ' }).length
    expect(ask('table a {\n  x int <>')).toBe(0)
    expect(ask('table a {\n  <>')).toBe(0)
    expect(ask('<>')).toBe(0)
    expect(ask('table a {\n  x <>')).toBeGreaterThan(0)
    expect(ask('table a {\n  x int default <>')).toBeGreaterThan(0)
    expect(ask('table a {\n  x int -> <>')).toBeGreaterThan(0)
  })
})

test('of very many names those that fit what is typed, and the client is told to ask again', () => {
  const tables = Array.from({ length: 600 }, (_, at) => `table t_${at}_x {\n  id int primary\n}\n`).join('')
  const { items, isIncomplete } = completion(
    marked(`${tables}table u {\n  id int primary\n  a int -> t59<>\n}\n`).place,
    { snippets: true },
  )
  expect(isIncomplete).toBe(true)
  expect(items.length).toBeLessThanOrEqual(200)
  expect(items.map(({ label }) => label)).toContain('t_599_x')
  expect(items.map(({ label }) => label)).not.toContain('t_60_x')
  expect(
    completion(marked('table u {\n  id int primary\n  a int -> <>\n}\n').place, { snippets: true }).isIncomplete,
  ).toBe(false)
})
