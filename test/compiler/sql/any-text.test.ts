import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnUses, functionUses } from '../../../compiler/sql/expression-names.ts'
import { indexKeyLabel } from '../../../compiler/sql/index-label.ts'
import { outputColumns } from '../../../compiler/sql/output-columns.ts'
import { queryColumnUses, relationUses } from '../../../compiler/sql/query-names.ts'
import {
  renameColumnInExpression,
  renameColumnInStatement,
  renameLiteral,
  renameRelation,
} from '../../../compiler/sql/rename.ts'
import { normalSql, sameSql } from '../../../compiler/sql/same.ts'
import { readCreateIndex } from '../../../compiler/sql/sqlite-ddl/read-create-index.ts'
import { readCreateTable } from '../../../compiler/sql/sqlite-ddl/read-create-table.ts'
import { readCreateTrigger } from '../../../compiler/sql/sqlite-ddl/read-create-trigger.ts'
import { readCreateView } from '../../../compiler/sql/sqlite-ddl/read-create-view.ts'
import { splitStatements } from '../../../compiler/sql/statements.ts'
import { splitTriggerText } from '../../../compiler/sql/trigger-text.ts'
import { sqlText } from './sql-text.ts'

const T = { name: 't' }
const columnsOf = ({ name }: { readonly name: string }) => ({ t: ['a', 'c'], u: ['b', 'a'] })[name]

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  columnUses,
  functionUses,
  relationUses,
  queryColumnUses: text => queryColumnUses(text, { table: T, columnsOf }),
  renameColumnInExpression: text => renameColumnInExpression(text, T, 'a', 'b'),
  renameColumnInStatement: text => renameColumnInStatement(text, T, 'a', 'b', { table: T, columnsOf }),
  renameRelation: text => renameRelation(text, T, { name: 'u' }, { columnsOf }),
  renameLiteral: text => renameLiteral(text, () => true, 'a', 'b', { name: 'a' }),
  outputColumns,
  indexKeyLabel,
  normalSql,
  splitStatements,
  splitTriggerText,
  readCreateTable,
  readCreateIndex,
  readCreateView,
  readCreateTrigger,
}

test.each(Object.entries(READERS))('%s takes any text', (_, read) => {
  fc.assert(
    fc.property(
      sqlText(),
      fc.constantFrom('', 'select ', 'create table t (', 'create trigger t ', 'update t set '),
      (text, start) => {
        read(start + text)
      },
    ),
    { numRuns: 1000 },
  )
})

test('a column of an expression goes there and back', () => {
  fc.assert(
    fc.property(
      sqlText().filter(text => !/zz/i.test(text)),
      text => {
        const back = renameColumnInExpression(renameColumnInExpression(text, T, 'a', 'zz'), T, 'zz', 'a')
        expect(sameSql(back, text)).toBe(true)
        if (!text.includes('A')) expect(back).toBe(text)
      },
    ),
    { numRuns: 2000 },
  )
})

const DEEP = 10_000
const wide = (start: string, piece: string, end = '') => start + piece.repeat(DEEP) + end

test.each(
  [
    wide('', '('),
    wide(wide('', '('), ')'),
    wide('select ', '(select a from t where x = ', wide('1', ')')),
    wide('select a from ', '(select a from ', wide('t', ') x')),
    wide('select a from ', '(', wide('t', ' join t using (a))')),
    wide('', "case a when 'x' then "),
    wide('', 'case else '),
    wide('', 'cast(', wide('a', ' as int)')),
    wide('select a from t', ' union select a from t'),
    wide('', 'with x as ('),
    wide('select ', 'a,'),
    wide('select a from t', ' join t on a = t.a'),
    wide('', 'a.'),
    wide('', 'sum(a) over ('),
    wide('', 'a in (a,'),
    wide('', 'select a from t;'),
    wide('after update of ', 'a,', wide('a begin ', 'update t set a = a;')),
    wide('create table t (', 'a int default (('),
    wide('create table t (', 'a int check (a > 0) references t,'),
    wide('insert into t select 1 on conflict ', 'do update set a = '),
    wide('merge into t using t on ', 'when matched then update set a = a '),
    wide('', 'coalesce(', wide('a', ",'x')")),
    wide('', 'a = any (('),
    wide('', "position('x' in "),
    `with ${Array.from({ length: 500 }, (_, at) => `x${at} as (select * from ${at === 0 ? 't' : `x${at - 1}, x${at - 1}`})`)} select a from x499`,
  ].map(text => [`${text.slice(0, 60)} …`, text] as const),
)('%s is read in time', (_, text) => {
  const started = performance.now()
  for (const read of Object.values(READERS)) read(text)
  expect(performance.now() - started).toBeLessThan(8000)
})
