import type { Colors } from './colors.ts'
import { type Place, type Problem, placeText } from './problem.ts'

/** A problem for people: its place, its line with a mark under the word, the code and what to do. */
export function printProblem(problem: Problem, colors: Colors): string {
  const paint = { error: colors.red, warning: colors.yellow, note: colors.cyan }[problem.severity]
  const { place } = problem
  const where = place ? colors.bold(`${placeText(place)}: `) : ''
  const lines = [`${where}${paint(`${problem.severity} ${problem.code}`)}: ${problem.message}`]
  if (place) lines.push(...excerpt(place, paint, colors))
  if (problem.remedy !== '')
    lines.push(...problem.remedy.split('\n').map((line, i) => `  ${i === 0 ? '→' : ' '} ${line}`))
  return lines.join('\n')
}

/** `2 errors, 1 warning and 3 notes`, or nothing when there are none. */
export function countProblems(problems: readonly Problem[]): string {
  const count = (severity: Problem['severity']) => problems.filter(problem => problem.severity === severity).length
  const parts = (['error', 'warning', 'note'] as const)
    .map(severity => [count(severity), severity] as const)
    .filter(([number]) => number > 0)
    .map(([number, severity]) => `${number} ${severity}${number === 1 ? '' : 's'}`)
  return [parts.slice(0, -1).join(', '), ...parts.slice(-1)].filter(part => part !== '').join(' and ')
}

function excerpt(place: Place, paint: (text: string) => string, colors: Colors): readonly string[] {
  const { line, column, endColumn, source } = place
  if (line === undefined || column === undefined || source === undefined || source === '') return []
  const number = String(line)
  const before = source.slice(0, column - 1)
  const marked = source.slice(column - 1, (endColumn ?? column + 1) - 1)
  const mark = paint('^'.repeat(Math.max(1, width(marked))))
  const gutter = colors.dim(`  ${number} |`)
  const empty = colors.dim(`  ${' '.repeat(number.length)} |`)
  return [`${gutter} ${source}`, `${empty} ${before.replace(/[^\t]/gu, blank)}${mark}`]
}

const WIDE = /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Emoji_Presentation}/u

function blank(sign: string): string {
  return ' '.repeat(width(sign))
}

/** How many columns of a terminal a text takes. */
function width(text: string): number {
  let columns = 0
  for (const sign of text) columns += /\p{Mark}/u.test(sign) ? 0 : WIDE.test(sign) ? 2 : 1
  return columns
}
