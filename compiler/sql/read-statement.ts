import type { QName } from '../schema/name.ts'
import { splitList } from './clauses.ts'
import { after, type Code, hasWords, isName, isSign, readCode, wordAt } from './code.ts'
import { pathAt } from './path-at.ts'
import { isChange, readChange } from './read-change.ts'
import { readTarget } from './read-from.ts'
import { readQuery } from './read-query.ts'
import { newScope, type Reader, type Rows, type Scope } from './scope.ts'
import { startsQuery } from './starts-query.ts'
import { readTriggerEvent } from './trigger-text.ts'
import { walkExpression } from './walk-expression.ts'

/** A reading and the scope of names that stand in no query. */
export interface Reading extends Reader {
  readonly root: Scope
  /** What the first query gives, where the text is one. */
  selected?: Rows
}

/** Reads an expression over one table. */
export function readExpression(text: string, table?: QName): Reading {
  const reader = newReader(text)
  reader.root.sources.push(table === undefined ? {} : { label: table.name, relation: table })
  walkExpression(reader, 0, reader.code.tokens.length, reader.root)
  return reader
}

/** Reads a query, a statement, the text of a trigger (of that table), or several statements. */
export function readStatement(text: string, table?: QName): Reading {
  const reader = newReader(text)
  const { code, root } = reader
  let from = 0
  let scope = root
  for (
    let at = 0;
    at <= code.tokens.length;
    at = at < code.tokens.length ? after(code, at, code.tokens.length) : at + 1
  ) {
    if (at < code.tokens.length && !isSign(code, at, ';')) continue
    if (wordAt(code, from) === 'end') scope = root
    scope = readOne(reader, from, at, scope, table) ?? scope
    from = at + 1
  }
  return reader
}

/** Whether a text is a statement (or a trigger's text) rather than an expression. */
export function isStatement(text: string): boolean {
  const code = readCode(text)
  let at = 0
  while (isSign(code, at, '(')) at++
  return startsQuery(code, at) || (at === 0 && (isChange(code, 0) || isDefinition(code) || isTrigger(code, 0)))
}

function isDefinition(code: Code): boolean {
  return (
    ['create', 'alter', 'drop', 'comment', 'grant', 'revoke', 'truncate'].includes(wordAt(code, 0)) && isName(code, 1)
  )
}

function newReader(text: string): Reading {
  const root = newScope()
  return {
    code: readCode(text),
    columns: [],
    relations: [],
    functions: [],
    types: [],
    joins: [],
    outputs: new Map(),
    depth: 0,
    readQuery,
    root,
  }
}

/** Reads one statement; answers the scope of the statements after it when it opens a trigger's body. */
function readOne(reader: Reading, from: number, to: number, scope: Scope, table: QName | undefined): Scope | undefined {
  const { code } = reader
  if (from >= to) return undefined
  if (isTrigger(code, from)) return readTrigger(reader, from, to, table)
  if (startsQuery(code, from) || isSign(code, from, '(') || hasWords(code, from, 'table')) {
    const rows = readQuery(reader, from, to, scope)
    reader.selected ??= rows
  } else if (isChange(code, from)) readChange(reader, from, to, scope)
  else if (wordAt(code, from) === 'create') readCreate(reader, from, to, scope)
  else if (wordAt(code, from) === 'alter') readAlter(reader, from, to, scope)
  else readOther(reader, from, to, scope)
  return undefined
}

function isTrigger(code: Code, from: number): boolean {
  const word = wordAt(code, from)
  if (word === 'before' || word === 'after' || hasWords(code, from, 'instead', 'of')) {
    return readTriggerEvent(code, from) !== undefined
  }
  if (word === 'create') return triggerName(code, from) !== undefined
  const event = readTriggerEvent(code, from)
  return event !== undefined && ['begin', 'when', 'for', 'on'].includes(wordAt(code, event.end))
}

/** Where the name stands in `create or replace temp constraint trigger if not exists name`. */
function triggerName(code: Code, from: number): number | undefined {
  for (let at = from + 1; at < from + 6; at++) {
    const word = wordAt(code, at)
    if (word === 'trigger') return hasWords(code, at + 1, 'if', 'not', 'exists') ? at + 4 : at + 1
    if (!['or', 'replace', 'temp', 'temporary', 'constraint'].includes(word)) return undefined
  }
  return undefined
}

/** Reads a trigger up to the end of the first statement of its body; NEW and OLD are rows of its table. */
function readTrigger(reader: Reading, from: number, to: number, table: QName | undefined): Scope {
  const { code } = reader
  const name = wordAt(code, from) === 'create' ? triggerName(code, from)! : undefined
  let at = name === undefined ? from : name + pathAt(code, name, to).length * 2 - 1
  const event = readTriggerEvent(code, at)
  at = event?.end ?? at
  const scope = newScope(undefined, new Map())
  const target = newScope()
  if (wordAt(code, at) === 'on' && isName(code, at + 1)) at = readTarget(reader, at + 1, to, target, false)
  const relation = target.sources[0]?.relation ?? table
  for (const label of ['new', 'old']) scope.sources.push({ label, ...(relation && { relation }), qualifiedOnly: true })
  for (const column of event?.columns ?? [])
    reader.columns.push({ scope, path: [column], ...(relation && { relation }) })
  for (; at < to; at = after(code, at, to)) {
    const word = wordAt(code, at)
    if (word === 'begin') {
      readOne(reader, at + 1, to, scope, undefined)
      return scope
    }
    if (word === 'when') walkExpression(reader, at + 1, endOfWhen(code, at + 1, to), scope)
    if (word === 'execute') walkExpression(reader, at + 2, to, scope)
    if (word === 'from' && isName(code, at + 1)) readTarget(reader, at + 1, to, newScope(), false)
    if (word === 'table') hideTransition(code, at, scope)
  }
  return scope
}

function endOfWhen(code: Code, from: number, to: number): number {
  let at = from
  while (at < to && wordAt(code, at) !== 'begin' && wordAt(code, at) !== 'execute') at = after(code, at, to)
  return at
}

/** `referencing new table as x`: x is no table. */
function hideTransition(code: Code, at: number, scope: Scope): void {
  const name = wordAt(code, at + 1) === 'as' ? at + 2 : at + 1
  if (isName(code, name)) scope.ctes?.set(code.tokens[name]!.value, { items: [] })
}

/** CREATE VIEW and TABLE … AS read a query; an index has keys over its table; anything else has what `readOther` finds. */
function readCreate(reader: Reading, from: number, to: number, scope: Scope) {
  const { code } = reader
  for (let at = from + 1; at < to; at = after(code, at, to)) {
    const word = wordAt(code, at)
    if (word === 'index' && at <= from + 2) return readIndex(reader, at, to)
    if (hasWords(code, at, 'begin', 'atomic')) {
      readOther(reader, from, at, scope)
      readOne(reader, at + 2, to, scope, undefined)
      return
    }
    if (word === 'as' && (startsQuery(code, at + 1) || isSign(code, at + 1, '(') || hasWords(code, at + 1, 'table'))) {
      readQuery(reader, at + 1, to, scope)
      return
    }
  }
  readOther(reader, from, to, scope)
}

function readIndex(reader: Reading, from: number, to: number): void {
  const { code } = reader
  let at = from
  while (at < to && wordAt(code, at) !== 'on') at++
  const scope = newScope()
  at = readTarget(reader, at + 1, to, scope, false)
  for (; at < to; at = after(code, at, to)) {
    if (wordAt(code, at) === 'with' && isSign(code, at + 1, '(')) at++
    else if (wordAt(code, at) === 'where') {
      walkExpression(reader, at + 1, to, scope)
      return
    } else if (isSign(code, at, '(')) {
      for (const [start, end] of splitList(code, at + 1, Math.min(code.closes[at]!, to))) {
        walkExpression(reader, start, end, scope)
      }
    }
  }
}

function readAlter(reader: Reading, from: number, to: number, scope: Scope): void {
  const { code } = reader
  let at = from + 2
  if (wordAt(code, from + 1) === 'table') {
    if (hasWords(code, at, 'if', 'exists')) at += 2
    at = readTarget(reader, at, to, newScope(), false)
  }
  readOther(reader, at, to, scope)
}

/** Finds `references table (columns)` and queries in brackets, whatever they stand in. */
function readOther(reader: Reading, from: number, to: number, scope: Scope): void {
  const { code } = reader
  for (let at = from; at < to; at++) {
    if (isSign(code, at, '(') && startsQuery(code, at + 1)) {
      readQuery(reader, at + 1, Math.min(code.closes[at]!, to), scope)
      at = after(code, at, to) - 1
    } else if (wordAt(code, at) === 'references' && isName(code, at + 1)) {
      const target = newScope()
      const next = readTarget(reader, at + 1, to, target, false)
      if (isSign(code, next, '(')) readReferences(reader, next, to, target)
      at = Math.max(at, next - 1)
    }
  }
}

function readReferences(reader: Reading, at: number, to: number, target: Scope): void {
  const relation = target.sources[0]?.relation
  for (const [start] of splitList(reader.code, at + 1, Math.min(reader.code.closes[at]!, to))) {
    if (isName(reader.code, start)) reader.columns.push({ scope: target, path: [start], ...(relation && { relation }) })
  }
}
