import { type Fixer, fix } from '../fix.ts'
import { removePiece, replace } from '../text/change.ts'

/** Takes a storage parameter out of its list, and the list with the last one. */
export const leaveParameterOut: Fixer = ({ parsed, start, end }) => {
  const { text } = parsed
  const title = `Leave \`${text.slice(start, end)}\` out`
  const behind = /^\s*,\s*/.exec(text.slice(end))
  if (behind !== null) return fix(title, [replace(parsed, start, end + behind[0].length, '')])
  const before = /\s*,\s*$/.exec(text.slice(0, start))
  if (before !== null) return fix(title, [replace(parsed, before.index, end, '')])
  const list = /\bwith\s*\(\s*$/.exec(text.slice(0, start))
  const close = /^\s*\)/.exec(text.slice(end))
  return list === null || close === null ? [] : fix(title, [removePiece(parsed, list.index, end + close[0].length)])
}
