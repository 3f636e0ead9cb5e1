import type { AstNode } from 'langium'
import type { Range as LspRange, SelectionRange } from 'vscode-languageserver-types'
import { scan } from '../lexer/scan.ts'
import type { Token } from '../lexer/token.ts'
import { type Parsed, tokenTypes } from '../parse.ts'
import type { Stretch } from './declared-name.ts'
import { rangeBetween } from './lsp-places.ts'
import { childrenOf, nodeAt } from './node-at.ts'
import { sqlSelections } from './sql-selections.ts'

/** What is selected one after the other around each place: word, value, modifier, line, its run, the body, the declaration, the file. */
export function selectionRanges(parsed: Parsed, offsets: readonly number[]): SelectionRange[] {
  const { tokens } = scan(parsed.text, tokenTypes())
  return offsets.map(offset => nested(stretchesAt(parsed, offset, tokens), offset, parsed))
}

/** Of all stretches around the place those that lie within each other. */
function nested(stretches: readonly Stretch[], offset: number, parsed: Parsed): SelectionRange {
  const around = stretches
    .filter(({ start, end }) => start <= offset && offset <= end && end > start)
    .sort((a, b) => a.end - a.start - (b.end - b.start))
  const chain: Stretch[] = []
  for (const stretch of around) {
    const last = chain.at(-1)
    const isLarger = last === undefined || stretch.end - stretch.start > last.end - last.start
    if (isLarger && (last === undefined || (stretch.start <= last.start && last.end <= stretch.end)))
      chain.push(stretch)
  }
  let result: SelectionRange | undefined
  for (const { start, end } of chain.reverse()) {
    const range: LspRange = rangeBetween(parsed, start, end)
    result = result === undefined ? { range } : { range, parent: result }
  }
  return result ?? { range: rangeBetween(parsed, offset, offset) }
}

function stretchesAt(parsed: Parsed, offset: number, tokens: readonly Token[]): readonly Stretch[] {
  const { text, ast } = parsed
  const found: Stretch[] = [{ start: 0, end: text.length }]
  for (let node: AstNode | undefined = nodeAt(ast, offset); node !== undefined; node = node.$container) {
    const stretch = stretchOf(node)
    if (stretch === undefined || node.$container === undefined) continue
    found.push(stretch)
    if (node.$container.$container === undefined) found.push(withDocumentation(stretch, text))
    found.push(...runAround(node, parsed))
  }
  found.push(...tokenStretches(text, offset, tokens), ...bracketStretches(text, offset, tokens))
  found.push(lineAt(text, offset))
  return found
}

function stretchOf({ $cstNode }: AstNode): Stretch | undefined {
  return $cstNode === undefined ? undefined : { start: $cstNode.offset, end: $cstNode.end }
}

/** A declaration with the comment that documents it. */
function withDocumentation({ start, end }: Stretch, text: string): Stretch {
  let from = start
  for (;;) {
    const lineStart = text.lastIndexOf('\n', from - 1) + 1
    if (lineStart === 0 || text.slice(lineStart, from).trim() !== '') break
    const before = text.lastIndexOf('\n', lineStart - 2) + 1
    if (!text.slice(before, lineStart).trimStart().startsWith('///')) break
    from = before + (/^\s*/.exec(text.slice(before, lineStart))?.[0].length ?? 0)
  }
  return { start: from, end }
}

/** The properties whose nodes stand on lines of their own. */
const LINES = /^(?:members|entries|lines|elements|fields|dropped|indexes)$/

/** The members around one up to the next blank lines. */
function runAround(node: AstNode, { text }: Parsed): readonly Stretch[] {
  const holder = node.$container
  if (holder === undefined || node.$containerProperty === undefined || !LINES.test(node.$containerProperty)) return []
  const siblings = [...childrenOf(holder)]
    .filter(({ $cstNode, $containerProperty }) => $cstNode !== undefined && LINES.test($containerProperty ?? ''))
    .sort((a, b) => a.$cstNode!.offset - b.$cstNode!.offset)
  const at = siblings.indexOf(node)
  const touches = (one: AstNode, two: AstNode) =>
    !/\n[ \t\r]*\n/.test(text.slice(one.$cstNode!.end, two.$cstNode!.offset))
  let first = at
  let last = at
  while (first > 0 && touches(siblings[first - 1]!, siblings[first]!)) first--
  while (last >= 0 && last < siblings.length - 1 && touches(siblings[last]!, siblings[last + 1]!)) last++
  return at < 0 ? [] : [{ start: siblings[first]!.$cstNode!.offset, end: siblings[last]!.$cstNode!.end }]
}

/** The word, the dotted name that it is part of, and what stands in quotes and backticks. */
function tokenStretches(text: string, offset: number, tokens: readonly Token[]): readonly Stretch[] {
  const at = tokenAt(tokens, offset)
  const token = tokens[at]
  if (token === undefined || token.image === '\n') return []
  const start = token.startOffset
  const end = start + token.image.length
  if (token.tokenType.name === 'SQL') return [{ start, end }, ...sqlSelections(token.image, start, offset)]
  const found = [{ start, end }, ...dotted(tokens, at)]
  const quoted = /^E?(['"])/.exec(token.image)
  if (quoted !== null && token.image.endsWith(quoted[1]!)) found.push({ start: start + quoted[0].length, end: end - 1 })
  return /^[\s]*$/.test(text.slice(start, end)) ? [] : found
}

function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (tokens[middle]!.startOffset <= offset) low = middle
    else high = middle - 1
  }
  const previous = tokens[low - 1]
  const isSign = !/^[\p{L}\p{N}_"'`]/u.test(tokens[low]?.image ?? '')
  return isSign && previous !== undefined && previous.startOffset + previous.image.length === offset ? low - 1 : low
}

function dotted(tokens: readonly Token[], at: number): readonly Stretch[] {
  let first = at
  let last = at
  while (tokens[first - 1]?.image === '.' && first > 1) first -= 2
  while (tokens[last + 1]?.image === '.' && tokens[last + 2] !== undefined) last += 2
  const end = tokens[last]!
  return [{ start: tokens[first]!.startOffset, end: end.startOffset + end.image.length }]
}

/** What stands between brackets and braces, without and with them. */
function bracketStretches(text: string, offset: number, tokens: readonly Token[]): readonly Stretch[] {
  const open: number[] = []
  const found: Stretch[] = []
  for (const { image, startOffset } of tokens) {
    if (image === '(' || image === '[' || image === '{') open.push(startOffset)
    else if (image === ')' || image === ']' || image === '}') {
      const start = open.pop()
      if (start === undefined || start > offset || startOffset + 1 < offset) continue
      found.push({ start, end: startOffset + 1 }, trimmed(text, start + 1, startOffset))
    }
  }
  return found
}

function lineAt(text: string, offset: number): Stretch {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const next = text.indexOf('\n', offset)
  return trimmed(text, start, next < 0 ? text.length : next)
}

function trimmed(text: string, start: number, end: number): Stretch {
  let from = start
  let to = end
  while (from < to && /\s/.test(text[from]!)) from++
  while (to > from && /\s/.test(text[to - 1]!)) to--
  return { start: from, end: to }
}
