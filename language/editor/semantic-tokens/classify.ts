import type { AstNode } from 'langium'
import type { Token } from '../../lexer/token.ts'
import { sortedChildren } from './children.ts'
import { PLAIN, type Style } from './legend.ts'
import { NodeWords } from './node-words.ts'

/** The styles of tokens, by what the tree says of them: a keyword that is used as a name is a name. */
export function classify(elements: readonly AstNode[], root: AstNode, tokens: readonly Token[]): readonly Style[] {
  const styles = new Array<Style>(tokens.length).fill(PLAIN)
  let at = 0
  visit(root, Number.POSITIVE_INFINITY, elements)
  return styles

  function visit(node: AstNode, end: number, children: readonly AstNode[]): void {
    const words = new NodeWords(node)
    let next = 0
    while (at < tokens.length && tokens[at]!.startOffset < end) {
      const token = tokens[at]!
      const child = children[next]
      if (child !== undefined && child.$cstNode!.offset <= token.startOffset) {
        next++
        if (child.$cstNode!.end > token.startOffset)
          visit(child, Math.min(child.$cstNode!.end, end), sortedChildren(child))
        continue
      }
      if (token.image !== '\n') words.take(token, at, styles)
      at++
    }
  }
}
