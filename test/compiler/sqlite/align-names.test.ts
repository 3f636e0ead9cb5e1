import { expect, test } from 'vitest'
import { alignNames } from '../../../compiler/dialects/sqlite/align-names.ts'
import { sqlite } from '../../../compiler/dialects/sqlite/sqlite.ts'
import { diff } from '../../../compiler/diff/diff.ts'
import { applySteps } from '../../../compiler/steps/apply.ts'
import { check, column, enumOf, foreign, id, primary, schema, table, unique } from './build.ts'
import { runStatements } from './engine.ts'
import { freshEngine } from './journey.ts'

const users = table(
  'users',
  id(),
  column('mail', 'text'),
  column('mood', 'enum mood'),
  column('boss', 'bigint?'),
  primary('users_pkey', 'id'),
  unique('users_mail_key', 'mail'),
  check('users_mail_check', "mail <> ''"),
  check('users_mail_check1', "mail <> 'x'"),
  foreign('users_boss_fkey', ['boss'], 'users', ['id']),
)

test('names that were made from an old name are no difference, a key that differs is one', async () => {
  const before = schema(users, enumOf('mood', 'good', 'bad'))
  const engine = freshEngine(before)
  const steps = [
    { kind: 'rename table', from: { name: 'users' }, to: { name: 'people' } },
    { kind: 'rename column', table: { name: 'people' }, from: 'mail', to: 'e-mail' },
    { kind: 'rename column', table: { name: 'people' }, from: 'mood', to: 'state' },
  ] as const
  runStatements(engine, sqlite.render(steps, before))
  const wanted = sqlite.project(applySteps(before, steps))
  const live = await sqlite.inspect(async sql => engine.query(sql))
  expect(diff(live, wanted)).not.toEqual([])
  expect(diff(alignNames(live, wanted), wanted)).toEqual([])
  engine.exec('create table extra (a text unique)')
  const more = schema(
    ...wanted.tables.values(),
    table('extra', { ...column('a', 'raw TEXT?') }, unique('extra_b_key', 'b')),
  )
  const drift = diff(alignNames(await sqlite.inspect(async sql => engine.query(sql)), more), more)
  expect(drift.map(step => step.kind)).toEqual(['drop constraint', 'add constraint'])
})
