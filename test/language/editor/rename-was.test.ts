import { describe, expect, test } from 'vitest'
import { formatText } from '../../../language/format/format-text.ts'
import { renamed, t } from './renaming.ts'

describe('was', () => {
  const table = (column: string, ...more: readonly string[]) =>
    t('table a {', '  id int primary', `  ${column}`, ...more, '}')

  test.each<[what: string, before: string, name: string, past: readonly string[], after: string]>([
    ['not without revisions', table('<>b int'), 'c', [], table('c int')],
    [
      'not where no revision knows it',
      table('<>b int'),
      'c',
      [t('table a {', '  id int primary', '}')],
      table('c int'),
    ],
    ['for a revision', table('<>b int'), 'c', [table('b int')], table('c int was b')],
    ['a chain', table('<>b int was a'), 'c', [table('a int')], table('c int was a')],
    ['back again', table('<>b int was a'), 'a', [table('a int')], table('a int')],
    ['a spent one', table('<>b int was a'), 'c', [table('b int')], table('c int was b')],
    [
      'one that never was',
      table('<>b int was x'),
      'c',
      [t('table a {', '  id int primary', '}')],
      table('c int was x'),
    ],
    ['an odd old name', table('<>"b b" int'), 'c', [table('"b b" int')], table('c int was "b b"')],
    ['an odd new name', table('<>b int'), 'c "c', [table('b int')], table('"c ""c" int was b')],
    ['a name that was typed in quotes', table('<>b int'), '"c c"', [table('b int')], table('"c c" int was b')],
    [
      'before other hints',
      table("<>b text unique default 'x' backfill 'y'"),
      'c',
      [table("b text unique default 'x'")],
      table("c text unique default 'x' was b backfill 'y'"),
    ],
    [
      'behind what stands behind a hint',
      table("<>b text backfill 'y' unique"),
      'c',
      [table('b text unique')],
      table("c text backfill 'y' unique was b"),
    ],
    ['before a comment', table('<>b int // of b'), 'c', [table('b int')], table('c int was b // of b')],
    [
      'in a table that is renamed, too',
      t('table b was a {', '  <>x int', '}'),
      'y',
      [t('table a {', '  x int', '}')],
      t('table b was a {', '  y int was x', '}'),
    ],
    [
      'two that change places',
      t('table a {', '  <>b int was c', '  c int was b', '}'),
      'd',
      [t('table a {', '  b int', '  c int', '}')],
      t('table a {', '  d int was c', '  c int was b', '}'),
    ],
    [
      'two that changed places long ago',
      t('table a {', '  <>b int was c', '  c int was b', '}'),
      'd',
      [t('table a {', '  b int', '  c int', '}'), t('table a {', '  b int was c', '  c int was b', '}')],
      t('table a {', '  d int was b', '  c int', '}'),
    ],
    [
      'a table with options',
      t('table <>a strict {', '  x int', '}'),
      'b',
      [t('table a strict {', '  x int', '}')],
      t('table b strict was a {', '  x int', '}'),
    ],
    [
      'a table that says it before its options',
      t('table <>b was a strict {', '  x int', '}'),
      'c',
      [t('table a strict {', '  x int', '}')],
      t('table c was a strict {', '  x int', '}'),
    ],
    [
      'a table of a schema',
      t('schema s only postgres', 'table s.<>a only postgres {', '  x int', '}'),
      'b',
      [t('schema s only postgres', 'table s.a only postgres {', '  x int', '}')],
      t('schema s only postgres', 'table s.b only postgres was s.a {', '  x int', '}'),
    ],
    ['an enum', t('enum <>e {', '  x', '}'), 'f', [t('enum e {', '  x', '}')], t('enum f was e {', '  x', '}')],
    [
      'a value',
      t('enum e {', '  <>x', '  y', '}'),
      'z',
      [t('enum e {', '  x', '  y', '}')],
      t('enum e {', '  z was x', '  y', '}'),
    ],
    [
      'a value, on and on',
      t('enum e {', '  <>z was x', '}'),
      'w',
      [t('enum e {', '  x', '}')],
      t('enum e {', '  w was x', '}'),
    ],
    [
      'a value back again',
      t('enum e {', '  <>z was x', '}'),
      'x',
      [t('enum e {', '  x', '}')],
      t('enum e {', '  x', '}'),
    ],
    [
      'a value of an enum that is renamed',
      t('enum f was e {', '  <>x', '}'),
      'y',
      [t('enum e {', '  x', '}')],
      t('enum f was e {', '  y was x', '}'),
    ],
    [
      'a view',
      t('view <>v = `select 1 as a`'),
      'w',
      [t('view v = `select 1 as a`')],
      t('view w was v = `select 1 as a`'),
    ],
    ['a schema', t('schema <>s only postgres'), 'r', [t('schema s only postgres')], t('schema r only postgres was s')],
    [
      'a constraint',
      t('table a {', '  x int', '  unique <>u (x) deferrable', '}'),
      'w',
      [t('table a {', '  x int', '  unique u (x) deferrable', '}')],
      t('table a {', '  x int', '  unique w (x) deferrable was u', '}'),
    ],
    [
      'an index',
      t('table a {', '  x int', '  index <>i (x)', '}'),
      'j',
      [t('table a {', '  x int', '  index i (x)', '}')],
      t('table a {', '  x int', '  index j (x) was i', '}'),
    ],
    [
      'a check on a column, which can say nothing',
      t('table a {', '  x int check <>k `x > 0`', '}'),
      'l',
      [t('table a {', '  x int check k `x > 0`', '}')],
      t('table a {', '  x int check l `x > 0`', '}'),
    ],
    [
      'a trigger',
      t(
        'table a {',
        '  x int',
        '}',
        'trigger <>r on a only sqlite {',
        '  sqlite `after update begin select 1; end`',
        '}',
      ),
      's',
      [
        t(
          'table a {',
          '  x int',
          '}',
          'trigger r on a only sqlite {',
          '  sqlite `after update begin select 1; end`',
          '}',
        ),
      ],
      t(
        'table a {',
        '  x int',
        '}',
        'trigger s on a only sqlite was r {',
        '  sqlite `after update begin select 1; end`',
        '}',
      ),
    ],
    [
      'a column of a mixin, once',
      t('mixin m {', '  <>x int', '}', 'table a {', '  include m', '}', 'table b {', '  include m', '}'),
      'y',
      [t('mixin m {', '  x int', '}', 'table a {', '  include m', '}')],
      t('mixin m {', '  y int was x', '}', 'table a {', '  include m', '}', 'table b {', '  include m', '}'),
    ],
    [
      'not for an alias',
      t('type <>x = int', 'table a {', '  b x', '}'),
      'y',
      [t('type x = int', 'table a {', '  b x', '}')],
      t('type y = int', 'table a {', '  b y', '}'),
    ],
    [
      'not for a mixin',
      t('mixin <>m {', '  x int', '}', 'table a {', '  include m', '}'),
      'n',
      [t('mixin m {', '  x int', '}', 'table a {', '  include m', '}')],
      t('mixin n {', '  x int', '}', 'table a {', '  include n', '}'),
    ],
  ])('%s', (_, before, name, past, after) => {
    expect(renamed(before, name, ...past)).toBe(after)
  })

  test('the formatter leaves it where it is', () => {
    const before = t('table a {', "  <>b text unique backfill 'y'", '', '  unique u (b)', '}')
    const after = renamed(before, 'c', before.replace('<>', '').replace(" backfill 'y'", '')) as string
    expect(after).toContain("c text unique was b backfill 'y'")
    expect(formatText(after)).toBe(after)
  })
})
