import { expect, test } from 'vitest'
import { open } from './actions/fix-case.ts'

function spent(text: string, ...past: readonly string[]): readonly string[] {
  const { model, diagnostics } = open(text, past.length === 0 ? undefined : past)
  const { text: whole } = model.file(model.main)!
  const found = diagnostics.filter(({ code }) => code === 'MIG116')
  for (const { faded, severity } of found) expect([faded, severity]).toEqual([true, 'info'])
  return found.map(({ range }) => whole.slice(range.start.offset, range.end.offset))
}

const t = (lines: string) => `\ntable t {\n  ${lines}\n}\n`
const e = (lines: string) => `\nenum e {\n  ${lines}\n}\n\ntable t {\n  a e\n}\n`

test.each<[string, string, string, readonly string[]]>([
  ['a rename that is made', t('b int was a'), t('b int'), ['was a']],
  ['a rename that is to come', t('b int was a'), t('a int'), []],
  ['a rename of what no revision knows', t('b int was z'), t('a int'), []],
  ['a column of a table that is to be renamed', '\ntable u was t {\n  b int was a\n}\n', t('a int'), []],
  ['a table of which no revision knows', '\ntable u {\n  b int was a backfill 1\n}\n', t('a int'), []],
  ['two names that change places', t('a int was b\n  b int was a'), t('a int\n  b int'), []],
  ['a table that was renamed', '\ntable u was t {\n  a int\n}\n', '\ntable u {\n  a int\n}\n', ['was t']],
  [
    'an enum that was renamed',
    '\nenum f was e {\n  one\n}\n\ntable t {\n  a f\n}\n',
    '\nenum f {\n  one\n}\n\ntable t {\n  a f\n}\n',
    ['was e'],
  ],
  ['a value that was renamed', e('two was one'), e('two'), ['was one']],
  ['a value that is to be renamed', e('two was one'), e('one'), []],
  ['a value whose rows have moved', e('one\n  removed two -> one'), e('one'), ['removed two -> one']],
  ['a value whose rows are to move', e('one\n  removed two -> one'), e('one\n  two'), []],
  ['a dropped value', e('one\n  dropped two'), e('one'), ['dropped two']],
  ['a value for a new column', t('a int\n  b int backfill 1'), t('a int'), []],
  ['a value for nulls', t('a int backfill 1'), t('a int?'), []],
  ['a value that rows have', t('a int backfill 1'), t('a int'), ['backfill 1']],
  ['a value for another database', t('a int\n  b int backfill 1'), t('a int\n  b int only postgres'), []],
  ['a conversion to come', t('a int convert `1`'), t('a text'), []],
  ['a conversion that is made', t('a int convert `1` revert `2`'), t('a int'), ['convert `1`']],
  ['a drop to come', t('a int\n\n  dropped b'), t('a int\n  b int'), []],
  ['a drop that is made', t('a int\n\n  dropped b backfill 1'), t('a int'), ['dropped b backfill 1']],
  ['a table that is gone', `\ndropped table u\n${t('a int')}`, t('a int'), ['dropped table u']],
  ['a table that is to go', `\ndropped table u\n${t('a int')}`, `${t('a int')}\ntable u {\n  a int\n}\n`, []],
  [
    'a view, a trigger and a schema',
    '\ndropped view v\ndropped trigger g on t\ndropped schema s\n\ntable t {\n  a int\n}\n',
    t('a int'),
    ['dropped view v', 'dropped trigger g on t', 'dropped schema s'],
  ],
  [
    'a mixin, for all tables that include it',
    '\nmixin m {\n  b int backfill 1\n}\n\ntable t {\n  a int\n  include m\n}\n\ntable u {\n  a int\n  include m\n}\n',
    '\ntable t {\n  a int\n  b int\n}\n\ntable u {\n  a int\n}\n',
    [],
  ],
  [
    'a mixin that is done with',
    '\nmixin m {\n  b int backfill 1\n}\n\ntable t {\n  a int\n  include m\n}\n\ntable u {\n  a int\n  include m\n}\n',
    '\ntable t {\n  a int\n  b int\n}\n\ntable u {\n  a int\n  b int\n}\n',
    ['backfill 1'],
  ],
])('%s', (_, now, past, hints) => {
  expect(spent(now, past)).toEqual(hints)
})

test('names that have changed places are known from the revisions', () => {
  const before = t('id int primary\n  a  int\n  b  text')
  const swapped = t('id int primary\n  a  text was b\n  b  int was a')
  expect(spent(swapped, before)).toEqual([])
  expect(spent(swapped, before, swapped)).toEqual(['was b', 'was a'])
})

test('without revisions no hint is spent', () => {
  expect(spent(t('b int was a backfill 1'))).toEqual([])
})
