import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { chosenDatabase } from '../../cli/project/chosen-database.ts'
import type { Database, Project } from '../../language/load/project.ts'
import { failureOf } from '../database/failure-of.ts'

const folder = mkdtempSync(join(tmpdir(), 'mig-chosen-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const PG = 'postgres://app:secret@db/shop'

function project(...databases: readonly Database[]): Project {
  const targets = [{ dialect: 'postgres' }, { dialect: 'sqlite' }] as const
  return { name: 'shop', file: join(folder, 'schema.mig'), targets, migrations: join(folder, 'migrations'), databases }
}

interface Asked {
  readonly project?: Project | undefined
  readonly env?: Readonly<Record<string, string>>
  readonly dotenv?: string
  readonly options?: Readonly<Record<string, unknown>>
}

function choose({ project, env = {}, dotenv, options = {} }: Asked) {
  rmSync(join(folder, '.env'), { force: true })
  if (dotenv !== undefined) writeFileSync(join(folder, '.env'), dotenv)
  return chosenDatabase({ cwd: project === undefined ? folder : '/elsewhere', env }, project, options)
}

const line: Database = { dialect: 'postgres', env: 'SHOP_URL' }
const file: Database = { dialect: 'sqlite', url: 'sqlite:dev.db' }
const postgres = (url = PG) => ({ dialect: 'postgres', url })
const sqlite = (path: string) => ({ dialect: 'sqlite', url: `sqlite:${path}` })

test.each<readonly [string, Asked, object]>([
  [
    '--database, before everything else',
    { project: project(line), env: { SHOP_URL: PG, DATABASE_URL: PG }, options: { database: 'sqlite:x.db' } },
    sqlite('/elsewhere/x.db'),
  ],
  [
    'the line, before DATABASE_URL',
    { project: project(file), env: { DATABASE_URL: PG } },
    sqlite(join(folder, 'dev.db')),
  ],
  ['the variable of the line', { project: project(line), env: { SHOP_URL: PG } }, postgres()],
  [
    'the line of --target',
    { project: project(line, file), options: { target: 'sqlite' } },
    sqlite(join(folder, 'dev.db')),
  ],
  [
    'DATABASE_URL, where no line is for --target',
    { project: project(file), env: { DATABASE_URL: PG }, options: { target: 'postgres' } },
    postgres(),
  ],
  ['DATABASE_URL, where there is no line', { project: project(), env: { DATABASE_URL: PG } }, postgres()],
  ['DATABASE_URL, without a project', { env: { DATABASE_URL: 'sqlite:x.db' } }, sqlite(join(folder, 'x.db'))],
  [
    'a variable in .env',
    { project: project(line), dotenv: `# where it runs\nexport SHOP_URL="${PG}" # here\n` },
    postgres(),
  ],
  ['DATABASE_URL in .env, without a project', { dotenv: `DATABASE_URL='${PG}'\n` }, postgres()],
  [
    'a value of .env with signs that mean something there',
    { dotenv: `\ufeffA=1\r\nDATABASE_URL='postgres://u:a%23b$c=d@h/d?sslmode=require'\r\n` },
    postgres('postgres://u:a%23b$c=d@h/d?sslmode=require'),
  ],
  ['the environment, before .env', { env: { DATABASE_URL: PG }, dotenv: 'DATABASE_URL=sqlite:x.db\n' }, postgres()],
  [
    '.env, where the environment holds nothing',
    { env: { DATABASE_URL: '' }, dotenv: `DATABASE_URL=${PG}\n` },
    postgres(),
  ],
])('%s', (_, asked, address) => {
  expect(choose(asked)).toEqual(address)
})

test.each<readonly [string, Asked, string, RegExp]>([
  ['nothing', {}, 'MIG430', /^Nothing says which database is meant\. Give --database URL .* or set DATABASE_URL\.$/],
  [
    'nothing for --target',
    { project: project(line), options: { target: 'sqlite' } },
    'MIG430',
    /which sqlite database/,
  ],
  [
    'a variable that is not set',
    { project: project(line) },
    'MIG431',
    /The variable SHOP_URL, .* is not set\. Set SHOP_URL/,
  ],
  ['several lines', { project: project(line, file) }, 'MIG432', /--target postgres or --target sqlite/],
  ['several lines for one target', { project: project(line, line) }, 'MIG432', /Keep one of these lines/],
  ['another scheme', { options: { database: 'mysql://u:secret@h/d' } }, 'MIG433', /behind 'mysql:'/],
  [
    'a URL that is cut off by a # in .env',
    { dotenv: 'DATABASE_URL=postgres://u:secret#1@h/d\n' },
    'MIG434',
    /u:\*\*\*/,
  ],
  [
    'a database of the wrong kind',
    { project: project(line), env: { SHOP_URL: 'sqlite:x' } },
    'MIG435',
    /variable SHOP_URL/,
  ],
  [
    'a database of the other target',
    { project: project(), env: { DATABASE_URL: PG }, options: { target: 'sqlite' } },
    'MIG435',
    /The database is postgres, but --target names sqlite\./,
  ],
  [
    'a database of no target',
    { project: { ...project(), targets: [{ dialect: 'postgres' }] }, options: { database: 'sqlite:x.db' } },
    'MIG435',
    /The database is sqlite, which is no target of the project\. Its targets are postgres:/,
  ],
  ['a database in memory', { options: { database: 'sqlite::memory:' } }, 'MIG436', /in memory/],
])('%s is refused', async (_, asked, code, text) => {
  const failure = await failureOf(() => choose(asked))
  expect(failure).toMatchObject({ code, exit: 2 })
  expect(`${failure.message} ${failure.remedy}`).toMatch(text)
  expect(`${failure.stack}${failure.remedy}${JSON.stringify(failure.facts)}`).not.toContain('secret')
})
