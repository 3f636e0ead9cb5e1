import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types'
import type { Comment } from '../lexer/lexed.ts'
import { scan } from '../lexer/scan.ts'
import { type Parsed, tokenTypes } from '../parse.ts'

const OPEN_REGION = /^\/\/\s*#region\b/
const CLOSE_REGION = /^\/\/\s*#endregion\b/

/** What can be folded: declarations and steps, lists and SQL over several lines, runs of comments and of imports, `// #region`s. */
export function foldingRanges(parsed: Parsed): FoldingRange[] {
  const { tokens, comments } = scan(parsed.text, tokenTypes())
  const folds = new Folds(parsed)
  for (const element of parsed.ast.elements ?? [])
    if (element.$cstNode !== undefined) folds.add(element.$cstNode.offset, element.$cstNode.end)
  imports(parsed, folds)
  const open: number[] = []
  for (const { image, startOffset, tokenType } of tokens) {
    if (tokenType.name === 'SQL') folds.add(startOffset, startOffset + image.length)
    else if (image === '(' || image === '[') open.push(startOffset)
    else if (image === ')' || image === ']') folds.add(open.pop(), startOffset + 1)
    else if (image === '{' || image === '}') open.length = 0
  }
  commentRuns(comments, parsed, folds)
  return folds.sorted()
}

/** The folds that were found, the longest of each first line. */
class Folds {
  private readonly byLine = new Map<number, FoldingRange>()
  private readonly parsed: Parsed

  constructor(parsed: Parsed) {
    this.parsed = parsed
  }

  /** From the line of `start` to that of `end`; a last line that only closes stays to be seen. */
  add(start: number | undefined, until: number, kind?: FoldingRangeKind): void {
    if (start === undefined) return
    const { lines, text } = this.parsed
    const end = start + text.slice(start, until).trimEnd().length
    const startLine = lines.position(start).line
    const last = lines.position(end)
    const closes = kind === undefined && /^[ \t]*[`)}\]]+$/.test(text.slice(end - last.column, end))
    const endLine = last.line - (closes ? 1 : 0)
    const known = this.byLine.get(startLine)
    if (endLine <= startLine || (known !== undefined && known.endLine >= endLine)) return
    this.byLine.set(startLine, { startLine, endLine, ...(kind !== undefined && { kind }) })
  }

  sorted(): FoldingRange[] {
    return [...this.byLine.values()].sort((a, b) => a.startLine - b.startLine)
  }
}

function imports({ ast }: Parsed, folds: Folds): void {
  let first: number | undefined
  let last = 0
  for (const { $type, $cstNode } of ast.elements ?? []) {
    if ($type !== 'ImportDeclaration') {
      folds.add(first, last, FoldingRangeKind.Imports)
      first = undefined
    } else if ($cstNode !== undefined) {
      first ??= $cstNode.offset
      last = $cstNode.end
    }
  }
  folds.add(first, last, FoldingRangeKind.Imports)
}

/** Comments of a kind on lines that follow each other, and what stands between two marks of a region. */
function commentRuns(comments: readonly Comment[], parsed: Parsed, folds: Folds): void {
  const regions: number[] = []
  let first: Comment | undefined
  let last: Comment | undefined
  for (const comment of comments) {
    if (OPEN_REGION.test(comment.text)) regions.push(comment.offset)
    else if (CLOSE_REGION.test(comment.text)) folds.add(regions.pop(), endOf(comment), FoldingRangeKind.Region)
    const follows = last !== undefined && comment.kind === last.kind && comment.line === lastLine(last) + 1
    if (!comment.first || !follows || first === undefined) {
      close()
      first = comment.first ? comment : undefined
    }
    last = comment
  }
  close()

  function close(): void {
    if (first !== undefined && last !== undefined) folds.add(first.offset, endOf(last), FoldingRangeKind.Comment)
  }

  function lastLine(comment: Comment): number {
    return parsed.lines.position(endOf(comment)).line
  }
}

function endOf({ offset, text }: Comment): number {
  return offset + text.length
}
