import { after, type Code, hasWords, isName, isSign, wordAt } from './code.ts'
import { operandWord } from './expression-words.ts'
import { pathAt } from './path-at.ts'
import { startsQuery } from './starts-query.ts'
import { afterFields, afterType } from './type-name.ts'

/**
 * What Postgres names an expression after (FigureColname in src/backend/parser/parse_target.c). `weak` names, those of
 * types and of CASE, give way to the name of what is inside. `origin` is the place of the column's name.
 */
export interface ChosenName {
  readonly name: string
  readonly weak?: true
  readonly origin?: number
}

const DEEPEST_NAME = 40

/** The name that Postgres would choose, or undefined when it would choose none. */
export function chosenName(code: Code, from: number, to: number, depth = 0): ChosenName | undefined {
  if (depth > DEEPEST_NAME) return undefined
  const first = primary(code, from, to, depth)
  if (first === undefined) return undefined
  let name = first.chosen
  let at = first.next
  while (at < to) {
    const token = code.tokens[at]!
    const word = wordAt(code, at)
    if (token.text === '::') {
      const end = afterType(code, at + 1, to)
      name = cast(name, typeName(code, at + 1, end))
      at = end
    } else if (token.text === '[') at = after(code, at, to)
    else if (token.text === '.' && isName(code, at + 1) && at + 1 < to) {
      name = { name: code.tokens[at + 1]!.value }
      at += 2
    } else if (word === 'collate' && isName(code, at + 1)) at += pathAt(code, at + 1, to).length * 2
    else if (word === 'at' && (hasWords(code, at + 1, 'time', 'zone') || wordAt(code, at + 1) === 'local')) {
      return zoned(code, wordAt(code, at + 1) === 'local' ? at + 2 : at + 3, to, depth)
    } else if (first.call && (word === 'filter' || word === 'over' || word === 'within')) at = afterWindow(code, at, to)
    else return undefined
  }
  return name
}

/** `x at time zone y` is a call of `timezone`, as long as no operator follows. */
function zoned(code: Code, from: number, to: number, depth: number): ChosenName | undefined {
  if (from < to) {
    const zone = primary(code, from, to, depth)
    if (zone === undefined) return undefined
    for (let at = zone.next; at < to; at = afterType(code, at + 1, to)) if (!isSign(code, at, '::')) return undefined
  }
  return { name: 'timezone' }
}

function afterWindow(code: Code, at: number, to: number): number {
  const next = wordAt(code, at) === 'within' ? at + 2 : at + 1
  return next < to ? Math.max(after(code, next, to), at + 1) : to
}

interface Primary {
  readonly chosen: ChosenName | undefined
  readonly next: number
  readonly call?: true
}

function primary(code: Code, at: number, to: number, depth: number): Primary | undefined {
  const token = code.tokens[at]
  if (token === undefined || at >= to) return undefined
  if (token.kind === 'string' || token.kind === 'number' || token.kind === 'parameter') {
    return { chosen: undefined, next: at + 1 }
  }
  if (isSign(code, at, '(')) return { chosen: inBrackets(code, at, to, depth), next: after(code, at, to) }
  if (!isName(code, at)) return undefined
  const word = wordAt(code, at)
  if (word === 'case') return caseName(code, at, to, depth)
  if (word === 'cast' && isSign(code, at + 1, '(')) return castName(code, at, to, depth)
  if ((word === 'array' || word === 'row' || word === 'exists') && /^[([]$/.test(code.tokens[at + 1]?.text ?? '')) {
    return { chosen: { name: word }, next: after(code, at + 1, to) }
  }
  const path = pathAt(code, at, to)
  const next = at + path.length * 2 - 1
  const last = path.at(-1)!
  const name = code.tokens[last]!.value
  if (next < to && isSign(code, next, '(')) {
    return { chosen: { name: word === 'trim' ? trimName(code, at) : name }, next: after(code, next, to), call: true }
  }
  if (next < to && code.tokens[next]!.kind === 'string') {
    return { chosen: cast(undefined, typeName(code, at, next)), next: afterFields(code, next + 1, to) }
  }
  const meaning = word === '' || path.length > 1 ? 'name' : operandWord(word)
  if (meaning === 'prefix') return undefined
  if (meaning === 'name') return { chosen: { name, origin: last }, next }
  return { chosen: /^(null|true|false|default)$/.test(word) ? undefined : { name: word }, next }
}

function inBrackets(code: Code, at: number, to: number, depth: number): ChosenName | undefined {
  const close = Math.min(code.closes[at]!, to)
  if (startsQuery(code, at + 1)) return undefined
  for (let inside = at + 1; inside < close; inside = after(code, inside, close)) {
    if (isSign(code, inside, ',')) return { name: 'row' }
  }
  return chosenName(code, at + 1, close, depth + 1)
}

/** CASE is named after its ELSE, where that has a name of its own. */
function caseName(code: Code, at: number, to: number, depth: number): Primary {
  let open = 0
  let otherwise: number | undefined
  let end = at
  for (; end < to; end = after(code, end, to)) {
    const word = isSign(code, end - 1, '.') ? '' : wordAt(code, end)
    if (word === 'case') open++
    if (word === 'else' && open === 1) otherwise = end + 1
    if (word === 'end' && --open === 0) break
  }
  const inside = otherwise === undefined ? undefined : chosenName(code, otherwise, end, depth + 1)
  return { chosen: inside && !inside.weak ? inside : { name: 'case', weak: true }, next: Math.min(end + 1, to) }
}

function castName(code: Code, at: number, to: number, depth: number): Primary {
  const close = Math.min(code.closes[at + 1]!, to)
  let as = at + 2
  while (as < close && wordAt(code, as) !== 'as') as = after(code, as, close)
  const inside = chosenName(code, at + 2, as, depth + 1)
  return { chosen: cast(inside, typeName(code, as + 1, close)), next: after(code, at + 1, to) }
}

function cast(inside: ChosenName | undefined, type: string | undefined): ChosenName | undefined {
  if (inside !== undefined && !inside.weak) return inside
  return type === undefined ? inside : { name: type, weak: true }
}

function trimName(code: Code, at: number): string {
  const side = wordAt(code, at + 2)
  return side === 'leading' ? 'ltrim' : side === 'trailing' ? 'rtrim' : 'btrim'
}

const INTERNAL_TYPES: ReadonlyMap<string, string> = new Map([
  ['int', 'int4'],
  ['integer', 'int4'],
  ['smallint', 'int2'],
  ['bigint', 'int8'],
  ['real', 'float4'],
  ['float', 'float8'],
  ['double precision', 'float8'],
  ['decimal', 'numeric'],
  ['dec', 'numeric'],
  ['boolean', 'bool'],
  ['char', 'bpchar'],
  ['character', 'bpchar'],
  ['nchar', 'bpchar'],
  ['character varying', 'varchar'],
  ['char varying', 'varchar'],
  ['bit varying', 'varbit'],
])

/** The name under which Postgres keeps a type. */
function typeName(code: Code, from: number, to: number): string | undefined {
  if (!isName(code, from) || from >= to) return undefined
  const path = pathAt(code, from, to)
  const name = code.tokens[path.at(-1)!]!.value
  if (path.length > 1 || code.tokens[from]!.kind === 'quoted name') return name
  const next = wordAt(code, from + 1)
  if (from + 1 < to && (next === 'precision' || next === 'varying'))
    return INTERNAL_TYPES.get(`${name} ${next}`) ?? name
  const zoned = /^(time|timestamp)$/.test(name) && hasWith(code, from + 1, to)
  return zoned ? `${name}tz` : (INTERNAL_TYPES.get(name) ?? name)
}

function hasWith(code: Code, from: number, to: number): boolean {
  const at = isSign(code, from, '(') ? after(code, from, to) : from
  return at < to && wordAt(code, at) === 'with'
}
