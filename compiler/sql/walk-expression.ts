import { after, type Code, hasWords, isName, isSign, wordAt } from './code.ts'
import { canBeCalled, INFIX, isLiteralType, operandWord } from './expression-words.ts'
import { pathAt } from './path-at.ts'
import type { ColumnMention, Reader, Scope } from './scope.ts'
import { startsQuery } from './starts-query.ts'
import { afterFields, afterType, noteType } from './type-name.ts'

/** How far a walk has come: at an operand's place, or at that of an operator. */
interface Walk {
  readonly reader: Reader
  readonly code: Code
  readonly scope: Scope
  readonly to: number
  /** True for an entry of a select list, which an alias may end. */
  readonly entry: boolean
  at: number
  operand: boolean
  depth: number
  alias?: number
  /** The IN of `position(a in b)`, which compares with no relation. */
  plainIn?: number
}

/** Finds the columns, functions and queries of an expression; for an entry of a select list, also its alias. */
export function walkExpression(
  reader: Reader,
  from: number,
  to: number,
  scope: Scope,
  entry = false,
): number | undefined {
  const walk: Walk = { reader, code: reader.code, scope, to, entry, at: from, operand: true, depth: 0 }
  while (walk.at < to && walk.alias === undefined) step(walk)
  return walk.alias
}

function step(walk: Walk) {
  const token = walk.code.tokens[walk.at]!
  switch (token.kind) {
    case 'name':
    case 'quoted name':
      return walk.operand ? atOperand(walk) : atOperator(walk)
    case 'operator':
      if (token.text === '::') return atCast(walk)
      return move(walk, walk.at + 1, !(token.text === '*' && walk.operand))
    case 'punctuation':
      return atPunctuation(walk, token.text)
    case 'string':
      if (walk.entry && !walk.operand && walk.depth === 0 && walk.at === walk.to - 1) walk.alias = walk.at
      return move(walk, walk.at + 1, false)
    default:
      return move(walk, walk.at + 1, token.kind === 'unknown' && walk.operand)
  }
}

function move(walk: Walk, at: number, operand: boolean) {
  walk.at = Math.max(at, walk.at + 1)
  walk.operand = operand
}

function atCast(walk: Walk) {
  noteType(walk.reader, walk.at + 1, walk.to)
  move(walk, afterType(walk.code, walk.at + 1, walk.to), false)
}

function atPunctuation(walk: Walk, sign: string) {
  const { code, at } = walk
  if (sign === '(' && startsQuery(code, at + 1)) {
    walk.reader.readQuery(walk.reader, at + 1, Math.min(code.closes[at]!, walk.to), walk.scope)
    return move(walk, after(code, at, walk.to), false)
  }
  if (sign === '(') walk.depth++
  if (sign === ')') walk.depth--
  if (sign === '.' && !walk.operand) return move(walk, at + 2, false)
  move(walk, at + 1, sign !== ')' && sign !== ']')
}

function atOperand(walk: Walk) {
  const { code, at } = walk
  const word = wordAt(code, at)
  if (isSign(code, at + 1, '(')) {
    const plainIn = word === 'position' ? inOf(code, at + 1) : undefined
    if (plainIn !== undefined) walk.plainIn = plainIn
    const skipped = SPECIAL_CALLS.get(word)?.(code, at)
    if (skipped !== undefined) return call(walk, skipped)
    if (word === 'cast') noteCast(walk, at + 1)
    if (word !== '' && !canBeCalled(word)) return move(walk, at + 1, true)
  }
  const path = pathAt(code, at, walk.to)
  const next = at + path.length * 2 - 1
  if (isSign(code, next, '(')) {
    walk.reader.functions.push(path)
    return move(walk, next, true)
  }
  if (path.length === 1 && word !== '' && isOtherWord(walk, word)) return
  if (isSign(code, next, '=>') || isSign(code, next, ':=')) return move(walk, next + 1, true)
  if (isSign(code, next, '.') && isSign(code, next + 1, '*')) {
    mention(walk, path, { star: true })
    return move(walk, next + 2, false)
  }
  if (code.tokens[next]?.kind === 'string' && next < walk.to) walk.reader.types.push(path)
  const typed = code.tokens[next]?.kind === 'string' && next < walk.to && !walk.entry
  mention(walk, path, typed || (path.length === 1 && operandWord(word) === 'perhaps a value') ? { maybe: true } : {})
  move(walk, next, typed)
}

/** `cast(x as type)`. */
function noteCast(walk: Walk, open: number) {
  const { code } = walk
  const close = Math.min(code.closes[open]!, walk.to)
  for (let at = open + 1; at < close; at = after(code, at, close)) {
    if (wordAt(code, at) === 'as') noteType(walk.reader, at + 1, close)
  }
}

function mention(walk: Walk, path: readonly number[], more: Partial<ColumnMention>) {
  walk.reader.columns.push({ scope: walk.scope, path, ...more })
}

/** Steps over a word that is no column in an operand's place; false when it can be one. */
function isOtherWord(walk: Walk, word: string): boolean {
  const { code, at } = walk
  const meaning = operandWord(word)
  const next = wordAt(code, at + 1)
  if (next === 'by' && (word === 'partition' || word === 'group' || word === 'order')) {
    move(walk, at + 2, true)
    return true
  }
  if (meaning === 'value' || meaning === 'prefix') {
    move(walk, at + 1, meaning === 'prefix' && word !== 'end')
    return true
  }
  if (code.tokens[at + 1]?.kind === 'string' && isLiteralType(word)) {
    move(walk, afterFields(code, at + 2, walk.to), false)
    return true
  }
  if ((word === 'time' || word === 'timestamp') && hasWords(code, at + 2, 'time', 'zone')) {
    move(walk, at + 4, true)
    return true
  }
  if (
    (word === 'current' && next === 'row') ||
    (word === 'unbounded' && (next === 'preceding' || next === 'following'))
  ) {
    move(walk, at + 2, false)
    return true
  }
  return false
}

function atOperator(walk: Walk) {
  const { code, at, to } = walk
  const word = wordAt(code, at)
  switch (word) {
    case 'as':
      return atAs(walk)
    case 'collate':
      return move(walk, at + (isName(code, at + 1) ? pathAt(code, at + 1, to).length * 2 : 1), false)
    case 'at':
      if (hasWords(code, at + 1, 'time', 'zone')) return move(walk, at + 3, true)
      return move(walk, at + (wordAt(code, at + 1) === 'local' ? 2 : 1), false)
    case 'is':
      return atIs(walk)
    case 'in':
      return atIn(walk)
    case 'over':
      return atOver(walk)
    case 'similar':
      return move(walk, at + (wordAt(code, at + 1) === 'to' ? 2 : 1), true)
    case 'operator':
      return isSign(code, at + 1, '(') ? move(walk, after(code, at + 1, to), true) : move(walk, at + 1, true)
    case 'order':
    case 'group':
    case 'partition':
      return move(walk, at + (wordAt(code, at + 1) === 'by' ? 2 : 1), true)
    default:
      if (INFIX.has(word)) return move(walk, at + 1, true)
      if (walk.entry && walk.depth === 0 && isAlias(walk, word)) walk.alias = at
      return move(walk, at + 1, false)
  }
}

const POSTFIX = new Set([
  'isnull',
  'notnull',
  'end',
  'asc',
  'desc',
  'first',
  'last',
  'nulls',
  'null',
  'filter',
  'within',
])

function isAlias(walk: Walk, word: string): boolean {
  const { code, at } = walk
  if (at !== walk.to - 1 || POSTFIX.has(word)) return false
  return !(code.tokens[at - 1]?.kind === 'string' && afterFields(code, at, walk.to) > at)
}

/** The alias of an entry; inside brackets it is the type of a cast, or a name inside an XML call. */
function atAs(walk: Walk) {
  const { code, at, to } = walk
  if (walk.entry && walk.depth === 0) {
    if (at + 1 < to) walk.alias = at + 1
    return move(walk, to, false)
  }
  let next = at + 1
  while (next < to && !isSign(code, next, ')') && !isSign(code, next, ',')) next = after(code, next, to)
  move(walk, next, false)
}

const AFTER_IS = new Set([
  'unknown',
  'document',
  'normalized',
  'nfc',
  'nfd',
  'nfkc',
  'nfkd',
  'json',
  'scalar',
  'object',
])

function atIs(walk: Walk) {
  let next = walk.at + 1
  if (wordAt(walk.code, next) === 'not') next++
  if (wordAt(walk.code, next) === 'of' && isSign(walk.code, next + 1, '('))
    return move(walk, after(walk.code, next + 1, walk.to), false)
  const words = next
  while (next < walk.to && AFTER_IS.has(wordAt(walk.code, next)) && !isSign(walk.code, next + 1, '.')) next++
  move(walk, next, next === words)
}

/** SQLite's `x in relation` (lang_expr.html, section 8). */
function atIn(walk: Walk) {
  const { code, at, to } = walk
  if (!isName(code, at + 1) || at + 1 >= to || at === walk.plainIn) return move(walk, at + 1, true)
  const path = pathAt(code, at + 1, to)
  const next = at + path.length * 2
  if (isSign(code, next, '(') || operandWord(wordAt(code, at + 1)) === 'prefix') return move(walk, at + 1, true)
  const names = path.map(part => code.tokens[part]!.value)
  const relation = names.length > 1 ? { schema: names.at(-2)!, name: names.at(-1)! } : { name: names[0]! }
  walk.reader.relations.push({ path, source: { relation }, scope: walk.scope })
  move(walk, next, false)
}

function inOf(code: Code, open: number): number | undefined {
  const close = Math.min(code.closes[open]!, code.tokens.length)
  for (let at = open + 1; at < close; at = after(code, at, close)) if (wordAt(code, at) === 'in') return at
  return undefined
}

/** `over name` and `over (name partition by … order by … rows …)`. */
function atOver(walk: Walk) {
  const { code, at } = walk
  if (!isSign(code, at + 1, '(')) return move(walk, at + (isName(code, at + 1) ? 2 : 1), false)
  walk.depth++
  const word = wordAt(code, at + 2)
  const next = wordAt(code, at + 3)
  const named = isName(code, at + 2) && !(next === 'by' || (FRAMES.has(word) && !isSign(code, at + 3, ')')))
  move(walk, at + (named || FRAMES.has(word) ? 3 : 2), !named)
}

const TRIM_SIDES = new Set(['leading', 'trailing', 'both'])

const FRAMES = new Set(['rows', 'range', 'groups'])

/** Calls whose arguments have words of their own: how far it is to their first operand. */
const SPECIAL_CALLS: ReadonlyMap<string, (code: Code, at: number) => number> = new Map<
  string,
  (code: Code, at: number) => number
>([
  ['extract', (code, at) => (wordAt(code, at + 3) === 'from' ? 4 : 2)],
  ['trim', (code, at) => (TRIM_SIDES.has(wordAt(code, at + 2)) ? 3 : 2)],
  ['raise', (code, at) => (isName(code, at + 2) ? 3 : 2)],
  ['xmlelement', (code, at) => (wordAt(code, at + 2) === 'name' ? 4 : 2)],
  ['xmlpi', (code, at) => (wordAt(code, at + 2) === 'name' ? 4 : 2)],
])

function call(walk: Walk, skipped: number) {
  walk.reader.functions.push([walk.at])
  walk.depth++
  move(walk, walk.at + skipped, true)
}
