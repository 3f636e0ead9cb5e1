import { describe, expect, test } from 'vitest'
import { foldingRanges } from '../../../language/editor/folding-ranges.ts'
import { readText } from '../../../language/parse.ts'
import { HISTORY, prefixes, SHOP } from './shop.ts'

const folds = (text: string) =>
  foldingRanges(readText(text, '/a.mig')).map(({ startLine, endLine, kind }) =>
    [`${startLine}-${endLine}`, ...(kind === undefined ? [] : [kind])].join(' '),
  )

describe('folds', () => {
  test.each([
    ['a table, its last line to be seen', 'table t {\n  a int\n  b int\n}\n', ['0-2']],
    ['a table on one line', 'table t { a int }\n', []],
    ['an empty table', 'table t {\n}\n', []],
    ['a list over lines', 'table t {\n  index (\n    a,\n    b\n  )\n}\n', ['0-4', '1-3']],
    ['SQL of a view', 'view v = `\n  select 1\n  from t\n`\n', ['0-2']],
    ['SQL in a body', 'view v {\n  postgres `\n    select 1\n  `\n  sqlite `select 2`\n}\n', ['0-4', '1-2']],
    ['SQL that ends behind a word', 'view v = `select 1\n  from t`\n', ['0-1']],
    ['a run of comments', '// a\n// b\n\n// c\ntable t {\n  a int\n}\n', ['0-1 comment', '4-5']],
    ['documentation', '/// a\n/// b\ntable t {\n  a int\n}\n', ['0-1 comment', '2-3']],
    ['different comments', '// a\n/// b\ntype t = text\n', []],
    ['comments behind lines', 'table t {\n  a int // x\n  b int // y\n}\n', ['0-2']],
    ['a long comment', '/* a\n b\n*/\ntype t = text\n', ['0-2 comment']],
    [
      'imports',
      "import './a.mig'\nimport './b.mig'\n\nimport {\n  c\n} from './c.mig'\n\ntype t = text\n",
      ['0-5 imports', '3-5'],
    ],
    ['one import', "import './a.mig'\n", []],
    ['a region', '// #region billing\ntype a = text\n\ntype b = text\n// #endregion\n', ['0-4 region']],
    ['what is never closed', 'table t {\n  a int\n\ntable u {\n  b int\n', ['0-1', '3-4']],
  ])('%s', (_, text, expected) => {
    expect(folds(text)).toEqual(expected)
  })

  test('of the steps of a revision', () => {
    const lines = HISTORY.split('\n')
    const at = (start: string) => lines.findIndex(line => line.startsWith(start))
    const found = folds(HISTORY)
    expect(found).toContain(`${at('create enum')}-${at('create enum') + 2}`)
    expect(found.map(fold => Number.parseInt(fold, 10))).toEqual(
      expect.arrayContaining([at('alter enum'), at('drop table'), at("sql 'one way'")]),
    )
  })
})

test('every prefix: in order, and within the text', () => {
  for (const { parsed, end } of prefixes()) {
    const lines = SHOP.slice(0, end).split('\n').length
    const ranges = foldingRanges(parsed)
    expect(ranges.map(({ startLine }) => startLine)).toEqual(
      ranges.map(({ startLine }) => startLine).sort((a, b) => a - b),
    )
    for (const { startLine, endLine } of ranges)
      expect(startLine < endLine && endLine < lines, `prefix ${end}`).toBe(true)
  }
})
