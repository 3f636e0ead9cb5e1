import { type Clause, splitClauses, splitList } from './clauses.ts'
import { after, type Code, hasWords, isName, isSign, wordAt } from './code.ts'
import { readFrom, readTarget } from './read-from.ts'
import { readSelectList } from './read-select-list.ts'
import { newScope, type Reader, type Rows, type Scope } from './scope.ts'
import { walkExpression } from './walk-expression.ts'

const CONFLICTS = new Set(['abort', 'fail', 'ignore', 'replace', 'rollback'])

/** Whether a statement that changes rows begins at `at`. */
export function isChange(code: Code, at: number): boolean {
  const next = wordAt(code, at + 1)
  switch (wordAt(code, at)) {
    case 'insert':
    case 'replace':
    case 'merge':
      return next === 'into' || next === 'or'
    case 'delete':
      return next === 'from'
    case 'update':
      return isName(code, at + 1)
    default:
      return false
  }
}

/** Reads INSERT, UPDATE, DELETE or MERGE; answers what RETURNING gives. */
export function readChange(reader: Reader, from: number, to: number, parent: Scope | undefined): Rows {
  const { code } = reader
  const scope = newScope(parent)
  const word = wordAt(code, from)
  let at = from + 1
  if (wordAt(code, at) === 'or' && CONFLICTS.has(wordAt(code, at + 1))) at += 2
  if (wordAt(code, at) === 'into' || (word === 'delete' && wordAt(code, at) === 'from')) at++
  const next = readTarget(reader, at, to, scope)
  if (word === 'update') return readUpdate(reader, next, to, scope)
  if (word === 'delete') return readDelete(reader, next, to, scope)
  if (word === 'merge') return readMerge(reader, next, to, scope)
  return readInsert(reader, next, to, scope)
}

function readUpdate(reader: Reader, from: number, to: number, scope: Scope): Rows {
  return readClauses(
    reader,
    splitClauses(reader.code, from, to, ['set', 'from', 'where', 'order', 'limit', 'returning']),
    scope,
  )
}

function readDelete(reader: Reader, from: number, to: number, scope: Scope): Rows {
  return readClauses(
    reader,
    splitClauses(reader.code, from, to, ['using', 'where', 'order', 'limit', 'returning']),
    scope,
  )
}

function readClauses(reader: Reader, clauses: readonly Clause[], scope: Scope): Rows {
  const target = scope.sources[0]
  let rows: Rows = { items: [] }
  for (const clause of clauses) {
    if (clause.word === 'from' || clause.word === 'using') readFrom(reader, clause.from, clause.to, scope)
  }
  for (const clause of clauses) {
    if (clause.word === 'set') readSet(reader, clause.from, clause.to, scope, target?.relation)
    else if (clause.word === 'returning') rows = { items: readSelectList(reader, clause, scope), scope }
    else if (clause.word !== '' && clause.word !== 'from' && clause.word !== 'using') {
      walkExpression(reader, clause.from, clause.to, scope)
    }
  }
  return rows
}

type Relation = Scope['sources'][number]['relation']

/** `set a = …, (b, c) = …`: the names before the signs are columns of the changed table. */
function readSet(reader: Reader, from: number, to: number, scope: Scope, relation: Relation): void {
  const { code } = reader
  for (const [start, end] of splitList(code, from, to)) {
    let at = start
    if (isSign(code, start, '(')) {
      readColumns(reader, start + 1, Math.min(code.closes[start]!, end), scope, relation)
      at = after(code, start, end)
    } else if (isName(code, start)) {
      readColumn(reader, start, end, scope, relation)
      at = start + 1
    }
    while (at < end && !isSign(code, at, '=')) at++
    walkExpression(reader, at + 1, end, scope)
  }
}

function readColumns(reader: Reader, from: number, to: number, scope: Scope, relation: Relation): void {
  for (const [start, end] of splitList(reader.code, from, to)) readColumn(reader, start, end, scope, relation)
}

function readColumn(reader: Reader, at: number, to: number, scope: Scope, relation: Relation): void {
  if (!isName(reader.code, at) || at >= to) return
  reader.columns.push({ scope, path: [at], ...(relation && { relation }) })
}

function readInsert(reader: Reader, from: number, to: number, scope: Scope): Rows {
  const { code } = reader
  const target = scope.sources[0]
  let at = from
  const clauses = splitClauses(code, at, to, ['on', 'returning'])
  const source = clauses[0]!
  if (isSign(code, at, '(') && !['select', 'with'].includes(wordAt(code, at + 1))) {
    readColumns(reader, at + 1, Math.min(code.closes[at]!, to), scope, target?.relation)
    at = after(code, at, to)
  }
  while (at < source.to && ['overriding', 'system', 'user', 'value'].includes(wordAt(code, at))) at++
  if (wordAt(code, at) !== 'default' && at < source.to) reader.readQuery(reader, at, source.to, scope.parent)
  if (target?.relation) scope.sources.push({ label: 'excluded', relation: target.relation, qualifiedOnly: true })
  let rows: Rows = { items: [] }
  for (const clause of clauses) {
    if (clause.word === 'on') readConflict(reader, clause.from, clause.to, scope)
    if (clause.word === 'returning') rows = { items: readSelectList(reader, clause, scope), scope }
  }
  return rows
}

/** `on conflict (a) where … do update set … where …`. */
function readConflict(reader: Reader, from: number, to: number, scope: Scope): void {
  const { code } = reader
  let at = from
  if (wordAt(code, at) === 'on') at += 2
  let action = at
  while (action < to && wordAt(code, action) !== 'do') action = after(code, action, to)
  if (!hasWords(code, at, 'on', 'constraint')) walkExpression(reader, at, action, scope)
  if (!hasWords(code, action, 'do', 'update', 'set')) return
  let end = action + 3
  while (end < to && wordAt(code, end) !== 'where') end = after(code, end, to)
  readSet(reader, action + 3, end, scope, scope.sources[0]?.relation)
  walkExpression(reader, end + 1, to, scope)
}

/** `using source on … when matched then update set … when not matched then insert (a) values (…)`. */
function readMerge(reader: Reader, from: number, to: number, scope: Scope): Rows {
  const { code } = reader
  const starts: number[] = []
  let cases = 0
  for (let at = from; at < to; at = after(code, at, to)) {
    const word = wordAt(code, at)
    if (word === 'case') cases++
    else if (word === 'end' && cases > 0) cases--
    else if (word === 'when' && cases === 0) starts.push(at)
  }
  readFrom(reader, wordAt(code, from) === 'using' ? from + 1 : from, starts[0] ?? to, scope)
  starts.forEach((start, index) => {
    readMergeAction(reader, start + 1, starts[index + 1] ?? to, scope)
  })
  return { items: [] }
}

function readMergeAction(reader: Reader, from: number, to: number, scope: Scope): void {
  const { code } = reader
  const relation = scope.sources[0]?.relation
  let then = from
  while (then < to && wordAt(code, then) !== 'then') then++
  let condition = from
  while (condition < then && wordAt(code, condition) !== 'and') condition++
  walkExpression(reader, condition + 1, then, scope)
  const at = then + 1
  if (hasWords(code, at, 'update', 'set')) readSet(reader, at + 2, to, scope, relation)
  if (wordAt(code, at) !== 'insert') return
  const listed = isSign(code, at + 1, '(')
  if (listed) readColumns(reader, at + 2, Math.min(code.closes[at + 1]!, to), scope, relation)
  walkExpression(reader, listed ? after(code, at + 1, to) : at + 1, to, scope)
}
