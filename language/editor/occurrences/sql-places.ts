/**
 * The SQL between two backticks, as `readSqlText` gives it, and where each of its letters stands in the text with the
 * backticks. The last place is that of its end.
 */
export interface SqlPlaces {
  readonly text: string
  readonly places: readonly number[]
}

/** Reads SQL with its backticks. */
export function sqlPlaces(source: string): SqlPlaces {
  const end = source.length > 1 && source.endsWith('`') ? source.length - 1 : source.length
  const letters: string[] = []
  const places: number[] = []
  for (let at = 1; at < end; at++) {
    if (source[at] === '\r' && source[at + 1] === '\n') continue
    letters.push(source[at]!)
    places.push(at)
    if (source[at] === '`' && source[at + 1] === '`') at++
  }
  const body = letters.join('')
  return body.includes('\n') ? withoutIndent(body, places, end) : { text: body, places: [...places, end] }
}

function withoutIndent(body: string, places: readonly number[], end: number): SqlPlaces {
  const lines = linesOf(body)
  if (isBlank(body, lines.at(-1)!)) lines.pop()
  const first = lines[0]
  const isBelow = first !== undefined && isBlank(body, first)
  if (isBelow) lines.shift()
  const indent = isBelow ? commonIndent(body, lines) : 0
  const texts: string[] = []
  const kept: number[] = []
  for (const [at, [from, to]] of lines.entries()) {
    const start = Math.min(from + indent, to)
    texts.push(body.slice(start, to))
    for (let place = start; place < to; place++) kept.push(places[place]!)
    if (at < lines.length - 1) kept.push(places[to]!)
  }
  const last = lines.at(-1)
  kept.push(last === undefined ? end : (places[last[1]] ?? end))
  return { text: texts.join('\n'), places: kept }
}

type Line = readonly [number, number]

function linesOf(body: string): Line[] {
  const lines: Line[] = []
  let from = 0
  for (let at = body.indexOf('\n'); at !== -1; at = body.indexOf('\n', at + 1)) {
    lines.push([from, at])
    from = at + 1
  }
  return [...lines, [from, body.length]]
}

function commonIndent(body: string, lines: readonly Line[]): number {
  let indent = Number.POSITIVE_INFINITY
  for (const [from, to] of lines) {
    const line = body.slice(from, to)
    if (line.trim() !== '') indent = Math.min(indent, line.length - line.trimStart().length)
  }
  return Number.isFinite(indent) ? indent : 0
}

function isBlank(body: string, [from, to]: Line): boolean {
  return body.slice(from, to).trim() === ''
}
