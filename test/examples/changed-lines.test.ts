import { expect, test } from 'vitest'
import { changedLines } from '../../examples/demo/changed-lines.ts'
import { applyEdit } from './apply-edit.ts'

const before = 'a\nb\nc\nd\ne\nf\n'
const after = 'a\nB\nc\nd\ne\nf\ng\n'

test('only what changed', () => {
  expect(changedLines(before, after)).toEqual(['-b', '+B', '', '+g'])
  expect(changedLines('', 'a\n')).toEqual(['+a'])
  expect(changedLines(before, before)).toEqual([])
})

test('with lines around it, a gap between changes that are apart', () => {
  expect(changedLines(before, after, 1)).toEqual([' a', '-b', '+B', ' c', '', ' f', '+g'])
})

test('an edit that is shown can be made', () => {
  expect(applyEdit(before, changedLines(before, after, 1))).toBe(after)
})

test('an edit that does not fit is refused', () => {
  expect(() => applyEdit(before, [' a', '-c'])).toThrow('does not fit')
})
