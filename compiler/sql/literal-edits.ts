import type { QName } from '../schema/name.ts'
import { splitList } from './clauses.ts'
import { after, type Code, hasWords, isName, isSign, wordAt } from './code.ts'
import type { Edit } from './edits.ts'
import type { Reading } from './read-statement.ts'
import { meansName } from './same-relation.ts'
import { afterType } from './type-name.ts'

const COMPARISONS = new Set(['=', '==', '<>', '!=', '<', '<=', '>', '>='])
const BEFORE_BRACKETS = new Set(['case', 'when', 'and', 'or', 'not', 'where', 'on', 'then', 'else', 'having', 'check'])
const CHOICES = new Set(['coalesce', 'nullif', 'ifnull', 'greatest', 'least', 'nvl'])

/** The edits that rename an enum value in the strings that stand beside its columns or are cast to its type. */
export function literalEdits(
  reading: Reading,
  isOfEnum: (column: string) => boolean,
  from: string,
  to: string,
  type: QName | undefined,
): readonly Edit[] {
  const { code } = reading
  const found = new Set<number>()
  const whens = whensByCase(code)
  for (const { path, star } of reading.columns) {
    const token = code.tokens[path.at(-1)!]!
    if (star || !(isOfEnum(token.value) || (token.kind === 'name' && isOfEnum(token.text)))) continue
    for (const literal of besides(code, path[0]!, path.at(-1)! + 1, whens)) found.add(literal)
  }
  if (type !== undefined) for (const literal of castTo(code, type)) found.add(literal)
  return [...found].flatMap(at => {
    const { value, start, end, text } = code.tokens[at]!
    if (value === from && isPlain(text)) return [{ start, end, text: quoted(to) }]
    const members = value.startsWith('{') ? renamedMembers(value, from, to) : value
    return members === value ? [] : [{ start, end, text: quoted(members) }]
  })
}

function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}

/** Bits and bytes hold no text. */
function isPlain(text: string): boolean {
  return !/^[xXbB]'/.test(text)
}

/** `{a,b}`, the text of an array, as long as no member of it is in quotes. */
function renamedMembers(value: string, from: string, to: string): string {
  if (!/^\{[^"{}\\]*\}$/.test(value)) return value
  const member = /^[A-Za-z0-9_-]+$/.test(to) ? to : `"${to.replace(/["\\]/g, '\\$&')}"`
  const members = value.slice(1, -1).split(',')
  return members.some(one => one.trim() === from)
    ? `{${members.map(one => (one.trim() === from ? member : one)).join(',')}}`
    : value
}

/** The strings that are compared with the column at `from` to `to`. */
function besides(
  code: Code,
  from: number,
  to: number,
  whens: ReadonlyMap<number, readonly number[]>,
): readonly number[] {
  const [start, end] = widened(code, from, to)
  const before = code.tokens[start - 1]
  if (before?.text === '(' && CHOICES.has(wordAt(code, start - 2))) return choices(code, start - 1)
  if (isSign(code, end, ')') || before?.text === ',') {
    const open = openingOf(code, start)
    if (open !== undefined && CHOICES.has(wordAt(code, open - 1))) return choices(code, open)
  }
  const literals = [...rightOf(code, end)]
  if (before !== undefined && COMPARISONS.has(before.text)) literals.push(...leftOf(code, start - 1))
  if (wordAt(code, start - 1) === 'case') {
    literals.push(...(whens.get(start - 1) ?? []).flatMap(when => one(literalAt(code, when + 1))))
  }
  return literals
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

/** The places of the WHENs of each CASE, by its place. */
function whensByCase(code: Code): ReadonlyMap<number, readonly number[]> {
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

/** The strings of `'a'::type` and `cast('a' as type)`, and those of `array['a']::type[]`. */
function castTo(code: Code, type: QName): readonly number[] {
  const found: number[] = []
  code.tokens.forEach((token, at) => {
    if (token.kind !== 'string') return
    const next = at + 1
    const cast = isSign(code, next, '::') || (wordAt(code, next) === 'as' && isSign(code, at - 1, '('))
    if (cast && isType(code, next + 1, type)) found.push(at)
  })
  return found
}

function isType(code: Code, at: number, type: QName): boolean {
  if (!isName(code, at)) return false
  const last = isSign(code, at + 1, '.') && isName(code, at + 2) ? at + 2 : at
  if (!meansName(code.tokens[last]!.value, type.name)) return false
  return last === at || type.schema === undefined || meansName(code.tokens[at]!.value, type.schema)
}
