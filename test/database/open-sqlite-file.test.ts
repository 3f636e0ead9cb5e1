import { execFile } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { connect } from '../../database/connect.ts'
import { unprivilegedAccount } from '../engines/unprivileged-account.ts'
import { failureOf } from './failure-of.ts'

const folder = mkdtempSync(join(tmpdir(), 'mig-open-'))
chmodSync(folder, 0o755)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const at = (path: string) => ({ dialect: 'sqlite', url: `sqlite:${join(folder, path)}` }) as const

function made(name: string): string {
  const path = join(folder, name)
  const database = new DatabaseSync(path)
  database.exec('create table t (a text); create index i on t (a)')
  const insert = database.prepare('insert into t values (?)')
  for (let row = 0; row < 200; row++) insert.run('x'.repeat(200))
  database.close()
  return path
}

function overwrite(path: string, offset: number, bytes: Buffer): void {
  const file = openSync(path, 'r+')
  writeSync(file, bytes, 0, bytes.length, offset)
  closeSync(file)
}

test('a file that is not there is made only when it is asked for', async () => {
  const failure = await failureOf(() => connect(at('new.db')))
  expect(failure).toMatchObject({ code: 'MIG538', exit: 3, remedy: 'Check the path. mig upgrade makes the file.' })
  expect(existsSync(join(folder, 'new.db'))).toBe(false)
  const connection = await connect(at('new.db'), { create: true })
  await connection.exec('create table t (a int)')
  await connection.close()
  expect(existsSync(join(folder, 'new.db'))).toBe(true)
  await (await connect(at('new.db'))).close()
})

test('an empty file is an empty database', async () => {
  writeFileSync(join(folder, 'empty.db'), '')
  const connection = await connect(at('empty.db'))
  expect(await connection.query('select * from sqlite_schema')).toEqual([])
  await connection.close()
})

test('a file that another session has locked is opened: whoever runs a statement waits', async () => {
  const other = new DatabaseSync(made('busy.db'))
  other.exec('begin exclusive')
  const connection = await connect(at('busy.db'), { create: true })
  other.exec('rollback')
  expect(await connection.query('select count(*) as n from t')).toEqual([{ n: 200 }])
  await connection.close()
  other.close()
})

test.each<readonly [string, string, () => string, string, string]>([
  ['a text', 'text.db', () => 'MIG537', 'is no SQLite database.', 'encrypted'],
  ['a folder', 'folder.db', () => 'MIG538', 'it is a folder.', 'Name a file in it.'],
  [
    'a path in no folder',
    'no/such/a.db',
    () => 'MIG538',
    `there is no folder ${join(folder, 'no/such')}.`,
    'Make the folder',
  ],
  ['a path below a file', 'text.db/a.db', () => 'MIG538', 'there is no folder', 'Make the folder'],
  ['a damaged file', 'damaged.db', () => 'MIG537', 'is damaged.', 'backup'],
])('%s is refused', async (_, path, code, message, remedy) => {
  writeFileSync(join(folder, 'text.db'), 'this is no database\n'.repeat(100))
  mkdirSync(join(folder, 'folder.db'), { recursive: true })
  if (path === 'damaged.db') overwrite(made(path), 100, Buffer.alloc(100, 0xff))
  const failure = await failureOf(() => connect(at(path), { create: true }))
  expect(failure).toMatchObject({ code: code(), exit: 3 })
  expect(failure.message).toContain(message)
  expect(failure.remedy).toContain(remedy)
})

test('what cannot be written is refused before anything runs, and can be read all the same', async () => {
  chmodSync(made('locked.db'), 0o444)
  mkdirSync(join(folder, 'sealed'))
  chmodSync(join(folder, 'sealed'), 0o555)
  const asked = [
    [at('locked.db'), { create: true }],
    [at('locked.db'), {}],
    [at('sealed/new.db'), { create: true }],
  ]
  const answers = await asSomebody(asked)
  expect(answers).toEqual([
    `MIG538 The database ${join(folder, 'locked.db')} cannot be opened: the file is read-only.`,
    'open',
    `MIG538 The database ${join(folder, 'sealed/new.db')} cannot be opened: nothing can be written in ${join(folder, 'sealed')}.`,
  ])
})

/** What `connect` answers to a user who is not allowed everything, as root is. */
function asSomebody(asked: readonly unknown[]): Promise<unknown> {
  const module = pathToFileURL(join(import.meta.dirname, '../../database/connect.ts')).href
  const program = `
    const { connect } = await import(${JSON.stringify(module)})
    const answers = []
    for (const [address, options] of ${JSON.stringify(asked)})
      answers.push(await connect(address, options).then(() => 'open', error => error.code + ' ' + error.message))
    console.log(JSON.stringify(answers))`
  const options = { cwd: folder, ...unprivilegedAccount() }
  return new Promise((done, fail) => {
    execFile(process.execPath, ['--input-type=module', '-e', program], options, (error, out) => {
      if (error) fail(error)
      else done(JSON.parse(out))
    })
  })
}
