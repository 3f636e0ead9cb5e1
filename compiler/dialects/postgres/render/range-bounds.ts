import { quoteString } from '../quote.ts'

/** The condition that the text of a range has one of some texts as a bound (Range Types, Input/Output). */
export function hasBound(value: string, texts: readonly string[]): string {
  const any = `(${texts.map(text => escaped(boundText(text))).join('|')})`
  return `${value} ~ ${quoteString(`[[(]${any},|,${any}[])]`)}`
}

/** The text of a range with other bounds in the place of some, or of a multirange, which has many. */
export function withBounds(
  value: string,
  moves: readonly { readonly value: string; readonly to: string }[],
  isMany: boolean,
): string {
  const flags = isMany ? `, 'g'` : ''
  return moves.reduce((sql, move) => {
    const from = escaped(boundText(move.value))
    const to = boundText(move.to).replace(/[\\&]/g, '\\$&')
    const lower = `regexp_replace(${sql}, ${quoteString(`([[(])${from},`)}, ${quoteString(`\\1${to},`)}${flags})`
    return `regexp_replace(${lower}, ${quoteString(`,${from}([])])`)}, ${quoteString(`,${to}\\1`)}${flags})`
  }, value)
}

/** A bound as Postgres writes it: in quotes where it holds what a range is written with. */
function boundText(text: string): string {
  return text === '' || /["\\()[\],\s]/.test(text) ? `"${text.replace(/["\\]/g, '$&$&')}"` : text
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
