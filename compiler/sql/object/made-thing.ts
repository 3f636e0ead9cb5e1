import type { QName } from '../../schema/name.ts'
import { type Code, hasWords, isName, isSign, readCode, sliceOf, wordAt } from '../code.ts'
import { sqlName } from '../name-text.ts'
import { pathAt } from '../path-at.ts'
import { plainTypeOf } from '../routine/plain-type.ts'

/** What a statement makes or alters that the language has no word for. */
export interface MadeThing {
  /** As the database calls it: `text search configuration`, `virtual table`. */
  readonly what: string
  /** Left out for what has no name: a cast, a user mapping, a transform. */
  readonly name?: QName
  /** What tells it from all others: `collation nocase`, `operator ===(text, text)`, `cast (citext as mood)`. */
  readonly label: string
  /** The same as `comment on` and `drop` have it. */
  readonly target: string
  /** Where its name stands in the text. */
  readonly span?: { readonly start: number; readonly end: number }
}

/** Words after `create`, the longest first, of what has a plain name. */
const NAMED: readonly (readonly string[])[] = [
  ['text', 'search', 'configuration'],
  ['text', 'search', 'dictionary'],
  ['text', 'search', 'parser'],
  ['text', 'search', 'template'],
  ['foreign', 'data', 'wrapper'],
  ['foreign', 'table'],
  ['event', 'trigger'],
  ['access', 'method'],
  ['virtual', 'table'],
  ['publication'],
  ['collation'],
  ['conversion'],
  ['statistics'],
  ['language'],
  ['server'],
]

/** Words that may stand between `create` and what is made. */
const BEFORE: ReadonlySet<string> = new Set(['default', 'trusted', 'procedural'])

/** What a statement that begins with `create` (or another verb) is about; undefined where that is nothing known. */
export function readMade(sql: string, verb: 'create' | 'alter' = 'create'): MadeThing | undefined {
  const code = readCode(sql)
  if (wordAt(code, 0) !== verb) return undefined
  let at = 1
  if (hasWords(code, at, 'or', 'replace')) at += 2
  while (BEFORE.has(wordAt(code, at))) at++
  const words = NAMED.find(one => hasWords(code, at, ...one))
  if (words !== undefined) return namedThing(code, afterCondition(code, at + words.length), words.join(' '))
  switch (wordAt(code, at)) {
    case 'cast':
      return castThing(code, at + 1)
    case 'operator':
      return operatorThing(code, at + 1)
    case 'transform':
      return transformThing(code, at + 1)
    case 'user':
      return wordAt(code, at + 1) === 'mapping' ? mappingThing(code, afterCondition(code, at + 2)) : undefined
    default:
      return undefined
  }
}

function afterCondition(code: Code, at: number): number {
  if (hasWords(code, at, 'if', 'not', 'exists')) return at + 3
  return hasWords(code, at, 'if', 'exists') ? at + 2 : at
}

function namedThing(code: Code, at: number, what: string): MadeThing | undefined {
  if (!isName(code, at)) return undefined
  const path = pathAt(code, at, code.tokens.length)
  const { name, span } = nameOf(code, path)
  const text = pathText(name)
  return { what, name, label: `${what} ${text}`, target: `${what === 'virtual table' ? 'table' : what} ${text}`, span }
}

function castThing(code: Code, at: number): MadeThing | undefined {
  if (!isSign(code, at, '(')) return undefined
  const close = Math.min(code.closes[at]!, code.tokens.length)
  const middle = code.tokens.findIndex((_, place) => place > at && place < close && wordAt(code, place) === 'as')
  if (middle < 0) return undefined
  const label = `cast (${plainTypeOf(code, at + 1, middle)} as ${plainTypeOf(code, middle + 1, close)})`
  return {
    what: 'cast',
    label,
    target: `cast (${sliceOf(code, at + 1, middle)} as ${sliceOf(code, middle + 1, close)})`,
  }
}

function operatorThing(code: Code, at: number): MadeThing | undefined {
  const kind = wordAt(code, at)
  if ((kind === 'class' || kind === 'family') && isName(code, at + 1)) {
    const path = pathAt(code, at + 1, code.tokens.length)
    const { name, span } = nameOf(code, path)
    const using = code.tokens.findIndex((_, place) => place > at && wordAt(code, place) === 'using')
    if (using < 0) return undefined
    const text = `operator ${kind} ${pathText(name)} using ${sqlName(code.tokens[using + 1]?.value ?? '')}`
    return { what: `operator ${kind}`, name, label: text, target: text, span }
  }
  return signThing(code, at)
}

/** `create operator audit.=== (leftarg = text, …)`; `alter operator === (text, text) …`. */
function signThing(code: Code, from: number): MadeThing | undefined {
  let at = from
  const schemas: string[] = []
  while (isName(code, at) && isSign(code, at + 1, '.')) {
    schemas.push(code.tokens[at]!.value)
    at += 2
  }
  const first = at
  while (at < code.tokens.length && !isSign(code, at, '(')) at++
  if (at === first || at >= code.tokens.length) return undefined
  const sign = code.text.slice(code.tokens[first]!.start, code.tokens[at - 1]!.end)
  const close = Math.min(code.closes[at]!, code.tokens.length)
  const [left, right] = operands(code, at, close)
  const schema = schemas.at(-1)
  const name = { ...(schema !== undefined && schema !== 'public' && { schema }), name: sign }
  const text = `operator ${schema === undefined ? '' : `${sqlName(schema)}.`}${sign}`
  const plain = `operator ${name.schema === undefined ? '' : `${sqlName(name.schema)}.`}${sign}`
  const types = (list: readonly string[]) => `(${list.join(', ')})`
  return {
    what: 'operator',
    name,
    label: plain + types([left?.plain ?? 'none', right?.plain ?? 'none']),
    target: `${text} ${types([left?.text ?? 'none', right?.text ?? 'none'])}`,
  }
}

interface Operand {
  readonly plain: string
  readonly text: string
}

function operands(code: Code, open: number, close: number): readonly [Operand | undefined, Operand | undefined] {
  const parts: (readonly [number, number])[] = []
  let from = open + 1
  for (let at = open + 1; at <= close; at++) {
    if (at < close && isSign(code, at, '(')) at = Math.min(code.closes[at]!, close)
    if (at < close && !isSign(code, at, ',')) continue
    if (from < at) parts.push([from, at])
    from = at + 1
  }
  const read = ([start, end]: readonly [number, number]): Operand | undefined =>
    wordAt(code, start) === 'none'
      ? undefined
      : { plain: plainTypeOf(code, start, end), text: sliceOf(code, start, end) }
  const isList = parts.length <= 2 && !parts.some(([start]) => isSign(code, start + 1, '='))
  if (isList) return [parts[0] && read(parts[0]), parts[1] && read(parts[1])]
  const option = (word: string) => {
    const found = parts.find(([start]) => wordAt(code, start) === word && isSign(code, start + 1, '='))
    return found && read([found[0] + 2, found[1]])
  }
  return [option('leftarg'), option('rightarg')]
}

function transformThing(code: Code, at: number): MadeThing | undefined {
  const language = code.tokens.findIndex((_, place) => place > at && wordAt(code, place) === 'language')
  if (wordAt(code, at) !== 'for' || language < 0) return undefined
  const name = sqlName(code.tokens[language + 1]?.value ?? '')
  const label = `transform for ${plainTypeOf(code, at + 1, language)} language ${name}`
  return { what: 'transform', label, target: `transform for ${sliceOf(code, at + 1, language)} language ${name}` }
}

function mappingThing(code: Code, at: number): MadeThing | undefined {
  if (wordAt(code, at) !== 'for' || wordAt(code, at + 2) !== 'server') return undefined
  const [role, server] = [code.tokens[at + 1], code.tokens[at + 3]]
  if (role === undefined || server === undefined) return undefined
  const who =
    role.kind === 'name' && /^(user|current_user|current_role|public)$/.test(role.value)
      ? role.value
      : sqlName(role.value)
  const label = `user mapping for ${who} server ${sqlName(server.value)}`
  return { what: 'user mapping', label, target: label }
}

function nameOf(code: Code, path: readonly number[]) {
  const schema = path.at(-2)
  const last = code.tokens[path.at(-1)!]!
  const inside = schema === undefined ? undefined : code.tokens[schema]!.value
  const name: QName = { ...(inside !== undefined && inside !== 'public' && { schema: inside }), name: last.value }
  return { name, span: { start: code.tokens[path[0]!]!.start, end: last.end } }
}

/** A name in SQL. */
export function pathText({ schema, name }: QName): string {
  return schema === undefined ? sqlName(name) : `${sqlName(schema)}.${sqlName(name)}`
}
