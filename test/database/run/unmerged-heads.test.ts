import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectSqlite } from '../../../database/sqlite.ts'
import { upgrade } from '../../../run.ts'

const MAIN = resolve(import.meta.dirname, '../../../cli/main.ts')
const folder = mkdtempSync(join(tmpdir(), 'mig-unmerged-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A revision that leads to a table with these columns; `branch` is a copy of the history to which it is added. */
function compile(branch: string, id: string, columns: string): void {
  const schema = `project shop {\n  targets sqlite 3.38\n}\n\ntable people {\n  id bigint identity primary\n${columns}}\n`
  writeFileSync(join(folder, branch, 'schema.mig'), schema)
  execFileSync(process.execPath, [MAIN, 'compile', '-m', id, '--id', id, '--quiet'], { cwd: join(folder, branch) })
}

beforeAll(() => {
  for (const branch of ['one', 'two']) mkdirSync(join(folder, branch))
})

test('a program does not bring a database to heads of which one would undo the other', async () => {
  compile('one', 'start', '  name text\n')
  cpSync(join(folder, 'one/migrations'), join(folder, 'two/migrations'), { recursive: true })
  compile('one', 'copies', '  name text?\n')
  compile('two', 'adds', '  name text\n  age int?\n')
  cpSync(join(folder, 'two/migrations'), join(folder, 'one/migrations'), { recursive: true })
  const connection = await connectSqlite(':memory:')
  const request = { database: connection, migrations: join(folder, 'one/migrations') }
  await upgrade({ ...request, target: 'adds' })
  await connection.exec("insert into people (name, age) values ('ann', 41)")
  const error = await upgrade({ ...request, target: 'heads' }).catch(reason => reason)
  expect(error.code).toBe('MIG358')
  expect(await connection.query('select name, age from people')).toEqual([{ name: 'ann', age: 41 }])
  await connection.close()
})
