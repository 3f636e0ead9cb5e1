import { describe, expect, test } from 'vitest'
import { ProjectModel } from '../../../language/editor/project-model.ts'
import { prepareRename } from '../../../language/editor/rename/prepare-rename.ts'
import { rename } from '../../../language/editor/rename/rename.ts'
import { marked } from './marked.ts'
import { pastOfTexts } from './past-of.ts'
import { prefixesOfShop } from './prefixes-of-shop.ts'
import { renamed, t } from './renaming.ts'

describe('refusals', () => {
  test.each<[what: string, before: string, name: string, message: string, past?: string]>([
    ['an empty name', t('table <>a {', '  b int', '}'), ' ', 'A table needs a name.'],
    ['an empty name in quotes', t('table <>a {', '  b int', '}'), '""', 'A table needs a name.'],
    ['a name on two lines', t('table <>a {', '  b int', '}'), 'a\nb', 'A name stands on one line.'],
    [
      'a long name',
      t('table <>a {', '  b int', '}'),
      'ä'.repeat(32),
      'The name has 64 bytes, and Postgres keeps only 63.',
    ],
    [
      'a name with its schema',
      t('table <>a {', '  b int', '}'),
      's.b',
      'Write the new name alone: what it belongs to stays. A name with a dot in it goes in quotes.',
    ],
    [
      'a table of that name',
      t('table <>a {', '  b int', '}', 'table c {', '  b int', '}'),
      'c',
      '`c` is declared already.',
    ],
    [
      'a column of that name',
      t('table a {', '  <>b int', '  c int', '}'),
      'c',
      'The table `a` has a column `c` already.',
    ],
    [
      'a column of that name in a table of a mixin',
      t('mixin m {', '  <>b int', '}', 'table a {', '  c int', '  include m', '}'),
      'c',
      'The table `a` has a column `c` already.',
    ],
    ['a value of that name', t('enum e {', '  <>a', '  b', '}'), 'b', 'The value `b` is there already.'],
    [
      'an index of that name',
      t('table a {', '  b int', '  index <>i (b)', '}', 'table c {', '  b int', '  index j (b)', '}'),
      'j',
      '`j` is the name of an index already, and Postgres has one name space for both.',
    ],
    [
      'an alias of that name',
      t('type <>x = int', 'type y = int', 'table a {', '  b x', '  c y', '}'),
      'y',
      '`y` is a type already.',
    ],
    [
      'a mixin of that name',
      t('mixin <>x {', '  b int', '}', 'mixin y {', '  c int', '}', 'table a {', '  include x', '}'),
      'y',
      '`y` is a mixin already.',
    ],
    [
      'an enum of the name of an alias',
      t('enum <>x {', '  b', '}', 'type y = int', 'table a {', '  b x', '  c y', '}'),
      'y',
      '`y` is an enum already.',
    ],
    [
      'a column that Postgres has',
      t('table a {', '  <>b int', '}'),
      'ctid',
      'Every table of Postgres has a column `ctid` of its own.',
    ],
    ['a built-in type', t('table a {', '  b in<>t', '}'), 'c', '`int` is a built-in type, not a name of the project.'],
    [
      'a made name',
      t('table a {', '  b int un<>ique', '}'),
      'c',
      'The name `a_b_key` is made from those of its table and columns: rename one of these, or write a name.',
    ],
    [
      'an old name',
      t('table a {', '  b int was <>c', '}'),
      'd',
      '`c` is a name of the past, which the revisions know: it stays.',
    ],
    ['an extension', t('extension ci<>text only postgres'), 'c', 'An extension has the name that its makers gave it.'],
    ['a word', t('ta<>ble a {', '  b int', '}'), 'c', 'There is no name here that could be changed.'],
    [
      'a schema that nothing declares',
      t('table publ<>ic.a {', '  b int', '}'),
      'c',
      'Nothing in the project declares the schema `public`.',
    ],
    [
      'a column of a view',
      t('view v = `select 1 as <>n`'),
      'c',
      '`n` has its name from the query of a view: change it there.',
    ],
    [
      'a WITH query of that name',
      t('table <>a {', '  b int', '}', 'view v = `with c as (select 1 as x) select b from a, c`'),
      'c',
      'A query that reads `a` has a WITH query `c` already.',
    ],
    [
      'a column that another view reads by way of a star',
      t('table a {', '  <>b int', '}', 'view v = `select * from a`', 'view w = `select b from v`'),
      'c',
      'A query reads `b` by way of a view whose columns its own text does not tell: name them there first.',
    ],
    [
      'a column by which tables are joined',
      t(
        'table a {',
        '  id int',
        '  <>b int',
        '}',
        'table c {',
        '  b int',
        '}',
        'view v = `select id from a join c using (b)`',
      ),
      'd',
      '`using (b)` wants the column on both sides, and `a` has none of that name.',
    ],
    [
      'a name that another column had, which is dropped',
      t('table a {', '  <>b int', '  dropped c', '}'),
      'c',
      'The last revision has another column `c` in its place, which this text drops: compile that first.',
      t('table a {', '  b int', '  c int', '}'),
    ],
  ])('%s', (_, before, name, message, past) => {
    expect(renamed(before, name, ...(past === undefined ? [] : [past]))).toBe(`refused: ${message}`)
  })
})

describe('prepareRename', () => {
  test('gives the name without its quotes', () => {
    const { place } = marked(t('table a {', '  "b b" int', '  check `"b <>b" > 0`', '}'))
    const start = { line: 5, character: 9 }
    expect(prepareRename(place)).toEqual({ range: { start, end: { line: 5, character: 14 } }, placeholder: 'b b' })
  })

  test('gives the name as it is declared, not as SQL has it', () => {
    const { place } = marked(t('table "Aa" {', '  b int', '}', 'view v = `select b from <>aa`'))
    expect(prepareRename(place)).toMatchObject({ placeholder: 'Aa' })
  })

  test('refuses with a sentence', () => {
    expect(prepareRename(marked('table a {\n  b int un<>ique\n}\n').place)).toHaveProperty('refused')
  })
})

describe('half-typed texts', () => {
  test('it never throws', () => {
    for (const { model, parsed, offset } of prefixesOfShop(37)) {
      const past = new ProjectModel(model.loaded, () => pastOfTexts(t('table orders {', '  id int', '}')))
      for (const at of [offset, Math.floor(offset / 2)]) {
        const place = { model: past, parsed, offset: at }
        expect(() => [prepareRename(place), rename(place, 'x y')]).not.toThrow()
      }
    }
  })
})
