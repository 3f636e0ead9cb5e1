import { expect, test } from 'vitest'
import { lossyMoves, movesOf } from '../../../compiler/steps/enum-moves.ts'
import { invertStep } from '../../../compiler/steps/invert.ts'
import type { AlterEnum } from '../../../compiler/steps/step.ts'

type Pairs = readonly string[]

/** `a>b` pairs for renames and moves. */
function step(from: string, to: string, moves: Pairs, renames: Pairs = []): AlterEnum {
  const name = { name: 'status' }
  const pairs = (texts: Pairs) => texts.map(text => text.split('>') as [string, string])
  return {
    kind: 'alter enum',
    from: { name, values: from.split(' ') },
    to: { name, values: to.split(' ') },
    renames: pairs(renames).map(([old, now]) => ({ from: old, to: now })),
    moves: pairs(moves).map(([value, goal]) => ({ value, to: goal })),
  }
}

function written(moves: AlterEnum['moves']): string {
  return moves.map(({ value, to }) => `${value}>${to}`).join(' ')
}

const cases: readonly (readonly [
  string,
  AlterEnum,
  { up: string; down: string; lossyUp?: string; lossyDown?: string },
])[] = [
  ['to a value that was there', step('a b c', 'a b', ['c>b']), { up: 'c>b', down: '', lossyUp: 'c>b' }],
  ['to a new value', step('a b', 'a d', ['b>d']), { up: 'b>d', down: 'd>b' }],
  [
    'two to one new value: back to the one that is written first',
    step('a b c', 'a d', ['c>d', 'b>d']),
    { up: 'b>d c>d', down: 'd>c', lossyUp: 'b>d c>d' },
  ],
  ['to two new values', step('a b c', 'a d e', ['b>e', 'c>d']), { up: 'b>e c>d', down: 'd>c e>b' }],
  [
    'to a renamed value, which goes back by its rename',
    step('a b c', 'a d', ['c>d'], ['b>d']),
    { up: 'c>d', down: '', lossyUp: 'c>d' },
  ],
  ['a way back that is written wins', step('a b', 'a d', ['b>d', 'd>a']), { up: 'b>d', down: 'd>a', lossyDown: 'd>a' }],
  ['a value that comes by itself goes nowhere', step('a b', 'a d e', ['b>d']), { up: 'b>d', down: 'd>b' }],
  ['a value that stays is not moved', step('a b', 'a b d', ['b>d']), { up: '', down: '' }],
]

test.each(cases)('%s', (_, up, wanted) => {
  const down = invertStep(up) as AlterEnum
  expect(written(movesOf(up))).toBe(wanted.up)
  expect(written(movesOf(down))).toBe(wanted.down)
  expect(written(lossyMoves(up))).toBe(wanted.lossyUp ?? '')
  expect(written(lossyMoves(down))).toBe(wanted.lossyDown ?? '')
  expect(invertStep(down)).toEqual(up)
})
