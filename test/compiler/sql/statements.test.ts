import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitStatements } from '../../../compiler/sql/statements.ts'
import { readTokens } from '../../../compiler/sql/tokens.ts'
import { pgliteEngine } from '../../engines/pglite.ts'
import { corpusDatabase, corpusScript, corpusStatements } from './corpus.ts'
import { sqlText } from './sql-text.ts'

function split(text: string): readonly string[] {
  return splitStatements(text).map(statement => statement.text)
}

test('semicolons that end nothing', () => {
  expect(split(`select ';'; select "a;b"; select $$;$$; select 1 /* ; */; -- ;\nselect 2`)).toEqual([
    `select ';'`,
    'select "a;b"',
    'select $$;$$',
    'select 1',
    '-- ;\nselect 2',
  ])
  expect(split('create rule r as on insert to t do also (select 1; select 2); select 3')).toHaveLength(2)
  expect(split(' ;; ; -- nothing')).toEqual([])
})

test('comments belong to the statement after them', () => {
  expect(split('-- one\nselect 1;\n\n-- two\n/* three */ select 2; -- four')).toEqual([
    '-- one\nselect 1',
    '-- two\n/* three */ select 2',
  ])
})

test('bodies of triggers and functions', () => {
  const trigger = `create temp trigger if not exists "begin" after update of a on t when case new.a when 1 then 1 else 0 end
  begin
    update t set a = case when a > 0 then new.a else old.a end;
    insert into u select x."end", x.end from x;
  end`
  const other = 'create trigger t1 before insert on t for each row execute function f()'
  const body = `create or replace function f() returns int language sql begin atomic
    select case when true then 1 end;
    select 2;
  end`
  expect(split(`begin; ${trigger}; ${other}; ${body}; commit;`)).toEqual(['begin', trigger, other, body, 'commit'])
})

test('what is left out are white space, semicolons and comments', () => {
  fc.assert(
    fc.property(sqlText(), text => {
      const statements = splitStatements(text)
      let at = 0
      for (const { text: own, start, end } of [...statements, { text: '', start: text.length, end: text.length }]) {
        const between = readTokens(text).filter(token => token.start >= at && token.end <= start)
        expect(between.every(token => token.kind === 'comment' || token.text === ';')).toBe(true)
        expect(text.slice(start, end)).toBe(own)
        at = end
      }
    }),
    { numRuns: 2000 },
  )
})

test.each(['chinook.sqlite', 'sakila.sqlite'] as const)('%s is what SQLite made of it', corpus => {
  const database = corpusDatabase(corpus)
  const { count } = database.prepare('select count(*) as count from sqlite_schema where sql is not null').get()!
  expect(corpusStatements(corpus)).toHaveLength(Number(count))
})

test('pagila, one statement after the other, on Postgres', async () => {
  const engine = await pgliteEngine()
  await engine.fresh()
  for (const statement of corpusStatements('pagila.postgres')) await engine.exec(statement)
  const [row] = await engine.query(
    `select count(*)::int as count from pg_class where relnamespace = 'public'::regnamespace`,
  )
  expect(row!.count).toBeGreaterThan(60)
  expect(corpusScript('pagila.postgres').match(/;$/gm)!.length).toBeGreaterThan(
    corpusStatements('pagila.postgres').length,
  )
})
