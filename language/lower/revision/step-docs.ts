import type { AstNode } from 'langium'
import type { AlterStep } from '../../generated/ast.ts'
import type { Context } from '../context.ts'

/** A comment as a property to spread. */
export interface Comment {
  readonly comment?: string
}

/** The comment before a step, which is that of the object it is about. */
export function stepComment(node: AstNode, context: Context): Comment {
  const text = context.parsed.docs.get(node.$cstNode?.offset ?? -1)
  return text ? { comment: text } : {}
}

/** The comments of both sides of a change: the second side has that of the first, unless another stands before `to`. */
export function sideComments(node: AlterStep, context: Context): readonly [from: Comment, to: Comment] {
  const from = stepComment(node, context)
  const { docs } = context.parsed
  if (docs.size === 0) return [from, from]
  const end = node.to?.$cstNode?.offset ?? 0
  const text = docs.get(context.parsed.text.lastIndexOf('to', end - 1))
  if (text === undefined) return [from, from]
  return [from, text === '' ? {} : { comment: text }]
}
