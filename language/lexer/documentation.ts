import type { Comment, LexProblem } from './lexed.ts'
import type { Token } from './token.ts'
import type { TokenTypes } from './token-types.ts'

/** The documentation in a text, by the offset of the token it stands before, and `///` comments that document nothing. */
export interface Documentation {
  readonly docs: ReadonlyMap<number, string>
  readonly warnings: readonly LexProblem[]
}

/** Joins the lines of `///` before each token: one blank after the slashes is not part of the text. */
export function documentation(
  tokens: readonly Token[],
  comments: readonly Comment[],
  types: TokenTypes,
): Documentation {
  const docs = new Map<number, string>()
  const warnings: LexProblem[] = []
  const close = types.marks.get('}')
  const newline = types.all.NL
  let at = 0
  for (const comment of comments) {
    if (comment.kind !== 'doc') continue
    if (!comment.first) {
      warnings.push(idle(comment))
      continue
    }
    const before = at
    while (at < tokens.length && (tokens[at]!.startOffset < comment.offset || tokens[at]!.tokenType === newline)) at++
    const token = tokens[at]
    const text = comment.text.replace(/^\/\/\/ ?/, '')
    if (token === undefined || token.tokenType === close) warnings.push(idle(comment))
    else if (at > before || !docs.has(token.startOffset)) docs.set(token.startOffset, text)
    else docs.set(token.startOffset, `${docs.get(token.startOffset)}\n${text}`)
  }
  return { docs, warnings }
}

function idle(comment: Comment): LexProblem {
  const message = 'This `///` comment documents nothing.'
  return {
    code: 'MIG106',
    message,
    offset: comment.offset,
    length: comment.text.length,
    line: comment.line + 1,
    column: undefined,
  }
}
