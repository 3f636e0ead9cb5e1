import { expect, test } from 'vitest'
import { stepsJson, stepTexts } from '../../../cli/output/step-json.ts'
import { diff } from '../../../compiler/diff/diff.ts'
import { invertSteps } from '../../../compiler/steps/invert.ts'
import { tellLosses } from '../../../language/editor/plan/step-losses.ts'
import { loadDeclarations } from '../../language/load-text.ts'

function told(from: string, to: string) {
  const [{ schema: before }, { schema: after, hints }] = [loadDeclarations(from), loadDeclarations(to)]
  const steps = diff(before, after, hints)
  const down = { steps: invertSteps(steps), before: after, after: before }
  const losses = tellLosses(steps, ['postgres', 'sqlite'], { steps, before, after }, down)
  return { losses, lines: stepTexts(steps).filter(line => line.includes('(loses')), json: stepsJson(steps) }
}

const serial =
  "sequence orders_id_seq as int owned by orders.id only postgres\ntable orders only postgres {\n  id int primary default `nextval('orders_id_seq')`\n}\n"
const identity = 'table orders only postgres {\n  id int primary identity\n}\n'

test.each([
  ['a serial column becomes an identity', serial, identity],
  ['an identity becomes a serial column', identity, serial],
])('%s: the number goes on, and no loss is told', (_, from, to) => {
  const { losses, lines, json } = told(from, to)
  expect(losses).toBe('keeps all data')
  expect(lines).toEqual([])
  expect(json.filter(step => step.lossy || step.lossyDown)).toEqual([])
})

test('a sequence that nothing goes on from is lost', () => {
  const { losses, lines } = told(serial, identity.replace(' identity', ''))
  expect(losses).toBe('up loses the last value of sequence orders_id_seq in Postgres')
  expect(lines).toEqual(['  drop sequence orders_id_seq   (loses the last value of sequence orders_id_seq)'])
})

test('values of a domain are those of what it is made of', () => {
  const total = (type: string) =>
    `domain amount = decimal(12, 2)\ndomain remark = text\ntable t {\n  total ${type}\n}\n`
  expect(told(total('amount'), total('decimal(12, 2)')).losses).toBe('keeps all data')
  expect(told(total('remark'), total('text')).losses).toBe('keeps all data')
  expect(told(total('text'), total('remark')).losses).toBe('keeps all data')
  expect(told(total('amount'), total('decimal(12, 1)')).losses).toContain('up loses')
})
