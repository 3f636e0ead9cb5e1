import type { IRecognitionException } from 'chevrotain'
import type { AstNode } from 'langium'
import type { Element, File } from '../generated/ast.ts'
import type { Token } from '../lexer/token.ts'
import type { Chunk } from './cut-tokens.ts'

/** What the parser makes of some tokens of a text. */
export interface ParsedPart {
  readonly value: File
  readonly parserErrors: readonly IRecognitionException[]
}

/** All declarations of a text, what the parser said of them, and where the first begins and the last ends. */
export interface Filled {
  readonly elements: readonly Element[]
  readonly errors: readonly IRecognitionException[]
  readonly offset: number
  readonly end: number
}

/**
 * Lets the parser read the declarations that could not be read straight. It begins with the sound one before them and ends with the
 * sound one after them. Where these two come out as they are known, the parser stood between declarations at
 * both ends, so that it has read what it would have read in the whole text. Nothing where they do not, and where it would be more
 * to read than the whole text is: then that has to be parsed.
 */
export function fillGaps(
  chunks: readonly Chunk[],
  tokens: readonly Token[],
  parse: (tokens: Token[]) => ParsedPart,
): Filled | undefined {
  const gaps = gapsOf(chunks)
  const most = gaps.reduce((sum, gap) => sum + toOf(gap) - fromOf(gap), 0)
  if (most > tokens.length || gaps.some(gap => (gap.before ?? gap.after) === undefined)) return undefined
  const elements = new Map<Chunk, readonly Element[]>()
  const errors: (readonly IRecognitionException[])[] = []
  let offset = tokens[0]?.startOffset ?? 0
  let end = endOf(tokens)
  for (const gap of gaps) {
    const part = parse(tokens.slice(fromOf(gap), toOf(gap)))
    if (!isApart(part, gap, tokens)) return undefined
    const { $cstNode: cst, elements: all } = part.value
    elements.set(gap.chunks[0]!, all.slice(gap.before === undefined ? 0 : 1, gap.after === undefined ? undefined : -1))
    errors.push(part.parserErrors)
    if (gap.before === undefined) offset = cst!.offset
    if (gap.after === undefined) end = cst!.end
  }
  const inOrder = chunks.flatMap(chunk => (chunk.element === undefined ? (elements.get(chunk) ?? []) : [chunk.element]))
  return { elements: inOrder, errors: errors.flat(), offset, end }
}

/** Declarations one after the other that could not be read straight, and those beside them that could. */
interface Gap {
  readonly before: Chunk | undefined
  readonly chunks: readonly Chunk[]
  readonly after: Chunk | undefined
}

function gapsOf(chunks: readonly Chunk[]): readonly Gap[] {
  const gaps: Gap[] = []
  for (let at = 0; at < chunks.length; at++) {
    if (chunks[at]!.element !== undefined) continue
    const first = at
    while (at + 1 < chunks.length && chunks[at + 1]!.element === undefined) at++
    gaps.push({ before: chunks[first - 1], chunks: chunks.slice(first, at + 1), after: chunks[at + 1] })
  }
  return gaps
}

/** The first token that the parser gets to read a gap. */
function fromOf({ before, chunks: [first] }: Gap): number {
  return (before ?? first!).from
}

/** The token behind the last one that it gets. */
function toOf({ chunks, after }: Gap): number {
  return (after ?? chunks.at(-1)!).to
}

/** Whether the parser found the declarations around a gap as they are known, and nothing wrong with them. */
function isApart({ value, parserErrors }: ParsedPart, gap: Gap, tokens: readonly Token[]): boolean {
  const { elements } = value
  const least = (gap.before === undefined ? 0 : 1) + (gap.after === undefined ? 0 : 1)
  if (elements.length < least) return false
  if (gap.before !== undefined && !isSame(elements[0], gap.before.element)) return false
  if (gap.after !== undefined && !isSame(elements.at(-1), gap.after.element)) return false
  const from = tokens[gap.chunks[0]!.from]!.startOffset
  const to = gap.after && tokens[gap.after.from]!.startOffset
  return parserErrors.every(({ token, resyncedTokens }) =>
    [token, ...resyncedTokens].every(one => to === undefined || (one.startOffset >= from && one.startOffset < to)),
  )
}

function isSame(one: AstNode | undefined, other: AstNode | undefined): boolean {
  const [place, known] = [one?.$cstNode, other?.$cstNode]
  return one?.$type === other?.$type && place?.offset === known?.offset && place?.end === known?.end
}

/** Line breaks that the lexer added at the end take no place. */
function endOf(tokens: readonly Token[]): number {
  const last = tokens.findLast(token => token.image !== '')
  return last === undefined ? 0 : last.startOffset + last.image.length
}
