import type { Element } from '../../generated/ast.ts'
import { type Parsed, readText } from '../../parse.ts'
import type { Cursor } from './cursor.ts'

/** The declaration around a cursor read anew, with blanks in the place of the cursor's line: one half-typed line costs its neighbours nothing. */
export function withoutLine({ ast, text, file }: Parsed, { offset, tokens }: Cursor): Element | undefined {
  const from = tokens[0]?.startOffset
  if (from === undefined) return undefined
  const start = text.lastIndexOf('\n', offset - 1) + 1
  if (start <= from) return undefined
  const lineEnd = text.indexOf('\n', offset)
  const end = lineEnd < 0 ? text.length : lineEnd
  const next = ast.elements.find(node => (node.$cstNode?.offset ?? 0) > offset)?.$cstNode?.offset ?? text.length
  const blank = ' '.repeat(end - start)
  const whole = `${' '.repeat(from)}${text.slice(from, start)}${blank}${text.slice(end, Math.max(next, end))}`
  return readText(whole, file).ast.elements[0]
}
