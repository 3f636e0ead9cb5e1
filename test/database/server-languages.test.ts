import { expect, test } from 'vitest'
import type { FileStatement } from '../../compiler/revisions/sql-file.ts'
import { statementFailed } from '../../database/failures.ts'
import { refusedAt, runningAt } from '../../database/refused-at.ts'
import { pgliteEngine } from '../engines/pglite.ts'

const statement = { sql: 'grant select on t to app', line: 3 } as FileStatement
const failed = (message: string, more: object) =>
  statementFailed(Object.assign(new Error(message), more), statement, 'up.sql')

test('the server says in which of its functions it looked for a role', async () => {
  const engine = await pgliteEngine()
  const routines: string[] = []
  for (const sql of [
    'grant pg_monitor to absent',
    'create table t (); alter table t owner to absent',
    'set role absent',
  ])
    await engine.exec(sql).catch(error => routines.push(error.routine))
  await engine.close()
  expect(routines.slice(0, 2)).toEqual(['get_role_oid', 'get_role_oid'])
})

test.each([
  ['role "the "boss" does not exist', 'the "boss'],
  ['Rolle »app« existiert nicht', 'app'],
  ['le rôle « app » n’existe pas', 'app'],
  ['роль "app" не существует', 'app'],
  ['ロール"app"は存在しません', 'app'],
])('a missing role is found in %s', (message, role) => {
  const error = failed(message, { code: '42704', routine: 'get_role_oid' })
  expect([error.code, error.remedy]).toEqual([
    'MIG512',
    `Roles belong to the server, and no migration makes them: have \`create role "${role.replaceAll('"', '""')}"\` run there, then run this again.`,
  ])
})

test('another thing that is missing is no role', () => {
  expect(failed('Typ »app« existiert nicht', { code: '42704', routine: 'typenameType' }).code).toBe('MIG510')
})

test.each([
  ['PL/pgSQL function shop.add(integer, text) line 12 at RETURN', 'shop.add(integer, text)', 12],
  ['PL/pgSQL-Funktion add(integer) Zeile 2 bei SQL-Anweisung', 'add(integer)', 2],
  ['fonction PL/pgSQL add2(integer), ligne 2 à RETURN', 'add2(integer)', 2],
  ['функция PL/pgSQL add(integer), строка 2, оператор RETURN', 'add(integer)', 2],
  ['PL/pgSQL関数add(integer)の2行目のRETURN', 'add(integer)', 2],
])('where a routine stopped: %s', (where, routine, line) => {
  expect(runningAt(`SQL statement "select 1"\n${where}\nSQL function "g" statement 1`)).toEqual({ routine, line })
})

test.each([
  'compilation of PL/pgSQL function "f2" near line 2',
  'Kompilierung der PL/pgSQL-Funktion »f2« nahe Zeile 2',
  'compilation de la fonction PL/pgSQL « f2 » près de la ligne 2',
  'PL/pgSQL function inline_code_block line 2 at RAISE',
  'PL/pgSQL-Funktion inline_code_block Zeile 2 bei RAISE',
  'fonction PL/pgSQL inline_code_block, ligne 2 à RAISE',
])('the line of a body: %s', where => {
  const sql = 'do $$ begin\n  raise; end $$'
  expect(refusedAt({ message: '', where }, sql)).toBe(sql.indexOf('raise'))
})

test.each([
  [
    'MIG501: rest holds 1 rows that belong into the new partition p of t. Move or delete them, then run this again.',
    'rest holds 1 row that belongs into the new partition p of t.',
    'Move or delete them, then run this again.',
  ],
  [
    'MIG501: p holds 1 rows that do not belong to t values in (1). Change, move or delete them, then run this again.',
    'p holds 1 row that does not belong to t values in (1).',
    'Change, move or delete them, then run this again.',
  ],
  [
    'MIG501: rest holds 11 rows that belong into the new partition p of t. Move or delete them, then run this again.',
    'rest holds 11 rows that belong into the new partition p of t.',
    'Move or delete them, then run this again.',
  ],
])('%s', (raised, message, remedy) => {
  const error = failed(raised, { code: 'P0001' })
  expect([error.message, error.remedy]).toEqual([`up.sql:3: ${message}`, remedy])
})

test('one row without a value, and one with a value that goes', () => {
  expect(failed('MIG501: t holds 1 rows and its new column c has no value for them. X', {}).message).toContain(
    't holds 1 row and its new column c has no value for it.',
  )
  expect(failed("MIG502: 1 rows hold a value that e will not have: 'a'. X", {}).message).toContain(
    '1 row holds a value',
  )
})
