import { expect, test } from 'vitest'
import type { Hazard } from '../../../compiler/hazards/hazard.ts'
import { withoutOpenEnds } from '../../../compiler/hazards/open-questions.ts'

const hazard = (code: string, object: string, more: Partial<Hazard> = {}): Hazard => ({
  code,
  object,
  severity: 'warning',
  message: '',
  remedy: '',
  ...more,
})
const question = hazard('MIG201', 'users.email', {
  fix: { fix: 'rename or drop', kind: 'column', in: 'users', from: 'mail', to: 'email', others: ['post box'] },
})
const codes = (hazards: readonly Hazard[]) => withoutOpenEnds(hazards).map(({ code }) => code)

test('what depends on the answer to a question waits for the answer', () => {
  const rest = [hazard('MIG204', 'users.email'), hazard('MIG211', 'users.mail'), hazard('MIG204', 'users."post box"')]
  expect(codes([question, ...rest, hazard('MIG227', 'users'), hazard('MIG211', 'users.phone')])).toEqual([
    'MIG201',
    'MIG227',
    'MIG211',
  ])
})

test('what is said of the columns of a table in question waits too', () => {
  const table = hazard('MIG202', 'clients', {
    fix: { fix: 'rename or drop', kind: 'table', from: 'customers', to: 'clients', others: [] },
  })
  const rest = [hazard('MIG210', 'customers'), hazard('MIG220', 'clients.clients_mail_key'), hazard('MIG210', 'client')]
  expect(codes([table, ...rest])).toEqual(['MIG202', 'MIG210'])
  expect(withoutOpenEnds([table, ...rest])[1]!.object).toBe('client')
})

test('a question that somebody has answered with --allow hides nothing', () => {
  const answered = { ...question, allowed: 'it is another thing' }
  expect(codes([answered, hazard('MIG211', 'users.mail')])).toEqual(['MIG201', 'MIG211'])
})
