import { expect, test } from 'vitest'
import { sequenceRenames } from '../../../compiler/diff/sequence.ts'

const pairs = (text: string) => text.split(', ').map(pair => ({ from: pair.split('>')[0]!, to: pair.split('>')[1]! }))
const text = (list: readonly { from: string; to: string }[]) => list.map(pair => `${pair.from}>${pair.to}`).join(', ')

test.each([
  ['a>b', 'a>b'],
  ['a>b, b>c', 'b>c, a>b'],
  ['b>c, a>b, c>d', 'c>d, b>c, a>b'],
  ['a>b, b>a', 'a>__mig_a, b>a, __mig_a>b'],
  ['a>b, b>c, c>a, x>y', 'x>y, a>__mig_a, c>a, b>c, __mig_a>b'],
])('%s is made as %s', (given, wanted) => {
  expect(text(sequenceRenames(pairs(given)))).toBe(wanted)
})

test('a temporary name never has more than 63 bytes', () => {
  const long = 'ü'.repeat(31)
  for (const { to } of sequenceRenames([
    { from: long, to: 'b' },
    { from: 'b', to: long },
  ])) {
    expect(Buffer.byteLength(to)).toBeLessThanOrEqual(63)
  }
})
