import { readTokens, type SqlToken } from '../../../compiler/sql/tokens.ts'
import { PLAIN, type Style, style } from './legend.ts'
import { isSqlKeyword, isSqlType } from './sql-keywords.ts'

/** A token of SQL in a `.mig` text. */
export interface StyledStretch {
  readonly start: number
  readonly end: number
  readonly style: Style
}

/** The tokens of SQL between backticks, which stands at an offset of the file. */
export function sqlStretches(image: string, offset: number): readonly StyledStretch[] {
  const closed = image.length > 1 && image.endsWith('`')
  const body = image.slice(1, closed ? -1 : undefined)
  const { text, placeOf } = undoubled(body, offset + 1)
  const tokens = readTokens(text)
  const found: StyledStretch[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!
    const of = styleOf(token, tokens[at - 1], tokens[at + 1])
    if (of !== PLAIN) found.push({ start: placeOf(token.start), end: placeOf(token.end), style: of })
  }
  return found
}

/** SQL with its doubled backticks undone, and where its letters stand. */
function undoubled(body: string, start: number): { readonly text: string; readonly placeOf: (at: number) => number } {
  if (!body.includes('``')) return { text: body, placeOf: at => start + at }
  const places: number[] = []
  let text = ''
  for (let at = 0; at < body.length; at++) {
    places.push(start + at)
    text += body[at]
    if (body[at] === '`' && body[at + 1] === '`') at++
  }
  places.push(start + body.length)
  return { text, placeOf: at => places[Math.min(at, places.length - 1)]! }
}

const STYLES: Readonly<Partial<Record<SqlToken['kind'], Style>>> = {
  string: style('string'),
  number: style('number'),
  operator: style('operator'),
  parameter: style('parameter'),
  comment: style('comment'),
  'quoted name': style('variable'),
}

const RELATION_FOLLOWS: ReadonlySet<string> = new Set(['from', 'join', 'into', 'update', 'table', 'references'])

function styleOf(token: SqlToken, before: SqlToken | undefined, after: SqlToken | undefined): Style {
  if (token.kind !== 'name') return STYLES[token.kind] ?? PLAIN
  if (before?.text === '.') return style(after?.text === '(' ? 'function' : 'property')
  if (after?.text === '.') return style('variable')
  const { value } = token
  const called = after?.text === '('
  if (isSqlType(value) && (before?.text === '::' || before?.value === 'as')) return style('type', 'defaultLibrary')
  if (isSqlKeyword(value, called)) return style('keyword')
  if (RELATION_FOLLOWS.has(before?.value ?? '')) return style('class')
  return style(called ? 'function' : 'variable')
}
