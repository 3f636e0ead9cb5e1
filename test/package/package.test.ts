import { execFile, execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { connectPostgres } from '../../database/postgres.ts'
import { unprivilegedAccount } from '../engines/unprivileged-account.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const run = promisify(execFile)

/** The environment of a person who runs npm, not of a script that npm runs; `node` is the one that runs the tests. */
const own = Object.entries(process.env).filter(([name]) => !name.startsWith('npm_') && name !== 'NODE_OPTIONS')
const env = {
  ...Object.fromEntries(own),
  PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
  MIG_NOW: '2026-01-05T05:30:00Z',
}

describe('the packed package, installed elsewhere', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mig-package-'))
  const home = join(folder, 'elsewhere')
  const mig = (...args: string[]) => run(join(home, 'node_modules/.bin/mig'), args, { cwd: home, env })
  let files: readonly string[]

  beforeAll(async () => {
    const { stdout } = await run('npm', ['pack', '--json', '--silent', '--pack-destination', folder], {
      cwd: ROOT,
      env,
    })
    const report = JSON.parse(stdout.slice(stdout.search(/^[[{]/m)))
    const [packed] = Object.values(report) as { filename: string; files: { path: string }[] }[]
    files = packed!.files.map(file => file.path)
    mkdirSync(home)
    writeFileSync(join(home, 'package.json'), '{ "private": true, "type": "module" }')
    await run('npm', ['install', '--offline', '--no-audit', '--no-fund', join(folder, packed!.filename)], {
      cwd: home,
      env,
    })
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('holds what ships and nothing else', () => {
    expect(files.filter(path => !/^(dist\/|docs\/|README\.md$|LICENSE$|package\.json$)/.test(path))).toEqual([])
    expect(files).toContain('dist/mig.js')
    expect(files).toContain('dist/types/index.d.ts')
    expect(files).toContain('LICENSE')
  })

  test('brings no other package along', () => {
    expect(readdirSync(join(home, 'node_modules')).filter(name => !name.startsWith('.'))).toEqual(['mig'])
  })

  test('mig --version', async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    expect((await mig('--version')).stdout).toBe(`mig ${version}\n`)
  })

  test('mig init, compile, check, diff', async () => {
    await mig('init')
    const { stdout } = await mig('compile', '-m', 'first tables', '--json')
    const { written } = JSON.parse(stdout)
    expect(readdirSync(join(home, written.path)).sort()).toEqual([
      'postgres.down.sql',
      'postgres.up.sql',
      'revision.mig',
      'sqlite.down.sql',
      'sqlite.up.sql',
    ])
    expect(JSON.parse((await mig('check', '--json')).stdout)).toEqual({ ok: true, problems: [] })
    await mig('compile', '--check')
  })

  test('a folder that cannot be written: nothing is there, and the message says so', async () => {
    const account = unprivilegedAccount() ?? {}
    chmodSync(folder, 0o755)
    const project = join(folder, 'locked')
    mkdirSync(project)
    writeFileSync(
      join(project, 'schema.mig'),
      'project p {\n  targets postgres 14\n}\ntable t {\n  id int primary\n}\n',
    )
    chmodSync(project, 0o555)
    const options = { cwd: project, env: { ...env, NODE_COMPILE_CACHE: '', TMPDIR: '' }, ...account }
    const args = [join(home, 'node_modules/mig/dist/mig.js'), 'compile', '-m', 'first', '--json']
    const failure = await run(process.execPath, args, options).catch(error => error)
    expect(failure.code).toBe(3)
    expect(JSON.parse(failure.stdout).error).toMatchObject({
      code: 'MIG334',
      message: expect.stringContaining('migrations'),
    })
    expect(readdirSync(project)).toEqual(['schema.mig'])
  })

  test('its API can be used from JavaScript and its types from strict TypeScript', async () => {
    const program = `import { loadProject, planChange, EMPTY_SCHEMA, type Plan } from 'mig'
const { schema, hints } = loadProject('schema.mig')
const plan: Plan = planChange({ before: EMPTY_SCHEMA, after: schema, hints, targets: ['postgres'] })
console.log(plan.steps.map(step => step.kind).join())
`
    writeFileSync(join(home, 'program.ts'), program)
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc')
    const flags = ['--strict', '--exactOptionalPropertyTypes', '--noEmit', '--module', 'nodenext', '--target', 'es2024']
    await run(process.execPath, [tsc, ...flags, '--types', '', 'program.ts'], { cwd: home, env }).catch(error => {
      throw new Error(error.stdout)
    })
    await mig('init').catch(() => {})
    expect((await run(process.execPath, ['program.ts'], { cwd: home, env })).stdout).toContain('create table')
  })

  test('its drivers run the SQL of a revision', async () => {
    const server = await (await fetch(`${inject('postgresBroker')}/18`)).text()
    const postgres = await connectPostgres(`${server}/postgres`)
    await postgres.exec('create database mig_package template template0')
    const program = `import { readdirSync, readFileSync } from 'node:fs'
import { applySqlFile, connectPostgres, connectSqlite, readSqlFile } from 'mig'
const [folder] = readdirSync('migrations')
for (const connection of [await connectPostgres(process.env.URL), await connectSqlite(':memory:')]) {
  for (const direction of ['up', 'down', 'up']) {
    const name = 'migrations/' + folder + '/' + connection.dialect + '.' + direction + '.sql'
    await applySqlFile(connection, readSqlFile(readFileSync(name, 'utf8')), name)
  }
  console.log(connection.dialect, JSON.stringify(await connection.query('select count(*) as n from users')))
  await connection.close()
}
`
    writeFileSync(join(home, 'apply.js'), program)
    const options = { cwd: home, env: { ...env, URL: `${server}/mig_package` } }
    const { stdout } = await run(process.execPath, ['--no-warnings', 'apply.js'], options)
    expect(stdout).toBe('postgres [{"n":"0"}]\nsqlite [{"n":0}]\n')
    await postgres.exec('drop database mig_package')
    await postgres.close()
  })
})

describe('the launcher', () => {
  test('says in one sentence that Node is too old', () => {
    const old = `data:text/javascript,Object.defineProperty(process.versions, 'node', { value: '20.20.2' })`
    const launcher = join(ROOT, 'dist/mig.js')
    expect(existsSync(launcher)).toBe(true)
    try {
      execFileSync(process.execPath, ['--import', old, launcher, '--version'], { stdio: 'pipe', encoding: 'utf8' })
      expect.unreachable()
    } catch (error) {
      const { status, stderr } = error as { status: number; stderr: string }
      expect(stderr).toBe('mig needs Node 22.13 or newer; this is Node 20.20.2.\n')
      expect(status).toBe(2)
    }
  })

  test('has only syntax that old versions of Node read', () => {
    const text = readFileSync(join(ROOT, 'dist/mig.js'), 'utf8')
    expect(text.replace(/\/\/.*$/gm, '')).not.toMatch(
      /=>|`|\?\.|\?\?|\b(const|let|async|await|class)\b|^import\s+[^(]/m,
    )
  })
})
