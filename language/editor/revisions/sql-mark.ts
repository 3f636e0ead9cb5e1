import type { Range } from '../../diagnostic.ts'
import { LineIndex } from '../../line-index.ts'

/** The line at the top of a SQL file that a problem of it speaks of. */
const MARKS: Readonly<Record<string, string>> = { MIG341: 'sha-256', MIG342: 'source', MIG343: 'revision' }

/** Where a problem of a SQL file stands in its text: at the mark that does not hold, else on the first line. */
export function sqlMark(text: string, code: string): Range {
  const lines = new LineIndex(text)
  const head = text.split(/\r?\n\r?\n/, 1)[0]!
  const mark = MARKS[code] && new RegExp(`^-- mig: ${MARKS[code]}\\b.*$`, 'm').exec(head)
  if (mark) return lines.range(mark.index, mark[0].trimEnd().length)
  return lines.range(0, /^[^\r\n]*/.exec(text)![0].length)
}
