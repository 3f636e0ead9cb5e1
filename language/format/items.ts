import { layOut } from '../lexer/layout.ts'
import type { Comment } from '../lexer/lexed.ts'
import { scan } from '../lexer/scan.ts'
import type { Token } from '../lexer/token.ts'
import type { Parsed } from '../parse.ts'
import { tokenTypes } from '../parse.ts'

/** A token or a comment, or the end of a line, in the order of the text. */
export type Item =
  | { readonly kind: 'token'; readonly text: string; readonly offset: number }
  | { readonly kind: 'comment'; readonly comment: Comment; readonly text: string; readonly offset: number }
  | { readonly kind: 'end'; readonly text: ''; readonly offset: number }

/** The items of a text without errors. */
export function itemsOf({ text, comments }: Parsed): readonly Item[] {
  const types = tokenTypes()
  const { tokens } = layOut(scan(text, types).tokens, types, text.length)
  const items: Item[] = []
  let next = 0
  const take = (until: number) => {
    for (; next < comments.length && comments[next]!.offset < until; next++) {
      const comment = comments[next]!
      items.push({ kind: 'comment', comment, text: comment.text, offset: comment.offset })
    }
  }
  for (const token of tokens) {
    const { startOffset: offset, image: text } = token
    take(offset)
    if (!isLineEnd(token)) items.push({ kind: 'token', text, offset })
    else if (text !== '') items.push({ kind: 'end', text: '', offset })
  }
  take(Number.POSITIVE_INFINITY)
  return items
}

function isLineEnd({ tokenType }: Token): boolean {
  return tokenType.name === 'NL' || tokenType.name === 'END'
}
