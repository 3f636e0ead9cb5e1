const DOLLAR_TAG = /\$(?:[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*)?\$/y

/** Where the opening quote of a string or a quoted name that begins at `at` stands, or -1. */
export function openingQuote(text: string, at: number): number {
  const first = text[at]!
  if (first === "'" || first === '"' || first === '`') return at
  const second = text[at + 1]
  if ('eEbBxXnN'.includes(first)) return second === "'" ? at + 1 : -1
  if ('uU'.includes(first) && second === '&') return text[at + 2] === "'" || text[at + 2] === '"' ? at + 2 : -1
  return -1
}

/** The end of a string or a quoted name that begins at `at`, or -1 when it has none; a doubled quote does not end it. */
export function quotedEnd(text: string, at: number): number {
  const open = openingQuote(text, at)
  if (open < 0) return -1
  if ('eE'.includes(text[at]!)) return escapedEnd(text, open)
  const quote = text[open]!
  let from = open + 1
  for (;;) {
    const close = text.indexOf(quote, from)
    if (close < 0) return -1
    if (text[close + 1] !== quote) return close + 1
    from = close + 2
  }
}

function escapedEnd(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === "'") {
      if (text[at + 1] !== "'") return at + 1
      at++
    }
  }
  return -1
}

/** The tag with which a dollar-quoted string begins at `at`: `$$`, `$body$`. */
export function dollarTag(text: string, at: number): string | undefined {
  DOLLAR_TAG.lastIndex = at
  return DOLLAR_TAG.exec(text)?.[0]
}

/** The end of a dollar-quoted string that begins at `at`, or -1. */
export function dollarEnd(text: string, at: number): number {
  const tag = dollarTag(text, at)
  if (tag === undefined) return -1
  const close = text.indexOf(tag, at + tag.length)
  return close < 0 ? -1 : close + tag.length
}

/** The end of a comment whose inner comments are closed too, as in Postgres, or -1. */
export function nestedCommentEnd(text: string, at: number): number {
  let depth = 0
  const mark = /\/\*|\*\//g
  mark.lastIndex = at
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    depth += found[0] === '/*' ? 1 : -1
    if (depth === 0) return mark.lastIndex
  }
  return -1
}

/** The end of a comment that ends at the first mark, as in SQLite, where an open one reaches to the end of the text. */
export function flatCommentEnd(text: string, at: number): number {
  const close = text.indexOf('*/', at + 2)
  return close < 0 ? text.length : close + 2
}
