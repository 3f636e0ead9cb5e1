import { plainLines } from './plain-lines.ts'

/**
 * The project block of a text and nothing else: every line before it is empty, so that each line of the block keeps its
 * number and each column its place. Undefined when the text has no such block. What stands around it may be wrong.
 */
export function cutProject(text: string): string | undefined {
  const { lines } = plainLines(text)
  const at = lines.findIndex(({ tokens: [first, , third], depth }) => {
    return first!.image === 'project' && (depth === 0 || (first!.startColumn === 1 && third?.image === '{'))
  })
  if (at < 0) return undefined
  const tokens = lines.slice(at).flatMap(line => line.tokens)
  const [start] = tokens
  const close = tokens.find(token => token.image === '}')
  const above = '\n'.repeat(start!.startLine - 1) + ' '.repeat(start!.startColumn - 1)
  return above + text.slice(start!.startOffset, close === undefined ? undefined : close.startOffset + 1)
}
