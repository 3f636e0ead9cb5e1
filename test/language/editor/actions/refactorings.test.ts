import { describe, expect, test } from 'vitest'
import { codeActions } from '../../../../language/editor/actions/code-actions.ts'
import { ProjectModel } from '../../../../language/editor/project-model.ts'
import { formatText } from '../../../../language/format/format-text.ts'
import { loadProject } from '../../../../language/load.ts'
import { marked } from '../marked.ts'
import { pastOfTexts } from '../past-of.ts'
import { open, textsAfter, whole } from './fix-case.ts'

function refactor(text: string, title: string, past?: string) {
  const known = past === undefined ? undefined : pastOfTexts(past)
  const { model, ranges } = marked(text, known && (() => known))
  const [range] = ranges
  const parsed = model.file('/project/schema.mig')!
  const actions = codeActions(model, parsed, range!, [], ['refactor'])
  const action = actions.find(one => one.title === title)
  if (action === undefined) throw new Error(`not offered; but ${actions.map(one => one.title).join(' | ')}`)
  return { model, action, text: textsAfter({ model, diagnostics: [] }, action)['schema.mig']! }
}

const t = (lines: string) => `table t {\n  ${lines}\n}\n`

describe('what is written otherwise means the same', () => {
  test.each<[string, string, string]>([
    [
      'Extract 2 columns into the mixin `timestamps`',
      `\n/// Things.\ntable t {\n  id         int primary\n|>  created_at timestamptz default now()\n  updated_at timestamptz default now() // always<|\n\n  index (created_at)\n}\n`,
      `\nmixin timestamps {\n  created_at timestamptz default now()\n  updated_at timestamptz default now() // always\n}\n\n/// Things.\ntable t {\n  id int primary\n  include timestamps\n\n  index (created_at)\n}\n`,
    ],
    [
      'Extract the column into the mixin `t_columns`',
      t('id int primary\n  /// A name.\n  |>nam<|e text?'),
      `mixin t_columns {\n  /// A name.\n  name text?\n}\n\n${t('id int primary\n  include t_columns')}`,
    ],
    [
      'Extract 2 columns into the mixin `addr`',
      t('id int primary\n|>  addr_street text\n  addr_city   text\n<|  b int'),
      `mixin addr {\n  addr_street text\n  addr_city   text\n}\n\n${t('id int primary\n  include addr\n  b int')}`,
    ],
    [
      'Move the unique key to a line of its own',
      t('a int |><|unique was b\n  c int'),
      t('a int was b\n  c int\n\n  unique (a)'),
    ],
    [
      'Move the index to a line of its own',
      t('a int ind|><|ex only postgres\n  c int'),
      t('a int only postgres\n  c int\n\n  index (a) only postgres'),
    ],
    [
      'Move the check to a line of its own',
      t('a int ch|><|eck `a > 0`\n  c int'),
      t('a int\n  c int\n\n  check t_a_check `a > 0`'),
    ],
    [
      'Move the check to a line of its own',
      t('a int check b|><|ig `a > 0`\n\n  index (a)'),
      t('a int\n\n  index (a)\n  check big `a > 0`'),
    ],
    [
      'Move the primary key to a line of its own',
      t('a int pri|><|mary\n  c int'),
      t('a int\n  c int\n\n  primary (a)'),
    ],
    [
      'Move the foreign key to a line of its own',
      t('a int primary\n  c int -|><|> t on delete cascade index'),
      t('a int primary\n  c int index\n\n  foreign (c) -> t on delete cascade'),
    ],
    ['Put it behind the column `a`', t('a int\n\n  uni|><|que (a)'), t('a int unique')],
    [
      'Put it behind the column `a`',
      t('a int was b\n  c int\n\n  in|><|dex (a)\n  index (c)'),
      t('a int index was b\n  c int\n\n  index (c)'),
    ],
    [
      'Put it behind the column `a`',
      t('a int\n  c int\n\n  che|><|ck big `a > c`'),
      t('a int check big `a > c`\n  c int'),
    ],
    [
      'Put it behind the column `c`',
      t('a int primary\n  c int\n\n  for|><|eign (c) -> t (a) on delete cascade'),
      t('a int primary\n  c int -> t (a) on delete cascade'),
    ],
  ])('%s', (title, before, after) => {
    const { model, text } = refactor(before, title)
    expect(text).toBe(whole(after)['schema.mig'])
    expect(sorted(open(text).model.loaded.schema)).toEqual(sorted(model.loaded.schema))
    const plain = model.file('/project/schema.mig')!.text
    if (formatText(plain) === plain) expect(text).toBe(formatText(text))
  })
})

/** Keys and indexes keep their names; their order says nothing. */
function sorted({ tables }: ReturnType<typeof open>['model']['loaded']['schema']): unknown {
  const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)
  return [...tables.values()].map(table => ({
    ...table,
    constraints: table.constraints.toSorted(byName),
    indexes: table.indexes.toSorted(byName),
  }))
}

test('what would not mean the same is not offered', () => {
  const titles = (text: string) => {
    const { model, ranges } = marked(text)
    return codeActions(model, model.file('/project/schema.mig')!, ranges[0]!, [], ['refactor']).map(one => one.title)
  }
  expect(titles(t('a int\n\n  in|><|dex (a desc)'))).toEqual([])
  expect(titles(t('a int\n\n  in|><|dex i (a)'))).toEqual([])
  expect(titles(t('a int?\n\n  uni|><|que (a) nulls not distinct only postgres'))).toEqual([])
  expect(titles(t('a int\n\n  che|><|ck `a > 0`'))).toEqual([])
  expect(titles(t('a int\n  b int\n\n  primary (|><|a, b)'))).toEqual([])
  expect(titles('mixin m {\n  a int ch|><|eck `a > 0`\n}\ntable t {\n  include m\n}\n')).toEqual([])
  expect(titles(t('|>a int\n\n  unique (a)<|'))).not.toContain('Extract the column into the mixin `t_columns`')
})

test('a file that no project reads has no past', () => {
  const past = pastOfTexts('\ntable t {\n  id int primary\n}\n')
  const loaded = loadProject('/project/stray.mig', () => 'table people {\n  nr int primary\n}\n')
  const model = new ProjectModel(loaded, () => past)
  const titles = codeActions(model, model.file(model.main)!, { start: 8, end: 8 }, [], ['refactor'])
  expect(titles.filter(({ title }) => title.startsWith('Say that'))).toEqual([])
})

test('what is new is said to have been what is gone, whatever its type', () => {
  const past = '\ntable t {\n  id   int primary\n  mail text\n}\n'
  const now = '\ntable t {\n  id    int primary\n  ema|><|il bool?\n}\n'
  const { text } = refactor(now, 'Say that `email` was `mail`', past)
  expect(text).toContain('email bool? was mail\n')
  const table = '\ntable pe|><|ople {\n  nr int primary\n}\n'
  expect(refactor(table, 'Say that `people` was `t`', past).text).toContain('table people was t {')
})
