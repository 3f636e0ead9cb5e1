/** Where a piece of text ends, and whether its closing mark was found. */
export interface Extent {
  readonly end: number
  readonly closed: boolean
}

/**
 * Reads `'…'` or `"…"` from its opening mark: a doubled mark is one, a line break ends it unclosed. In the form
 * `E'…'` a backslash takes the character after it along.
 */
export function readQuoted(text: string, open: number, escapes: boolean): Extent {
  const mark = text.charCodeAt(open)
  let at = open + 1
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === mark) {
      if (text.charCodeAt(at + 1) !== mark) return { end: at + 1, closed: true }
      at++
    } else if (code === 10) break
    else if (escapes && code === 92 && text.charCodeAt(at + 1) !== 10) at++
  }
  const end = Math.min(at, text.length)
  return { end: text.charCodeAt(end - 1) === 13 ? end - 1 : end, closed: false }
}
