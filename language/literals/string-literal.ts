const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** The text that a string stands for: `'it''s'`, or `E'two\nlines'` as Postgres writes it. */
export function readString(text: string): string {
  const escaped = text.charCodeAt(0) !== 39
  const start = escaped ? 2 : 1
  const closed = text.length > start && text.endsWith("'")
  const body = text.slice(start, closed ? -1 : undefined)
  if (!escaped) return body.replaceAll("''", "'")
  return body.replace(/''|\\([\s\S])/g, (_, character: string | undefined) =>
    character === undefined ? "'" : (ESCAPES[character] ?? character),
  )
}

/** A string as text; one that holds a line break needs the form `E'…'`, since a string ends with its line. */
export function writeString(value: string): string {
  if (!/[\n\r]/.test(value)) return `'${value.replaceAll("'", "''")}'`
  const escaped = value.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll('\n', '\\n').replaceAll('\r', '\\r')
  return `E'${escaped}'`
}
