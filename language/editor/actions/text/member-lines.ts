import type { AstNode } from 'langium'
import type { EnumDeclaration, MixinDeclaration, TableDeclaration } from '../../../generated/ast.ts'
import type { Parsed } from '../../../parse.ts'
import { type Change, insert, replace } from './change.ts'
import { lineEnd } from './lines.ts'
import { wordOf } from './nodes.ts'

/** A declaration with lines between braces. */
export type Holder = TableDeclaration | MixinDeclaration | EnumDeclaration

/** The lines of a declaration. */
export function linesOf(holder: Holder): readonly AstNode[] {
  return (holder.$type === 'EnumDeclaration' ? holder.entries : holder.members) ?? []
}

/** Puts a line in behind another one of the same declaration, or as the first one. */
export function addLine(parsed: Parsed, holder: AstNode, line: string, after?: AstNode, gap = ''): readonly Change[] {
  const { text } = parsed
  const open = wordOf(holder, '{')?.end
  const end = holder.$cstNode?.end
  if (open === undefined || end === undefined) return []
  const close = text[end - 1] === '}' ? end - 1 : end
  const from = after?.$cstNode?.end ?? open
  const at = Math.min(contentEnd(text, from), close)
  const isOneLine = !text.slice(at, close).includes('\n')
  if (isOneLine) return [replace(parsed, from, close, `${text.slice(from, close).trimEnd()}\n  ${line}\n`)]
  return [insert(parsed, at, `\n${gap}  ${line}`)]
}

/** The end of what a line holds: its line break, with a carriage return left to the line. */
function contentEnd(text: string, from: number): number {
  const end = lineEnd(text, from)
  return text[end - 1] === '\r' ? end - 1 : end
}

/** Puts a column in behind the other ones. */
export function addColumn(
  parsed: Parsed,
  holder: TableDeclaration | MixinDeclaration,
  line: string,
): readonly Change[] {
  const columns = (holder.members ?? []).filter(
    ({ $type }) => $type === 'ColumnDeclaration' || $type === 'IncludeMember',
  )
  return addLine(parsed, holder, line, columns.at(-1))
}

/** Puts a key, an index, a check or a hint in behind the last one; a blank line parts them from the columns. */
export function addMember(
  parsed: Parsed,
  holder: TableDeclaration | MixinDeclaration,
  line: string,
): readonly Change[] {
  const last = (holder.members ?? []).at(-1)
  const isColumn = last?.$type === 'ColumnDeclaration' || last?.$type === 'IncludeMember'
  return addLine(parsed, holder, line, last, isColumn ? '\n' : '')
}
