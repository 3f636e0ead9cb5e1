import type { QName } from '../schema/name.ts'
import { splitList } from './clauses.ts'
import { after, type Code, hasWords, isName, isSign, wordAt } from './code.ts'
import { pathAt } from './path-at.ts'
import type { ColumnMention } from './scope.ts'
import { afterType } from './type-name.ts'

const COMPARISONS = new Set(['=', '==', '<>', '!=', '<', '<=', '>', '>='])
const BEFORE_BRACKETS = new Set(['case', 'when', 'and', 'or', 'not', 'where', 'on', 'then', 'else', 'having', 'check'])
const CHOICES = new Set(['coalesce', 'nullif', 'ifnull', 'greatest', 'least', 'nvl'])

/**
 * Finds the strings that are compared with a column (`=`, `in`, `case`, `between`, `coalesce` …), by their places; where not
 * `throughCasts`, only with the column as it is, and not with what it is cast to.
 */
export function literalsBeside(
  code: Code,
  throughCasts = true,
): (mention: Pick<ColumnMention, 'path'>) => readonly number[] {
  let known: WhensByCase | undefined
  const whens = (at: number) => {
    known ??= whensByCase(code)
    return known.get(at) ?? []
  }
  return ({ path }) => {
    const [start, end] = widened(code, path[0]!, path.at(-1)! + 1)
    return throughCasts || !hasCast(code, start, end) ? besides(code, start, end, whens) : []
  }
}

/** A string that is cast, and the name of the type that it is cast to. */
export interface CastLiteral {
  readonly at: number
  readonly type: QName
}

/** The strings of `'a'::type` and `cast('a' as type)`. */
export function castLiterals(code: Code): readonly CastLiteral[] {
  return code.tokens.flatMap((token, at) => {
    if (token.kind !== 'string') return []
    const next = at + 1
    const isCast = isSign(code, next, '::') || (wordAt(code, next) === 'as' && isSign(code, at - 1, '('))
    if (!isCast || !isName(code, next + 1)) return []
    const path = pathAt(code, next + 1, code.tokens.length).map(part => code.tokens[part]!.value)
    const schema = path.at(-2)
    return [{ at, type: { name: path.at(-1)!, ...(schema !== undefined && { schema }) } }]
  })
}

/** The strings that are compared with the column that stands, with all around it, at `start` to `end`. */
function besides(code: Code, start: number, end: number, whens: (at: number) => readonly number[]): readonly number[] {
  const before = code.tokens[start - 1]
  if (before?.text === '(' && CHOICES.has(wordAt(code, start - 2))) return choices(code, start - 1)
  if (isSign(code, end, ')') || before?.text === ',') {
    const open = openingOf(code, start)
    if (open !== undefined && CHOICES.has(wordAt(code, open - 1))) return choices(code, open)
  }
  const literals = [...rightOf(code, end)]
  if (before !== undefined && COMPARISONS.has(before.text)) literals.push(...leftOf(code, start - 1))
  if (wordAt(code, start - 1) === 'case') {
    literals.push(...whens(start - 1).flatMap(when => one(literalAt(code, when + 1))))
  }
  return literals
}

function hasCast(code: Code, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isSign(code, at, '::') || wordAt(code, at) === 'cast') return true
  return false
}

/** The column with the brackets and casts around it. */
function widened(code: Code, from: number, to: number): readonly [number, number] {
  let start = from
  let end = to
  for (;;) {
    if (isSign(code, end, '::')) end = afterType(code, end + 1, code.tokens.length)
    else if (wordAt(code, end) === 'collate' && isName(code, end + 1)) end += 2
    else if (!isSign(code, start - 1, '(')) return [start, end]
    else if (isSign(code, end, ')') && (!isName(code, start - 2) || BEFORE_BRACKETS.has(wordAt(code, start - 2)))) {
      start--
      end++
    } else if (wordAt(code, end) === 'as' && wordAt(code, start - 2) === 'cast') {
      end = after(code, start - 1, code.tokens.length)
      start -= 2
    } else return [start, end]
  }
}

function rightOf(code: Code, end: number): readonly number[] {
  const word = wordAt(code, end)
  if (COMPARISONS.has(code.tokens[end]?.text ?? '')) return listed(code, end + 1)
  const at = word === 'not' || word === 'is' ? end + 1 : end
  if (wordAt(code, at) === 'in') return listed(code, at + 1)
  if (wordAt(code, at) === 'between') {
    const first = literalAt(code, at + 1)
    const second = first && wordAt(code, first.end) === 'and' ? literalAt(code, first.end + 1) : undefined
    return [first, second].flatMap(one => (one === undefined ? [] : [one.at]))
  }
  if (word !== 'is') return []
  const other = wordAt(code, at) === 'not' ? at + 1 : at
  return one(literalAt(code, hasWords(code, other, 'distinct', 'from') ? other + 2 : other))
}

function one(literal: Literal | undefined): readonly number[] {
  return literal === undefined ? [] : [literal.at]
}

/** A string, or the strings of `(…)`, `array[…]`, `any (array[…])`. */
function listed(code: Code, from: number): readonly number[] {
  let at = from
  while (isSign(code, at, '(') || ['any', 'all', 'some', 'array'].includes(wordAt(code, at))) {
    if (isSign(code, at, '(') && hasComma(code, at)) break
    at++
  }
  if (!isSign(code, at, '(') && !isSign(code, at, '[')) return one(literalAt(code, at))
  const close = Math.min(code.closes[at]!, code.tokens.length)
  return splitList(code, at + 1, close).flatMap(([start]) => one(literalAt(code, start)))
}

function hasComma(code: Code, at: number): boolean {
  return splitList(code, at + 1, Math.min(code.closes[at]!, code.tokens.length)).length > 1
}

interface Literal {
  readonly at: number
  readonly end: number
}

/** The string that begins at `at`, with the brackets and casts around it. */
function literalAt(code: Code, start: number): Literal | undefined {
  let at = start
  let open = 0
  for (; isSign(code, at, '(') || (wordAt(code, at) === 'cast' && isSign(code, at + 1, '(')); at++) {
    if (isSign(code, at, '(')) open++
  }
  if (code.tokens[at]?.kind !== 'string') return undefined
  let end = at + 1
  for (;;) {
    if (isSign(code, end, '::') || wordAt(code, end) === 'as') end = afterType(code, end + 1, code.tokens.length)
    else if (open > 0 && isSign(code, end, ')')) {
      open--
      end++
    } else return { at, end }
  }
}

const LONGEST_LITERAL = 12

/** The string that ends before the sign at `sign`. */
function leftOf(code: Code, sign: number): readonly number[] {
  for (let at = sign - 1; at >= 0 && at >= sign - LONGEST_LITERAL; at--) {
    const kind = code.tokens[at]!.kind
    if (kind === 'string') return literalAt(code, at)?.end === sign || closesAt(code, at, sign) ? [at] : []
    if (kind === 'operator' && code.tokens[at]!.text !== '::') return []
  }
  return []
}

function closesAt(code: Code, at: number, sign: number): boolean {
  let start = at
  while (isSign(code, start - 1, '(') || wordAt(code, start - 1) === 'cast') start--
  return literalAt(code, start)?.end === sign
}

type WhensByCase = ReadonlyMap<number, readonly number[]>

/** The places of the WHENs of each CASE, by its place. */
function whensByCase(code: Code): WhensByCase {
  const found = new Map<number, number[]>()
  const open: number[] = []
  code.tokens.forEach((_, at) => {
    const word = wordAt(code, at)
    if (isSign(code, at, '(') || word === 'case') open.push(at)
    else if (isSign(code, at, ')')) while (open.length > 0 && !isSign(code, open.pop()!, '('));
    else if (word === 'end' && wordAt(code, open.at(-1) ?? -1) === 'case') open.pop()
    else if (word === 'when' && wordAt(code, open.at(-1) ?? -1) === 'case') {
      const whens = found.get(open.at(-1)!) ?? []
      whens.push(at)
      found.set(open.at(-1)!, whens)
    }
  })
  return found
}

function choices(code: Code, open: number): readonly number[] {
  const close = Math.min(code.closes[open]!, code.tokens.length)
  return splitList(code, open + 1, close).flatMap(([start]) => one(literalAt(code, start)))
}

/** The bracket in which the token at `at` stands, a few tokens back. */
function openingOf(code: Code, at: number): number | undefined {
  for (let open = at - 1; open >= 0 && open >= at - 40; open--) {
    if (isSign(code, open, '(') && code.closes[open]! > at) return open
  }
  return undefined
}
