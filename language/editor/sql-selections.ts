import { readTokens, type SqlToken } from '../../compiler/sql/tokens.ts'
import type { Stretch } from './declared-name.ts'

/** Words that begin a clause of a query or a statement. */
const CLAUSES: ReadonlySet<string> = new Set(
  `select from where group having order limit offset window union intersect except join left right full inner cross
  natural returning values set on when then else begin end for execute update insert delete with`.split(/\s+/),
)

/** Words that stand before `join` and begin its clause. */
const JOINS: ReadonlySet<string> = new Set(['left', 'right', 'full', 'inner', 'cross', 'natural'])

/** Within SQL: the word, what stands in brackets, the clause, and the whole without its backticks. Doubled backticks are left alone. */
export function sqlSelections(image: string, start: number, offset: number): readonly Stretch[] {
  const body = image.slice(1, image.length > 1 && image.endsWith('`') ? -1 : undefined)
  const base = start + 1
  const whole = { start: base + leading(body), end: base + body.trimEnd().length }
  if (body.includes('``')) return [whole]
  const at = offset - base
  const tokens = readTokens(body)
  const found = [...around(tokens, at)]
  return [whole, ...found.map(stretch => ({ start: stretch.start + base, end: stretch.end + base }))]
}

function* around(tokens: readonly SqlToken[], at: number): Iterable<Stretch> {
  for (const token of tokens) if (token.start <= at && at <= token.end) yield* wordStretches(token)
  yield* path(tokens, at)
  const open: number[] = []
  for (let place = 0; place < tokens.length; place++) {
    const { text, end } = tokens[place]!
    if (text === '(' || text === '[') open.push(place)
    else if (text === ')' || text === ']') {
      const from = open.pop()
      if (from === undefined || tokens[from]!.start > at || end < at) continue
      yield { start: tokens[from]!.start, end }
      if (place > from + 1) yield { start: tokens[from + 1]!.start, end: tokens[place - 1]!.end }
      yield* clause(tokens, from + 1, place, at)
    }
  }
  yield* clause(tokens, 0, tokens.length, at)
}

function* wordStretches({ kind, text, start, end }: SqlToken): Iterable<Stretch> {
  yield { start, end }
  if ((kind === 'string' || kind === 'quoted name') && end - start > 2 && /^['"`].*['"`]$/s.test(text))
    yield { start: start + 1, end: end - 1 }
}

/** `o.status`, of which a part is meant. */
function* path(tokens: readonly SqlToken[], at: number): Iterable<Stretch> {
  const place = tokens.findIndex(token => token.start <= at && at <= token.end && /name$/.test(token.kind))
  if (place < 0) return
  let first = place
  let last = place
  while (tokens[first - 1]?.text === '.' && first > 1) first -= 2
  while (tokens[last + 1]?.text === '.' && tokens[last + 2] !== undefined) last += 2
  if (last > first) yield { start: tokens[first]!.start, end: tokens[last]!.end }
}

/** The tokens from one word that begins a clause to the next, at the same depth of brackets. */
function* clause(tokens: readonly SqlToken[], from: number, to: number, at: number): Iterable<Stretch> {
  let depth = 0
  let first: number | undefined
  for (let place = from; place <= to; place++) {
    const token = tokens[place]
    const goesOn = first === place - 1 && JOINS.has(tokens[first]!.value)
    const starts = place === to || (depth === 0 && !goesOn && token?.kind === 'name' && CLAUSES.has(token.value))
    if (starts && first !== undefined) {
      const stretch = { start: tokens[first]!.start, end: tokens[place - 1]!.end }
      if (stretch.start <= at && at <= stretch.end) yield stretch
    }
    if (starts) first = place
    if (token?.text === '(' || token?.text === '[') depth++
    if (token?.text === ')' || token?.text === ']') depth--
  }
}

function leading(text: string): number {
  return text.length - text.trimStart().length
}
