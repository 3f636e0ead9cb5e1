import { type Fixer, fix } from '../fix.ts'
import { removePiece, replace } from '../text/change.ts'
import { lineStart } from '../text/lines.ts'

/** Takes away a sign that ends lines elsewhere. */
export const removeSign: Fixer = ({ parsed, start, end, text }) => {
  if (/^[;,]+$/.test(text)) return fix(`Remove the \`${text}\``, [replace(parsed, start, end, '')], true)
  return isComment(text) ? [] : fix(`Remove the \`${text}\``, [removePiece(parsed, start, end)])
}

/** A comment starts with `//`. */
export const writeComment: Fixer = ({ parsed, start, text }) => {
  const isFirst = parsed.text.slice(lineStart(parsed.text, start), start).trim() === ''
  const mark = text.startsWith('--') ? '--' : isFirst && /^#+/.test(text) ? /^#+/.exec(text)![0] : undefined
  if (mark === undefined) return []
  return fix('Write `//`', [replace(parsed, start, start + mark.length, '//')], true)
}

function isComment(text: string): boolean {
  return text.startsWith('--') || text.startsWith('#')
}

/** A `///` that documents nothing is a comment. */
export const plainComment: Fixer = ({ parsed, start }) =>
  fix('Write `//`', [replace(parsed, start, start + 3, '//')], true)

/** Puts a name in quotes that is none without them. */
export const quoteWord: Fixer = ({ parsed, start, end, text }) => {
  const string = /^'((?:[^']|'')*)'$/.exec(text)?.[1]?.replaceAll("''", "'")
  const name = string ?? (/^\d+[A-Za-z_]\w*$/.test(text) ? text : undefined)
  if (name === undefined || name === '') return []
  const quoted = /^[A-Za-z_]\w*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`
  return fix(`Write \`${quoted}\``, [replace(parsed, start, end, quoted)], true)
}
