import { afterEach, expect, test } from 'vitest'
import { PlanThread, type ThreadOptions } from '../../../language/editor/plan/plan-thread.ts'
import { HEAD, PlanFolder } from './plan-folder.ts'

let folder: PlanFolder | undefined
let thread: PlanThread | undefined
afterEach(() => {
  thread?.close()
  folder?.remove()
})

const USERS = 'table users {\n  id int primary\n  mail text\n}\n'
const column = (name: string) => HEAD + USERS.replace('mail text', `mail text\n  ${name} int?`)

function begin(options: ThreadOptions = {}): PlanThread {
  folder = new PlanFolder(USERS)
  folder.compile()
  thread = new PlanThread(options)
  return thread
}

test('answers from its own thread as the plan in this one does', async () => {
  const planner = begin()
  planner.text(folder!.main, column('a'))
  expect(await planner.plan(folder!.main)).toEqual(
    folder!.type('schema.mig', USERS.replace('mail text', 'mail text\n  a int?')),
  )
  expect(await planner.sql(`mig-sql://${folder!.main}/users.postgres.up.sql`)).toContain('add column a integer;')
})

test('takes a burst at once: of many requests the newest is answered, from the newest text', async () => {
  const planner = begin()
  await planner.plan(folder!.main)
  const asked = Array.from({ length: 20 }, (_, at) => {
    planner.text(folder!.main, column(`c${at}`))
    return planner.plan(folder!.main)
  })
  const answers = await Promise.all(asked)
  expect(answers.at(-1)?.lenses.map(({ title }) => title)).toContain(
    '1 step · keeps all data · down loses the values of users.c19',
  )
  expect(answers.filter(answer => answer !== undefined).length).toBeLessThan(5)
})

test('sees what changes on disk, and the disk again when a text is closed', async () => {
  const planner = begin()
  planner.text(folder!.main, column('a'))
  expect((await planner.plan(folder!.main))?.status.steps).toBe(1)
  planner.text(folder!.main, undefined)
  expect((await planner.plan(folder!.main))?.status.steps).toBe(0)
  folder!.write('schema.mig', column('b'))
  planner.disk(folder!.main)
  expect((await planner.plan(folder!.main))?.status.steps).toBe(1)
  folder!.compile()
  expect((await planner.plan(folder!.main))?.status).toMatchObject({ steps: 0, heads: 1 })
})

test('a thread that runs out of memory fails what was asked, and another one takes its place', async () => {
  const planner = begin({ limits: { maxOldGenerationSizeMb: 60 } })
  const file = (at: number) => `${folder!.path}/f${at}.mig`
  const tables = (at: number) =>
    Array.from({ length: 50 }, (_, n) => `table t${at}_${n} {\n  id int primary\n}\n`).join('')
  const imports = Array.from({ length: 1_200 }, (_, at) => `import './f${at}.mig'\n`).join('')
  for (let at = 0; at < 1_200; at++) planner.text(file(at), tables(at))
  planner.text(folder!.main, `${HEAD}${imports}`)
  await expect(planner.plan(folder!.main)).rejects.toThrow(/thread stopped: .*memory/)
  planner.text(folder!.main, column('a'))
  expect((await planner.plan(folder!.main))?.status.steps).toBe(1)
}, 60_000)

test('a text that is nested without end is an answer or a failure, never the end', async () => {
  const planner = begin()
  const deep = `${HEAD}table t {\n  id int primary\n  n int default ${'('.repeat(200_000)}1\n}\n`
  planner.text(folder!.main, deep)
  await planner.plan(folder!.main).then(
    answer => expect(answer?.status.state).toBe('broken'),
    error => expect(error.message).toMatch(/could not be made/),
  )
  planner.text(folder!.main, column('a'))
  expect((await planner.plan(folder!.main))?.status.steps).toBe(1)
}, 60_000)

test('a thread that ends in the middle fails what was asked, and the next one knows the open texts', async () => {
  const planner = begin({ file: new URL('./mortal-thread.ts', import.meta.url) })
  planner.text(folder!.main, column('a'))
  expect((await planner.plan(folder!.main))?.status.steps).toBe(1)
  const asked = [planner.plan(folder!.main), planner.sql('die')]
  const results = await Promise.allSettled(asked)
  expect(results[1]).toMatchObject({ status: 'rejected', reason: { message: expect.stringMatching(/thread stopped/) } })
  expect((await planner.plan(folder!.main))?.status.steps).toBe(1)
})

test('what goes wrong in a plan is said, and the next plan is made by another thread', async () => {
  const planner = begin({ file: new URL('./mortal-thread.ts', import.meta.url) })
  await expect(planner.sql('fail')).rejects.toThrow('The plan could not be made: as asked')
  expect((await planner.plan(folder!.main))?.status.steps).toBe(0)
})

test('after its end it has no answers, and leaves none waiting', async () => {
  const planner = begin()
  const asked = planner.plan(folder!.main)
  planner.close()
  expect(await asked).toBeUndefined()
  expect(await planner.plan(folder!.main)).toBeUndefined()
  expect(await planner.sql('mig-sql:x')).toBe('')
})
