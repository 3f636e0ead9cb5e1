import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { splitTriggerText } from '../../../compiler/sql/trigger-text.ts'
import { pgliteEngine } from '../../engines/pglite.ts'

test.each([
  ['before update for each row execute function f()', 'before update', 'for each row execute function f()'],
  [
    'AFTER INSERT OR UPDATE OF a, "b c" OR DELETE FOR EACH ROW EXECUTE FUNCTION f()',
    'AFTER INSERT OR UPDATE OF a, "b c" OR DELETE',
    'FOR EACH ROW EXECUTE FUNCTION f()',
  ],
  ['instead of delete for each row execute procedure f(1)', 'instead of delete', 'for each row execute procedure f(1)'],
  ['after truncate execute function f()', 'after truncate', 'execute function f()'],
  ['\n  after update of a\n  begin select 1; end', 'after update of a', 'begin select 1; end'],
  ['update begin select 1; end', 'update', 'begin select 1; end'],
  [
    '-- note\nbefore insert -- other\n when new.a > 0 begin select 1; end',
    'before insert',
    '-- other\n when new.a > 0 begin select 1; end',
  ],
  ['execute function f()', '', 'execute function f()'],
  ['', '', ''],
])('%s', (text, event, rest) => {
  expect(splitTriggerText(text)).toEqual({ event, rest })
})

test('both databases take what is put together again', async () => {
  const sqlite = new DatabaseSync(':memory:')
  sqlite.exec('create table t (a int, "b c" int)')
  const create = (name: string, text: string) => {
    const { event, rest } = splitTriggerText(text)
    return `create trigger ${name} ${event} on t ${rest}`
  }
  sqlite.exec(create('t1', 'after update of a, "b c" when new.a > 0 begin update t set a = 1; end'))
  sqlite.exec(create('t2', 'delete begin select 1; end'))
  const engine = await pgliteEngine()
  await engine.fresh()
  await engine.exec(`create table t (a int, "b c" int);
    create function f() returns trigger language plpgsql as 'begin return new; end'`)
  await engine.exec(
    create('t1', 'before insert or update of a, "b c" or delete for each row when (true) execute function f()'),
  )
  await engine.exec(
    create('t2', 'after update referencing old table as o new table as n for each statement execute function f()'),
  )
})
