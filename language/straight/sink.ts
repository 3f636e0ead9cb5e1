import type { OpenNode } from './piece.ts'

/** The list of a property that nothing was put into; nodes share it. */
export const NOTHING: readonly never[] = Object.freeze([])

/** Where what was read goes: a property of a node. */
export interface Sink {
  readonly property: string
  /** Answers whether there was room: an option that is given twice has none. */
  readonly put: (node: OpenNode, value: unknown) => boolean
}

/** The sink of an assignment in the grammar. */
export function sinkFor(operator: string, property: string): Sink {
  switch (operator) {
    case '+=':
      return { property, put: (node, value) => add(node, property, value) }
    case '?=':
      return { property, put: node => set(node, property, true, node[property] === true) }
    default:
      return { property, put: (node, value) => set(node, property, value, node[property] !== undefined) }
  }
}

function add(node: OpenNode, property: string, value: unknown): boolean {
  const list = node[property] as unknown[]
  const index = list.length
  if (index === 0) node[property] = [value]
  else list.push(value)
  if (typeof value === 'object') {
    const child = value as OpenNode
    child.$container = node
    child.$containerProperty = property
    child.$containerIndex = index
  }
  return true
}

function set(node: OpenNode, property: string, value: unknown, isTaken: boolean): boolean {
  if (isTaken) return false
  node[property] = value
  if (typeof value === 'object') {
    const child = value as OpenNode
    child.$container = node
    child.$containerProperty = property
  }
  return true
}
