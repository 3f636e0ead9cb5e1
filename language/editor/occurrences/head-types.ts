import { BUILTIN_TYPES } from '../../../compiler/schema/builtin-types.ts'
import { nameText } from '../../../compiler/schema/name.ts'
import type { FunctionDeclaration, ProcedureDeclaration } from '../../generated/ast.ts'
import { kindOfRelation } from './known-names.ts'
import type { NameCollector } from './name-collector.ts'
import { routineCalled } from './routine-called.ts'
import { sqlPiecesOf } from './sql-piece.ts'
import { typeOccurrence } from './type-names.ts'

interface Rest {
  readonly from: number
  readonly to: number
}

/** The names in a function or procedure behind its name: types of its head, what its defaults call, what its body names. */
export function addRoutine(
  node: FunctionDeclaration | ProcedureDeclaration,
  { from, to }: Rest,
  collector: NameCollector,
): void {
  const { tokens } = collector
  const body = node.sql === undefined ? to : tokens.of(node.sql)[0]
  addHeadTypes(from, body, collector)
  if (isInSql(from, body, collector)) collector.sql.push(...sqlPiecesOf(node.sql, tokens, { what: 'body' }))
}

/** Whether the body is one that Mig reads: `language sql`, or no language at all. */
function isInSql(from: number, to: number, { tokens }: NameCollector): boolean {
  let depth = 0
  for (let at = from; at < to; at++) {
    if (tokens.text(at) === '(') depth++
    else if (tokens.text(at) === ')') depth--
    else if (depth === 0 && tokens.text(at) === 'language') return tokens.value(at + 1).toLowerCase() === 'sql'
  }
  return true
}

/** The types among the arguments in brackets and after `returns`, and the functions that options name. */
export function addHeadTypes(from: number, to: number, collector: NameCollector): void {
  const { tokens } = collector
  let at = from
  if (tokens.text(at) === '(') at = addArguments(at, to, collector)
  for (; at < to; at++) {
    const word = tokens.text(at)
    if (word === '(') at = closing(at, to, collector) - 1
    else if (word === 'returns') {
      const table = tokens.text(at + 1) === 'table' && tokens.text(at + 2) === '('
      if (table) at = addArguments(at + 2, to, collector) - 1
      else at = addFirst(tokens.text(at + 1) === 'setof' ? at + 2 : at + 1, to, collector) - 1
    } else if (TYPED.has(word)) at = addFirst(at + 1, to, collector) - 1
    else if (CALLED.test(word)) addCalled(at + 1, to, undefined, collector)
  }
}

const TYPED: ReadonlySet<string> = new Set(['stype', 'mstype'])
const CALLED = /^m?(?:s|final|combine|serial|deserial|inv)func$|^support$/

function closing(open: number, to: number, { tokens }: NameCollector): number {
  let depth = 0
  for (let at = open; at < to; at++) {
    if (tokens.text(at) === '(') depth++
    else if (tokens.text(at) === ')' && --depth === 0) return at + 1
  }
  return to
}

/** The arguments in the brackets that open at a place; the place behind them. */
function addArguments(open: number, to: number, collector: NameCollector): number {
  const { tokens } = collector
  const end = closing(open, to, collector)
  let start = open + 1
  for (let at = start; at < end; at++) {
    if (tokens.text(at) === '(') at = closing(at, end, collector) - 1
    else if (tokens.text(at) === ',' || at === end - 1) {
      addArgument(start, at, collector)
      start = at + 1
    }
  }
  return end
}

/** The type is the last name before the default that is one. */
function addArgument(from: number, to: number, collector: NameCollector): void {
  const { tokens } = collector
  let end = from
  while (end < to && tokens.text(end) !== 'default' && tokens.text(end) !== '=') end++
  for (let at = end - 1; at >= from; at--) {
    if (!tokens.isName(at) || tokens.text(at + 1) === '.') continue
    const first = tokens.text(at - 1) === '.' && at - 2 >= from ? at - 2 : at
    if (BUILTIN_TYPES.has(tokens.text(at)) && first === at) break
    if (addType(first, end, collector)) break
    at = first
  }
  for (let at = end; at < to; at++) if (tokens.text(at + 1) === '(') addCalled(at, to, undefined, collector)
}

/** The type that begins at a place; the place behind it. */
function addFirst(at: number, to: number, collector: NameCollector): number {
  addType(at, to, collector)
  return collector.tokens.name(at, to)?.next ?? at + 1
}

function addType(at: number, to: number, collector: NameCollector): boolean {
  const { tokens, names, context } = collector
  const place = tokens.name(at, to)
  if (place === undefined) return false
  if (place.schema === undefined && BUILTIN_TYPES.has(tokens.text(place.name))) return true
  const key = collector.keyOf(place)
  const relation = names.table(key) ?? names.view(key)
  const found = typeOccurrence(nameText(context.names.qualify(key)), collector)
  if (found !== undefined && found.kind !== 'type') collector.addQualified(place, found.kind, 'reference', found.key)
  else if (relation !== undefined) collector.addQualified(place, kindOfRelation(relation), 'reference', key)
  else return false
  return true
}

function addCalled(at: number, to: number, given: number | undefined, collector: NameCollector): void {
  const { tokens, names } = collector
  const place = tokens.name(at, to)
  if (place === undefined) return
  const used = {
    ...(place.schema !== undefined && { schema: tokens.value(place.schema) }),
    name: tokens.value(place.name),
  }
  const found = routineCalled(used, given, names, 'postgres')
  if (found !== undefined) collector.addQualified(place, found.kind, 'reference', found.key)
}
