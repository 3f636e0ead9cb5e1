import { splitList } from './clauses.ts'
import { after, type Code, isName, isSign, wordAt } from './code.ts'
import { namesIn } from './names-in.ts'
import { pathAt } from './path-at.ts'
import { isReservedInPostgres } from './reserved-words.ts'
import { cteOf, DEEPEST, noteOutputs, type Reader, type RelationMention, type Scope, type Source } from './scope.ts'
import { type JoinSides, Sides } from './sides.ts'
import { startsQuery } from './starts-query.ts'
import { noteType } from './type-name.ts'
import { walkExpression } from './walk-expression.ts'

const JOIN_WORDS = new Set(['natural', 'left', 'right', 'full', 'inner', 'cross', 'outer', 'join'])
const AFTER_SOURCE = new Set([
  'set',
  'values',
  'indexed',
  'not',
  'default',
  'select',
  'when',
  'returning',
  'where',
  'overriding',
])

/** Reads what stands after FROM: each relation, query and function becomes a source of the scope. */
export function readFrom(reader: Reader, from: number, to: number, scope: Scope): void {
  const { code } = reader
  const sides = new Sides(scope)
  let at = from
  while (at < to) {
    const word = wordAt(code, at)
    if (JOIN_WORDS.has(word)) {
      if (word === 'natural') {
        scope.naturalJoin = true
        reader.joins.push({ scope, ...sides.natural(), from: at, to: at + 1 })
      } else if (word === 'join') sides.join(wordAt(code, at - 1) === 'cross')
      at++
    } else if (word === 'on') {
      const end = endOfCondition(code, at + 1, to)
      walkExpression(reader, at + 1, end, scope)
      sides.condition()
      at = end
    } else if (word === 'using' && isSign(code, at + 1, '(')) {
      at = readUsing(reader, at + 1, to, scope, sides.condition())
    } else if (isSign(code, at, ',')) {
      sides.item()
      at++
    } else if (word === 'tablesample' || word === 'repeatable') {
      while (at < to && !isSign(code, at, '(')) at++
      at = at < to ? after(code, at, to) : to
    } else if (isName(code, at) || isSign(code, at, '(')) at = readSource(reader, at, to, scope)
    else at++
  }
  sides.end()
}

function endOfCondition(code: Code, from: number, to: number): number {
  for (let at = from; at < to; at = after(code, at, to)) {
    if (isSign(code, at, ',')) return at
    const word = wordAt(code, at)
    if (JOIN_WORDS.has(word) && !isSign(code, at + 1, '(') && !isSign(code, at - 1, '.')) return at
  }
  return to
}

function readUsing(reader: Reader, at: number, to: number, scope: Scope, sides: JoinSides): number {
  const { code } = reader
  const close = Math.min(code.closes[at]!, to)
  const using: number[] = []
  reader.joins.push({ scope, ...sides, using, from: at - 1, to: Math.min(close + 1, to) })
  for (let name = at + 1; name < close; name++) {
    if (!isName(code, name)) continue
    using.push(name)
    scope.merged.add(code.tokens[name]!.value)
    reader.columns.push({ scope, path: [name], merged: true })
  }
  const next = after(code, at, to)
  return wordAt(code, next) === 'as' ? Math.min(next + 2, to) : next
}

/** Reads the table that a statement changes, and its alias where there can be one; a bracket behind it holds columns. */
export function readTarget(reader: Reader, from: number, to: number, scope: Scope, aliased = true): number {
  const { code } = reader
  const at = wordAt(code, from) === 'only' && isName(code, from + 1) ? from + 1 : from
  return isName(code, at) && at < to ? readRelation(reader, at, to, scope, aliased ? 'aliased' : 'bare') : at
}

/** Reads one source and its alias; answers the place after it. */
function readSource(reader: Reader, from: number, to: number, scope: Scope): number {
  const { code } = reader
  let at = from
  while (['only', 'lateral'].includes(wordAt(code, at)) && at + 1 < to && !isSign(code, at + 1, '.')) at++
  const lateral = wordAt(code, at - 1) === 'lateral'
  if (isSign(code, at, '(')) return readGroup(reader, at, to, scope, lateral)
  if (!isName(code, at)) return at + 1
  if (wordAt(code, at) === 'rows' && wordAt(code, at + 1) === 'from' && isSign(code, at + 2, '(')) {
    walkExpression(reader, at + 3, Math.min(code.closes[at + 2]!, to), scope)
    return readAlias(reader, after(code, at + 2, to), to, scope, {})
  }
  return readRelation(reader, at, to, scope, 'source')
}

/** A source of a FROM clause, or the table that a statement changes, with or without an alias. */
type Place = 'source' | 'aliased' | 'bare'

function readRelation(reader: Reader, at: number, to: number, scope: Scope, place: Place): number {
  const { code } = reader
  const target = place !== 'source'
  const path = pathAt(code, at, to)
  const next = at + path.length * 2 - 1
  const names = path.map(part => code.tokens[part]!.value)
  const name = names.at(-1)!
  if (!target && isSign(code, next, '(') && next < to) {
    reader.functions.push(path)
    walkExpression(reader, next + 1, Math.min(code.closes[next]!, to), scope)
    return readAlias(reader, after(code, next, to), to, scope, { label: name })
  }
  const { rows, open } = path.length === 1 && !target ? cteOf(scope, name) : {}
  if (rows !== undefined) return readAlias(reader, next, to, scope, { label: name, rows })
  const relation = names.length > 1 ? { schema: names.at(-2)!, name } : { name }
  const source = { label: name, relation }
  const end = isSign(code, next, '*') ? next + 1 : next
  return readAlias(reader, end, to, scope, source, path, place, open)
}

/** A query in brackets, or joins in brackets, whose sources are seen from outside. */
function readGroup(reader: Reader, at: number, to: number, scope: Scope, lateral: boolean): number {
  const { code } = reader
  const close = Math.min(code.closes[at]!, to)
  const next = after(code, at, to)
  let inside = at + 1
  while (inside < close && isSign(code, inside, '(') && inside - at < DEEPEST) inside++
  if (startsQuery(code, inside) || wordAt(code, inside) === 'table') {
    const rows = reader.readQuery(reader, at + 1, close, lateral ? scope : scope.parent)
    noteOutputs(reader, rows)
    return readAlias(reader, next, to, scope, { rows })
  }
  if (reader.depth >= DEEPEST) return next
  reader.depth++
  readFrom(reader, at + 1, close, scope)
  reader.depth--
  return readAlias(reader, next, to, scope, undefined)
}

/** Reads `[as] alias [(columns)]` and adds the source under it. */
function readAlias(
  reader: Reader,
  from: number,
  to: number,
  scope: Scope,
  source: Source | undefined,
  path?: readonly number[],
  place: Place = 'source',
  maybe?: true,
): number {
  const { code } = reader
  let at = from
  if (wordAt(code, at) === 'with' && wordAt(code, at + 1) === 'ordinality') at += 2
  const as = place !== 'bare' && at < to && wordAt(code, at) === 'as'
  if (as) at++
  let alias: number | undefined
  if (place !== 'bare' && at < to && (isAlias(code, at, as) || (as && code.tokens[at]!.kind === 'string'))) alias = at++
  let columns: readonly string[] | undefined
  if (place === 'source' && at < to && isSign(code, at, '(') && (as || alias !== undefined)) {
    const close = Math.min(code.closes[at]!, to)
    columns = namesIn(code, at + 1, close)
    for (const [start, end] of splitList(code, at + 1, close)) noteType(reader, start + 1, end)
    at = after(code, at, to)
  }
  if (wordAt(code, at) === 'indexed' && wordAt(code, at + 1) === 'by') at += 3
  else if (wordAt(code, at) === 'not' && wordAt(code, at + 1) === 'indexed') at += 2
  const label = alias === undefined ? source?.label : code.tokens[alias]!.value
  const added: Source = {
    ...source,
    ...(label !== undefined && { label }),
    ...(alias !== undefined && { aliased: true as const }),
    ...(columns && { columns }),
  }
  if (source !== undefined || label !== undefined) scope.sources.push(added)
  if (path !== undefined) {
    const more = { ...(alias !== undefined && { alias }), ...(maybe && { maybe }) }
    const mention: RelationMention = { path, source: added, scope, ...more }
    reader.relations.push(mention)
  }
  return Math.min(at, to)
}

function isAlias(code: Code, at: number, as: boolean): boolean {
  const token = code.tokens[at]!
  if (token.kind === 'quoted name') return true
  if (token.kind !== 'name') return false
  return as || !(isReservedInPostgres(token.value) || JOIN_WORDS.has(token.value) || AFTER_SOURCE.has(token.value))
}
