import { type AstNode, GrammarUtils } from 'langium'
import type { MigAstType } from '../../../generated/ast.ts'
import type { Parsed } from '../../../parse.ts'
import type { ProjectModel } from '../../project-model.ts'

/** A stretch of a text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The node itself or the nearest around it that is of one of some types. */
export function up<T extends keyof MigAstType>(
  node: AstNode | undefined,
  ...types: readonly T[]
): MigAstType[T] | undefined {
  for (let at = node; at !== undefined; at = at.$container)
    if ((types as readonly string[]).includes(at.$type)) return at as MigAstType[T]
  return undefined
}

/** Where a node stands; nothing where it is not written. */
export function spanOf(node: AstNode | undefined): Span | undefined {
  const cst = node?.$cstNode
  return cst === undefined ? undefined : { start: cst.offset, end: cst.end }
}

/** Where a property of a node stands. */
export function partOf(node: AstNode, property: string, index?: number): Span | undefined {
  const cst = GrammarUtils.findNodeForProperty(node.$cstNode, property, index)
  return cst && { start: cst.offset, end: cst.end }
}

/** Where a word or a sign of a node stands. */
export function wordOf(node: AstNode, word: string): Span | undefined {
  const cst = GrammarUtils.findNodeForKeyword(node.$cstNode, word)
  return cst && { start: cst.offset, end: cst.end }
}

/** The file that a node stands in. */
export function parsedOf(model: ProjectModel, node: AstNode): Parsed | undefined {
  let root = node
  while (root.$container !== undefined) root = root.$container
  return model.loaded.files.find(({ parsed }) => parsed.ast === root)?.parsed
}

/** The text of a node in its file. */
export function textOf(parsed: Parsed, node: AstNode): string {
  const span = spanOf(node)
  return span === undefined ? '' : parsed.text.slice(span.start, span.end)
}
