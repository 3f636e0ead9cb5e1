import type { Row } from './row.ts'

/** The rows as text, with the line breaks and the byte order mark that the text had before. */
export function writeRows(rows: readonly Row[], original: string): string {
  const lineBreak = /\r?\n/.exec(original)?.[0] ?? '\n'
  const mark = original.charCodeAt(0) === 0xfeff ? '\ufeff' : ''
  const lines = rows.map(({ indent, text, comment, blankBefore }) => {
    const tail = comment === undefined ? '' : ` ${comment}`
    return `${blankBefore ? lineBreak : ''}${'  '.repeat(indent)}${text}${tail}${lineBreak}`
  })
  return mark + lines.join('')
}
