import { isSign, readCode, wordAt } from './code.ts'

/** The condition of a rule, or one of its commands. */
export interface RulePart {
  readonly start: number
  readonly end: number
  readonly isCondition: boolean
}

/** Where the condition and each command of a rule stand. */
export function ruleParts(text: string): readonly RulePart[] {
  const code = readCode(text)
  const { tokens } = code
  const at = tokens.findIndex((_, place) => wordAt(code, place) === 'do')
  if (at < 0) return []
  const parts: RulePart[] = []
  const add = (from: number, to: number, isCondition = false) => {
    if (from < to && wordAt(code, from) !== 'nothing')
      parts.push({ start: tokens[from]!.start, end: tokens[to - 1]!.end, isCondition })
  }
  if (wordAt(code, 2) === 'where') add(3, at, true)
  const second = wordAt(code, at + 1)
  let from = second === 'also' || second === 'instead' ? at + 2 : at + 1
  const isList = isSign(code, from, '(')
  const end = isList ? Math.min(code.closes[from]!, tokens.length) : tokens.length
  if (isList) from++
  for (let place = from; place <= end; place++) {
    if (place < end && !isSign(code, place, ';')) continue
    add(from, place)
    from = place + 1
  }
  return parts
}
