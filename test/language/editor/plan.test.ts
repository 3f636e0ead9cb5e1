import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { withoutOpenEnds } from '../../../compiler/hazards/open-questions.ts'
import { heads } from '../../../compiler/revisions/graph.ts'
import { LocalPlanner } from '../../../language/editor/plan/local-planner.ts'
import { loadProject } from '../../../language/load.ts'
import { readHistory } from '../../../language/planning/open-history.ts'
import { planNext } from '../../../language/planning/plan-next.ts'
import { HEAD, PlanFolder } from './plan-folder.ts'

let folder: PlanFolder | undefined
afterEach(() => folder?.remove())

const USERS = 'table users {\n  id int primary\n  mail text\n}\n'

test('what the editor says is what the command line says', () => {
  folder = new PlanFolder({
    'schema.mig': `import './posts.mig'\n${USERS}`,
    'posts.mig': 'table posts {\n  id int primary\n}\n',
  })
  folder.compile()
  folder.write('posts.mig', 'table posts {\n  id int primary\n  author int -> users\n}\n')
  folder.write('schema.mig', `import './posts.mig'\n${USERS.replace('mail', 'email')}`)
  const { hazards, diagnostics, status } = folder.plan()
  const loaded = loadProject(folder.main)
  const open = readHistory(loaded.project.migrations)
  const change = planNext(open, loaded, heads(open.graph))
  expect(hazards.map(({ code, object }) => [code, object])).toEqual(
    withoutOpenEnds(change.hazards).map(({ code, object }) => [code, object]),
  )
  expect(diagnostics).toEqual(loaded.diagnostics)
  expect(status).toEqual({ state: 'planned', steps: change.steps.length, heads: 1, hazards: change.hazards.length })
})

test('diagnostics are those of all files, open or not, and of files that nothing imports', () => {
  folder = new PlanFolder({
    'schema.mig': `import './posts.mig'\n${USERS}`,
    'posts.mig': 'table posts {\n  id in primary\n}\n',
    'lost.mig': 'table lost {\n  id int primary\n}\n',
  })
  const { diagnostics, status } = folder.plan()
  expect(folder.told(diagnostics)).toEqual(['MIG120 error posts.mig:2 [in]', 'MIG115 warning lost.mig:1 []'])
  expect(status.state).toBe('broken')
})

test('an open text counts before the disk, and the disk again when it is closed', () => {
  folder = new PlanFolder(USERS)
  folder.compile()
  expect(folder.type('schema.mig', `${USERS}table t {\n  id int primary\n}\n`).status.steps).toBe(1)
  folder.plans.text(folder.main, undefined)
  expect(folder.plan().status.steps).toBe(0)
  folder.write('schema.mig', `${USERS}table t {\n  id int primary\n}\ntable u {\n  id int primary\n}\n`)
  folder.plans.disk(folder.main)
  expect(folder.plan().status.steps).toBe(2)
})

test('a revision that is written beside the editor is seen', () => {
  folder = new PlanFolder(USERS)
  expect(folder.plan().status).toMatchObject({ steps: 1, heads: 0 })
  folder.compile()
  expect(folder.plan().status).toMatchObject({ steps: 0, heads: 1 })
})

describe('while a line is half typed', () => {
  test('what was planned stands, at the places of today', () => {
    folder = new PlanFolder(USERS)
    folder.compile()
    const now = USERS.replace('mail text', 'email text').replace('id int primary', 'id int primary\n  n int?')
    const before = folder.type('schema.mig', now)
    const broken = folder.type('schema.mig', `\n\n${now.replace('n int?', 'n in')}`)
    expect(broken.status).toEqual({ ...before.status, state: 'broken' })
    expect(folder.lenses(broken.lenses).map(line => line.split(' ')[0])).toEqual(['schema.mig:1', 'schema.mig:6'])
    expect(folder.told(broken.hazards)).toContain('MIG201 error schema.mig:9 [email]')
  })

  test('but not on what cannot be read any more', () => {
    folder = new PlanFolder(USERS)
    folder.compile()
    folder.type('schema.mig', USERS.replace('mail text', 'email text'))
    const { hazards } = folder.type('schema.mig', USERS.replace('mail text', '???'))
    expect(folder.told(hazards)).not.toContain(expect.stringContaining('email'))
  })
})

describe('a past that cannot be planned upon', () => {
  test('two heads: said at the project block and at each head', () => {
    folder = new PlanFolder(USERS)
    const base = folder.compile()
    folder.write('schema.mig', USERS.replace('mail text', 'mail text\n  a int?'))
    folder.compile([base])
    folder.write('schema.mig', USERS.replace('mail text', 'mail text\n  b int?'))
    folder.compile([base])
    const { status, revisionProblems, hazards, lenses } = folder.plan()
    expect(status).toEqual({ state: 'unreadable past', steps: 0, heads: 2, hazards: 0 })
    const heads = revisionProblems.filter(({ code }) => code === 'MIG300')
    expect(heads.map(({ file }) => file.replace(/.*\//, ''))).toEqual(['revision.mig', 'revision.mig', 'schema.mig'])
    expect(folder.place(heads[2]!)).toBe('schema.mig:1 [project p {]')
    for (const { message } of heads)
      expect(message).toMatch(/^There are 2 heads, \w+ and \w+: the next revision cannot/)
    expect([hazards, lenses]).toEqual([[], []])
  })

  test('a revision that cannot be read', () => {
    folder = new PlanFolder(USERS)
    folder.compile()
    const history = readHistory(folder.file('migrations'))
    writeFileSync(history.revisions.values().next().value!.file, 'revision what is this\n')
    const { status, revisionProblems } = folder.plan()
    expect(status.state).toBe('unreadable past')
    expect(revisionProblems.some(({ file }) => file.endsWith('revision.mig'))).toBe(true)
    const [said] = revisionProblems.filter(({ file }) => file === folder?.main)
    expect(said?.message).toMatch(/^migrations\/\w+\/revision\.mig:1: /)
  })
})

test('the chain is checked too: SQL that was edited by hand, also in a text that is open', () => {
  folder = new PlanFolder(USERS)
  folder.compile()
  expect(folder.plan().revisionProblems).toEqual([])
  const [stored] = [...readHistory(folder.file('migrations')).revisions.values()]
  const file = stored!.file.replace('revision.mig', 'postgres.up.sql')
  folder.plans.text(file, `${stored!.sql('postgres', 'up')!}\nselect 1;\n`)
  expect(folder.plan().revisionProblems.map(one => [one.code, one.file])).toEqual([['MIG341', file]])
})

test('the answer passes between threads as it is', () => {
  folder = new PlanFolder({ 'schema.mig': `${USERS}enum e {\n  a\n}\n`, 'lost.mig': 'enum x {\n  a\n}\n' })
  folder.compile()
  const answer = folder.type('schema.mig', `${USERS.replace('mail text', 'email text collate "nope"')}table t {\n}\n`)
  expect(structuredClone(answer)).toEqual(answer)
  const planned = folder.type('schema.mig', USERS.replace('mail', 'email'))
  expect(structuredClone(planned)).toEqual(planned)
})

test('the planner of one thread answers the same', async () => {
  folder = new PlanFolder(USERS)
  folder.compile()
  const planner = new LocalPlanner()
  planner.text(folder.main, HEAD + USERS.replace('mail', 'email'))
  expect(await planner.plan(folder.main)).toEqual(folder.type('schema.mig', USERS.replace('mail', 'email')))
  planner.text(folder.main, undefined)
  planner.disk(folder.main)
  expect((await planner.plan(folder.main))?.status.steps).toBe(0)
  expect(await planner.sql('mig-sql:x')).toBe('-- mig-sql:x names no SQL.\n')
  planner.close()
})

test('a project whose main file is not there', () => {
  folder = new PlanFolder({ 'other.mig': USERS })
  expect(folder.plan().status.state).toBe('broken')
})

test('any text that is half typed is answered', () => {
  const read = (name: string) => readFileSync(join(import.meta.dirname, '..', name), 'utf8')
  const shop = read('shop.mig').replace(/^import .*$/gm, '')
  folder = new PlanFolder({ 'schema.mig': shop.replace(/ was [a-z_]+| removed [^\n]*/g, '') })
  for (let end = 0; end < shop.length; end += 37) {
    folder.plans.text(folder.main, shop.slice(0, end))
    const answer = folder.plan()
    expect(['planned', 'broken']).toContain(answer.status.state)
    expect(folder.plans.sql(`mig-sql://${folder.main}/postgres.up.sql`)).toMatch(/^-- /)
  }
}, 30_000)
