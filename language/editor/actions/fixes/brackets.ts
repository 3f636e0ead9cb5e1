import { lexText } from '../../../parse.ts'
import { type Fixer, fix } from '../fix.ts'
import { type Change, insert, removeLines, replace } from '../text/change.ts'
import { lineEnd, lineStart } from '../text/lines.ts'

/** Closes a string, a name, a comment or SQL where it most likely ends. */
export const closeQuote: Fixer = ({ parsed, start, text }) => {
  const mark = parsed.text.startsWith('/*', start) ? '*/' : /^[eE]'/.test(text) ? "'" : text[0]
  if (mark === undefined || !/^(?:["'`]|\*\/)$/.test(mark)) return []
  const line = parsed.text.slice(start, lineEnd(parsed.text, start)).trimEnd()
  const word = /^"[^\s"]*/.exec(line)?.[0]
  const end = start + (mark === '"' && word !== undefined ? word.length : line.length)
  return fix(`Close it with \`${mark}\``, [insert(parsed, end, mark === '*/' ? ' */' : mark)], mark !== '"')
}

/** Adds the brace that is missing, or takes away one that closes nothing. */
export const balanceBrace: Fixer = ({ parsed, start, end, text }) => {
  if (text === '}') return fix('Remove the `}`', [removeLines(parsed, start, end)], true)
  if (text !== '{') return []
  const element = parsed.ast.elements.find(
    ({ $cstNode }) => $cstNode !== undefined && $cstNode.offset <= start && start < $cstNode.end,
  )
  const last = Math.min(element?.$cstNode?.end ?? parsed.text.length, nextHead(parsed.text, end))
  const content = parsed.text.slice(0, last).trimEnd().length
  return fix('Add the `}` that is missing', [insert(parsed, Math.max(content, end), '\n}')], true)
}

const EXPECTED = /^`([{(})\]=]|->)` is expected here, but the line ends\.$/

/** Writes the sign that has to stand at the end of a line. */
export const addExpected: Fixer = ({ parsed, start, diagnostic }) => {
  const sign = EXPECTED.exec(diagnostic.message)?.[1]
  if (sign === undefined) return []
  const { text } = parsed
  const end = text.slice(0, start).trimEnd().length
  const until = text.slice(end, lineEnd(text, start)).trim() === '' ? lineEnd(text, start) : start
  const between = /^[)\]]$/.test(sign) ? '' : ' '
  return fix(`Add \`${sign}\``, [replace(parsed, end, until, `${between}${sign}`)], sign === '{' || sign === ')')
}

const HEAD = /^(?:project|import|extension|schema|enum|type|mixin|table|view|trigger)\b.*[{=]/m

function nextHead(text: string, from: number): number {
  const found = HEAD.exec(text.slice(from))
  if (found === null) return text.length
  const before = text.slice(0, from + found.index).trimEnd()
  const documentation = /(?:\n[ \t]*\/\/[^\n]*)+$/.exec(before)
  return documentation === null ? before.length : before.length - documentation[0].length
}

/** The members of a table stand between braces. */
export const bracesForBrackets: Fixer = ({ parsed, start, text }) => {
  const before = parsed.text.slice(lineStart(parsed.text, start), start)
  if (text !== '(' || !/^(?:table|enum|mixin)\b/.test(before)) return []
  const close = closingOf(parsed.text, start)
  if (close === undefined) return []
  const commas = commasBetween(parsed.text, start, close)
  const isOneLine = !parsed.text.slice(start, close).includes('\n')
  const changes: Change[] = [
    replace(parsed, start, start + 1, isOneLine ? '{\n ' : '{'),
    ...commas.map(at => replace(parsed, at, at + 1, isOneLine ? '\n ' : '')),
    replace(parsed, close, close + 1, isOneLine ? '\n}' : '}'),
  ]
  return fix('Put the members between `{` and `}`', changes, true)
}

function commasBetween(text: string, open: number, close: number): readonly number[] {
  const found: number[] = []
  let depth = 0
  for (const { image, startOffset } of lexText(text.slice(open + 1, close)).tokens) {
    if (image === '(' || image === '[') depth++
    else if (image === ')' || image === ']') depth--
    else if (image === ',' && depth === 0) found.push(open + 1 + startOffset)
  }
  return found
}

/** The bracket that closes another one; strings and SQL are passed over. */
export function closingOf(text: string, open: number): number | undefined {
  let depth = 0
  for (let at = open; at < text.length; at++) {
    const letter = text[at]!
    if (letter === '(') depth++
    else if (letter === ')' && --depth === 0) return at
    else if (letter === "'" || letter === '"' || letter === '`') {
      const close = text.indexOf(letter, at + 1)
      if (close < 0) return undefined
      at = close
    }
  }
  return undefined
}

/** What stands between braces on one line goes on lines of its own. */
export const onePerLine: Fixer = ({ parsed, start, text }) => {
  const from = lineStart(parsed.text, start)
  const line = parsed.text.slice(from, lineEnd(parsed.text, start))
  const found = /\{([^{}`']*)\}/.exec(line)
  if (text !== ',' || found === null) return []
  const items = found[1]!.split(',').map(item => `\n  ${item.trim()}`)
  const open = from + found.index
  return fix(
    'Put each on a line of its own',
    [replace(parsed, open, open + found[0].length, `{${items.join('')}\n}`)],
    true,
  )
}
