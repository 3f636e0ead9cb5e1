import { expect, test } from 'vitest'
import { drawGraph } from '../../cli/output/draw-graph.ts'

/** `c b,a` is a node `c` with the parents `b` and `a`. */
function draw(...nodes: readonly string[]): readonly string[] {
  const read = nodes.map(node => {
    const [id, parents] = node.split(' ')
    return { id: id!, parents: parents?.split(',') ?? [], text: id! }
  })
  return drawGraph(read).split('\n')
}

test('a line', () => {
  expect(draw('c b', 'b a', 'a')).toEqual(['● c', '● b', '● a'])
})

test('a branch and its merge', () => {
  expect(draw('m b,c', 'c a', 'b a', 'a')).toEqual(['● m', '├─┐', '│ ● c', '● │ b', '├─┘', '● a'])
})

test('three heads on one parent', () => {
  expect(draw('d a', 'c a', 'b a', 'a')).toEqual(['● d', '│ ● c', '│ │ ● b', '├─┴─┘', '● a'])
})

test('two lines that never meet', () => {
  expect(draw('b', 'd c', 'c')).toEqual(['● b', '● d', '● c'])
})

test('a merge over a line between them', () => {
  expect(draw('x a', 'm b,c', 'c a', 'b a', 'a')).toEqual([
    '● x',
    '│ ● m',
    '│ ├─┐',
    '│ │ ● c',
    '│ ● │ b',
    '├─┴─┘',
    '● a',
  ])
})

test('a lane in the middle goes on while those beside it end', () => {
  expect(draw('p a', 'q b', 'r a', 'a', 'b')).toEqual(['● p', '│ ● q', '│ │ ● r', '├─┼─┘', '● │ a', '  ● b'])
})

test('further lines of a text stand beside the lanes', () => {
  const nodes = [
    { id: 'b', parents: ['a'], text: 'b\nfile' },
    { id: 'a', parents: [], text: 'a\nfile' },
  ]
  expect(drawGraph(nodes).split('\n')).toEqual(['● b', '│ file', '● a', '  file'])
})
