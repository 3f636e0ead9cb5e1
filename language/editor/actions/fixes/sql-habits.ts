import { nodeAt } from '../../node-at.ts'
import { type FixAt, type Fixer, fix } from '../fix.ts'
import { removePiece, replace } from '../text/change.ts'
import { markNullable } from '../text/column-parts.ts'
import { lineEnd, lineStart } from '../text/lines.ts'
import { up } from '../text/nodes.ts'

/** What people write who come from SQL, at the place of the error, and what is written here. */
const HABITS: readonly (readonly [written: RegExp, instead: string])[] = [
  [/^(?:foreign\s+key\s+)?(?:references|ref)\s+/i, '-> '],
  [/^(?:auto_?increment|serial|generated\s+(?:always|by\s+default)\s+as\s+identity)\b/i, 'identity'],
  [/^as(?=\s*`)/i, '='],
  [/^default_value\b/i, 'default'],
]

/** Turns a word or two of SQL into what the language has for it. */
export const translateSql: Fixer = at => {
  const rest = restOfLine(at)
  for (const [pattern, instead] of HABITS) {
    const written = pattern.exec(rest)?.[0]
    if (written === undefined) continue
    const change = replace(at.parsed, at.start, at.start + written.length, instead)
    return fix(`Write \`${instead.trim()}\``, [change], true)
  }
  return []
}

/** `not null` is what holds without a word; `null` is a `?` behind the type. */
export const translateNull: Fixer = at => {
  const { text } = at.parsed
  const read = /\bnot\s+null\s*$/i.exec(text.slice(lineStart(text, at.start), at.start))
  if (read !== null && /^`on` is expected/.test(at.diagnostic.message)) {
    const from = lineStart(text, at.start) + read.index
    return fix(
      `Leave \`${read[0].trimEnd()}\` out`,
      [removePiece(at.parsed, from, from + read[0].trimEnd().length)],
      true,
    )
  }
  const rest = restOfLine(at)
  const notNull = /^not\s+null\b/i.exec(rest)?.[0]
  if (notNull !== undefined)
    return fix(`Leave \`${notNull}\` out`, [removePiece(at.parsed, at.start, at.start + notNull.length)], true)
  const nullable = /^(?:null|nullable)\b/i.exec(rest)?.[0]
  if (nullable === undefined) return []
  const column = columnBefore(at)
  const marks = column === undefined ? [] : markNullable(at.parsed, column)
  if (marks.length === 0) return []
  return fix(
    'Write `?` behind the type',
    [...marks, removePiece(at.parsed, at.start, at.start + nullable.length)],
    true,
  )
}

/** `primary key`, `if not exists`: words that say nothing more. */
export const leaveWordOut: Fixer = at => {
  const { parsed, start, end, text } = at
  if (text.toLowerCase() === 'key') return fix('Leave `key` out', [removePiece(parsed, start, end)], true)
  const line = parsed.text.slice(lineStart(parsed.text, start), lineEnd(parsed.text, start))
  const found = /\bif\s+(?:not\s+)?exists\b/i.exec(line)
  if (found === null) return []
  const from = lineStart(parsed.text, start) + found.index
  return fix(`Leave \`${found[0]}\` out`, [removePiece(parsed, from, from + found[0].length)], true)
}

/** `varchar 20` is `varchar(20)`. */
export const putLengthInBrackets: Fixer = ({ parsed, start, end, text }) => {
  const before = parsed.text.slice(lineStart(parsed.text, start), start)
  if (!/^\d+$/.test(text) || !/\b(?:varchar|char|decimal|bit|varbit|time\w*|interval|vector)\s+$/.test(before))
    return []
  return fix(
    `Write \`(${text})\``,
    [replace(parsed, lineStart(parsed.text, start) + before.trimEnd().length, end, `(${text})`)],
    true,
  )
}

function restOfLine({ parsed, start }: FixAt): string {
  return parsed.text.slice(start, lineEnd(parsed.text, start))
}

/** The column in whose line the error stands, as far as it could be read. */
function columnBefore({ parsed, start }: FixAt) {
  const from = lineStart(parsed.text, start)
  const before = from + parsed.text.slice(from, start).trimEnd().length
  const column = up(nodeAt(parsed.ast, before), 'ColumnDeclaration')
  return column?.$cstNode !== undefined && column.$cstNode.offset >= from ? column : undefined
}
