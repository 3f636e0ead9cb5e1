import { expect, test } from 'vitest'
import { marked } from './marked.ts'
import { pastOf, pastOfTexts } from './past-of.ts'

test('one revision makes what a project says', () => {
  const { model } = marked('table users {\n  id int primary\n  email text\n}\n', pastOf)
  const past = model.past!
  expect(past.heads).toHaveLength(1)
  expect(past.schema.tables.get('users')?.columns.map(({ name }) => name)).toEqual(['id', 'email'])
  expect([...past.revisions.values()][0]!.sql('postgres', 'up')).toContain('create table')
})

test('each text is planned from the one before it, with its hints', () => {
  const past = pastOfTexts(
    'table users {\n  id int primary\n  mail text\n}\n',
    'table users {\n  id int primary\n  email text was mail\n}\n',
  )
  const steps = [...past.revisions.values()].map(({ revision }) => revision.steps.map(({ kind }) => kind))
  expect(steps).toEqual([['create table'], ['rename column']])
  expect(past.revisions.get(past.heads[0]!)?.revision.message).toBe('change 2')
  expect([...past.revisions.values()][1]!.stepLines).toEqual([6])
})
