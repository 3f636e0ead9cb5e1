import type { AstNode } from 'langium'
import type { Element } from '../../../generated/ast.ts'
import type { Parsed } from '../../../parse.ts'
import { type Change, insert, removeLines } from './change.ts'
import { lineEnd, lineStart } from './lines.ts'
import { spanOf } from './nodes.ts'

/** Takes a line or a declaration out, whole. */
export function removeNode(parsed: Parsed, node: AstNode | undefined): readonly Change[] {
  const span = spanOf(node)
  return span === undefined ? [] : [removeLines(parsed, span.start, span.end)]
}

/** What a line at the head of a file is put behind: the last one of its own sort, or else the last of the sorts before it. */
const HEAD: readonly Element['$type'][] = [
  'ProjectDeclaration',
  'ImportDeclaration',
  'ExtensionDeclaration',
  'SchemaDeclaration',
]

/** Puts a line of the head of a file in: a project block, an import, an extension, a schema. */
export function addHeadLine(parsed: Parsed, line: string, type: Element['$type']): readonly Change[] {
  const { elements } = parsed.ast
  const own = elements.findLast(({ $type }) => $type === type)
  if (own !== undefined) return [behind(parsed, own, `\n${line}`)]
  const before = HEAD.slice(0, HEAD.indexOf(type))
  const other = elements.findLast(({ $type }) => before.includes($type))
  if (other !== undefined) return [behind(parsed, other, `\n\n${line}`)]
  const start = parsed.text.charCodeAt(0) === 0xfeff ? 1 : 0
  return [insert(parsed, start, parsed.text.trim() === '' ? `${line}\n` : `${line}\n\n`)]
}

/** Puts a declaration in as the last of a file. */
export function addDeclaration(parsed: Parsed, declaration: string): readonly Change[] {
  const { text } = parsed
  const end = text.trimEnd().length
  return [insert(parsed, end, end === 0 ? `${declaration}\n` : `\n\n${declaration}${end === text.length ? '\n' : ''}`)]
}

/** Puts a declaration in above another one and its documentation. */
export function addAbove(parsed: Parsed, node: AstNode, declaration: string): readonly Change[] {
  const span = spanOf(node)
  if (span === undefined) return []
  const { text } = parsed
  let at = lineStart(text, span.start)
  while (at > 0 && /^\s*\/\//.test(text.slice(lineStart(text, at - 1), at))) at = lineStart(text, at - 1)
  return [insert(parsed, at, `${declaration}\n\n`)]
}

function behind(parsed: Parsed, node: AstNode, lines: string): Change {
  const end = lineEnd(parsed.text, spanOf(node)?.end ?? 0)
  return insert(parsed, parsed.text[end - 1] === '\r' ? end - 1 : end, lines)
}
