import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { postgres } from '../../../compiler/dialects/postgres/postgres.ts'
import { invertSteps } from '../../../compiler/steps/invert.ts'
import { readCase } from '../../cases/case-file.ts'
import { planCase } from '../../cases/plan-case.ts'
import { postgresEngine } from '../../engines/postgres.ts'
import type { TestEngine } from '../../engines/test-engine.ts'

let engine: TestEngine
beforeAll(async () => {
  engine = await postgresEngine(18)
})
afterAll(() => engine.close())

const CASES = join(import.meta.dirname, '../../cases')

test.each(["''", 'other', 'app, public'])(
  'the SQL of a project with a default schema runs with the search path %s',
  async path => {
    const { before, after, plan } = planCase(readCase(readFileSync(join(CASES, 'default-schema.case'), 'utf8')))
    const up = postgres.render(plan.steps, before)
    const down = postgres.render(invertSteps(plan.steps), after)
    await engine.fresh()
    await engine.query('create schema other')
    await engine.query(`set search_path = ${path}`)
    for (const statements of [up, down, up]) await engine.run(statements)
    await engine.query("insert into app.users (email) values ('ada@b.c')")
    await engine.query("insert into app.posts (user_id, title) select id, 'one' from app.users")
    expect(await engine.query('select title from app.titles')).toEqual([{ title: 'one' }])
    await engine.query("update app.posts set title = 'two'")
    expect(await engine.query('select email from app.users_of_users')).toEqual([{ email: 'ada@b.c' }])
    await expect(engine.query("insert into app.users (email) values ('ada')")).rejects.toThrow(/at_sign/)
  },
)
