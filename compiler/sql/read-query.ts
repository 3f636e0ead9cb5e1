import { type Clause, splitClauses, splitList } from './clauses.ts'
import { after, type Code, hasWords, isName, isSign, wordAt } from './code.ts'
import { namesIn } from './names-in.ts'
import { isChange, readChange } from './read-change.ts'
import { readFrom } from './read-from.ts'
import { readSelectList } from './read-select-list.ts'
import { DEEPEST, newScope, noteOutputs, type Reader, type Rows, type Scope } from './scope.ts'
import { startsQuery } from './starts-query.ts'
import { walkExpression } from './walk-expression.ts'

const SET_OPERATIONS = ['union', 'intersect', 'except']
const CLAUSES = [
  'from', 'where', 'group', 'having', 'window', 'order', 'limit', 'offset', 'fetch', 'for', 'into', 'returning',
] // biome-ignore format: a list of words

/** Reads the query (or the change that returns rows) between two places; answers what it selects. */
export function readQuery(reader: Reader, from: number, to: number, parent: Scope | undefined): Rows {
  if (reader.depth >= DEEPEST) return { items: [] }
  reader.depth++
  try {
    const { code } = reader
    if (wordAt(code, from) !== 'with') return readBody(reader, from, to, parent)
    const scope = newScope(parent, new Map())
    return readBody(reader, readWith(reader, from, to, scope), to, scope)
  } finally {
    reader.depth--
  }
}

/** Reads the WITH queries into the scope; answers where the query begins that uses them. */
function readWith(reader: Reader, from: number, to: number, scope: Scope): number {
  const { code } = reader
  const recursive = wordAt(code, from + 1) === 'recursive'
  let at = from + (recursive ? 2 : 1)
  while (at < to && isName(code, at)) {
    const name = code.tokens[at]!.value
    let next = at + 1
    const rows: Rows = { items: [] }
    if (isSign(code, next, '(')) {
      rows.columns = namesIn(code, next + 1, Math.min(code.closes[next]!, to))
      next = after(code, next, to)
    }
    scope.ctes!.set(name, rows)
    while (next < to && ['as', 'not', 'materialized'].includes(wordAt(code, next))) next++
    if (!isSign(code, next, '(')) return next
    if (!recursive) rows.isOpen = true
    const read = readQuery(reader, next + 1, Math.min(code.closes[next]!, to), scope)
    delete rows.isOpen
    rows.items = read.items
    if (read.scope !== undefined) rows.scope = read.scope
    noteOutputs(reader, rows)
    next = after(code, next, to)
    while (next < to && !startsAnother(code, next) && !startsBody(code, next)) next = after(code, next, to)
    if (!isSign(code, next, ',')) return next
    at = next + 1
  }
  return at
}

/** A comma before one more WITH query, not one inside `search depth first by a, b set c`. */
function startsAnother(code: Code, at: number): boolean {
  return isSign(code, at, ',') && isName(code, at + 1) && (wordAt(code, at + 2) === 'as' || isSign(code, at + 2, '('))
}

function startsBody(code: Code, at: number): boolean {
  return startsQuery(code, at) || isChange(code, at) || isSign(code, at, '(')
}

function readBody(reader: Reader, from: number, to: number, parent: Scope | undefined): Rows {
  const { code } = reader
  if (isChange(code, from)) return readChange(reader, from, to, parent)
  const parts = splitSetOperations(code, from, to)
  let first: Rows | undefined
  for (const [start, end] of parts) {
    const rows = readPart(reader, start, end, parent, first)
    first ??= rows
  }
  return first ?? { items: [] }
}

function splitSetOperations(code: Code, from: number, to: number): readonly (readonly [number, number])[] {
  const parts: [number, number][] = []
  let start = from
  for (let at = from; at < to; at = after(code, at, to)) {
    if (!SET_OPERATIONS.includes(wordAt(code, at)) || wordAt(code, at - 1) === 'as' || isSign(code, at - 1, '.'))
      continue
    parts.push([start, at])
    start = ['all', 'distinct'].includes(wordAt(code, at + 1)) ? at + 2 : at + 1
  }
  parts.push([start, to])
  return parts
}

function readPart(reader: Reader, from: number, to: number, parent: Scope | undefined, first: Rows | undefined): Rows {
  const { code } = reader
  if (isSign(code, from, '(')) {
    const rows = readQuery(reader, from + 1, Math.min(code.closes[from]!, to), parent)
    readOrder(reader, splitClauses(code, after(code, from, to), to, CLAUSES), (first ?? rows).scope ?? newScope(parent))
    return rows
  }
  const scope = newScope(parent)
  if (wordAt(code, from) === 'select') return readSelect(reader, from + 1, to, scope, first)
  if (hasWords(code, from, 'table') && isName(code, from + 1)) {
    readFrom(reader, from + 1, to, scope)
    return { items: [{ star: {}, from, to }], scope }
  }
  walkExpression(reader, wordAt(code, from) === 'values' ? from + 1 : from, to, scope)
  return { items: [], scope }
}

function readSelect(reader: Reader, from: number, to: number, scope: Scope, first: Rows | undefined): Rows {
  const clauses = splitClauses(reader.code, from, to, CLAUSES)
  for (const clause of clauses) if (clause.word === 'from') readFrom(reader, clause.from, clause.to, scope)
  const items = readSelectList(reader, clauses[0]!, scope)
  for (const { word, from: start, to: end } of clauses) {
    if (word === 'where' || word === 'having' || word === 'group') walkExpression(reader, start, end, scope)
    if (word === 'window') readWindows(reader, start, end, scope)
    if (word === 'limit' || word === 'offset' || word === 'fetch')
      walkExpression(reader, start, end, newScope(scope.parent))
  }
  readOrder(reader, clauses, first?.scope ?? scope)
  return { items, scope }
}

function readWindows(reader: Reader, from: number, to: number, scope: Scope): void {
  for (const [start, end] of splitList(reader.code, from, to)) {
    if (start + 3 < end) walkExpression(reader, start + 3, end, scope)
  }
}

function readOrder(reader: Reader, clauses: readonly Clause[], scope: Scope): void {
  const { code, columns } = reader
  for (const clause of clauses) {
    if (clause.word !== 'order') continue
    for (const [start, end] of splitList(code, clause.from, clause.to)) {
      const before = columns.length
      walkExpression(reader, start, end, scope)
      const found = columns[before]
      const next = start + 1
      const whole = next === end || ['asc', 'desc', 'nulls', 'collate'].includes(wordAt(code, next))
      if (found !== undefined && found.path.length === 1 && found.path[0] === start && whole) {
        columns[before] = { ...found, orders: true }
      }
    }
  }
}
