import { describe, expect, test } from 'vitest'
import type { SelectionRange } from 'vscode-languageserver-types'
import { offsetAt } from '../../../language/editor/lsp-places.ts'
import { selectionRanges } from '../../../language/editor/selection-ranges.ts'
import { type Parsed, readText } from '../../../language/parse.ts'
import { prefixes } from './shop.ts'

function chain(parsed: Parsed, offset: number): readonly string[] {
  const found: string[] = []
  const [first] = selectionRanges(parsed, [offset])
  for (let range: SelectionRange | undefined = first; range !== undefined; range = range.parent)
    found.push(parsed.text.slice(offsetAt(parsed, range.range.start), offsetAt(parsed, range.range.end)))
  return found
}

/** What is selected one after the other, from the `|` on, without the whole file. */
function around(marked: string): readonly string[] {
  const offset = marked.indexOf('|')
  return chain(readText(marked.replace('|', ''), '/a.mig'), offset).slice(0, -1)
}

describe('around', () => {
  test('a word of a modifier', () => {
    expect(around('/// Doc.\ntable t {\n  a int\n\n  b bigint -> u on delete cas|cade index\n  c int\n}\n')).toEqual([
      'cascade',
      '-> u on delete cascade',
      'b bigint -> u on delete cascade index',
      'b bigint -> u on delete cascade index\n  c int',
      'a int\n\n  b bigint -> u on delete cascade index\n  c int',
      '{\n  a int\n\n  b bigint -> u on delete cascade index\n  c int\n}',
      'table t {\n  a int\n\n  b bigint -> u on delete cascade index\n  c int\n}',
      '/// Doc.\ntable t {\n  a int\n\n  b bigint -> u on delete cascade index\n  c int\n}',
    ])
  })

  test.each([
    [
      'a dotted name',
      'dropped table au|dit.events\ntype a = text\n',
      ['audit', 'audit.events', 'dropped table audit.events', 'dropped table audit.events\ntype a = text'],
    ],
    ['a string', "label 'a la|bel'\n", ['a label', "'a label'", "label 'a label'"]],
    [
      'an argument',
      'type a = decimal(12, |2), postgres money\n',
      ['2', '12, 2', '(12, 2)', 'decimal(12, 2)', 'type a = decimal(12, 2), postgres money'],
    ],
    [
      'a value of an enum',
      'enum e {\n  o|ne\n  two\n}\n',
      ['one', 'one\n  two', '{\n  one\n  two\n}', 'enum e {\n  one\n  two\n}'],
    ],
    [
      'a name in SQL',
      "view v = `\n  select a.x from a where lower(a.n|ame) = 'q' order by 1\n`\n",
      [
        'name',
        'a.name',
        '(a.name)',
        "where lower(a.name) = 'q'",
        "select a.x from a where lower(a.name) = 'q' order by 1",
        "`\n  select a.x from a where lower(a.name) = 'q' order by 1\n`",
        "view v = `\n  select a.x from a where lower(a.name) = 'q' order by 1\n`",
      ],
    ],
    [
      'a join',
      'view v = `select 1 from a left join b on a.x = b.y|`\n',
      [
        'y',
        'b.y',
        'on a.x = b.y',
        'select 1 from a left join b on a.x = b.y',
        '`select 1 from a left join b on a.x = b.y`',
        'view v = `select 1 from a left join b on a.x = b.y`',
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(around(text)).toEqual(expected)
  })
})

test('every prefix: what is larger holds what is smaller', () => {
  for (const { parsed, end } of prefixes(11)) {
    const places = [0, end >> 1, Math.max(0, end - 3), end]
    for (const [at, first] of selectionRanges(parsed, places).entries()) {
      let [start, stop] = [places[at]!, places[at]!]
      for (let range: SelectionRange | undefined = first; range !== undefined; range = range.parent) {
        const [from, to] = [offsetAt(parsed, range.range.start), offsetAt(parsed, range.range.end)]
        expect(from <= start && stop <= to, `prefix ${end}`).toBe(true)
        ;[start, stop] = [from, to]
      }
    }
  }
})
