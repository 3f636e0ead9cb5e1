import type { View } from '../../../schema/objects.ts'
import { splitClauses, splitList } from '../../../sql/clauses.ts'
import { type Code, readCode, sliceOf, wordAt } from '../../../sql/code.ts'
import { outputColumns } from '../../../sql/output-columns.ts'
import { normalSql } from '../../../sql/same.ts'
import { queryOf } from './readers.ts'

const CLAUSES = ['from', 'where', 'group', 'having', 'window', 'order', 'limit', 'offset', 'fetch', 'for', 'into']
const SET_OPERATIONS: ReadonlySet<string> = new Set(['union', 'intersect', 'except'])

/** The same for views, whose names for their columns must begin with those that they had. */
export function canReplaceView(before: View, after: View): boolean {
  const [old, next] = [before.columnNames ?? [], after.columnNames ?? []]
  const [was, is] = [queryOf(before), queryOf(after)]
  if (!canReplace(was, is)) return false
  const isSame = old.length === next.length || outputColumns(was)?.length === old.length
  return isSame && old.every((name, at) => name === next[at])
}

/** A plain query taken apart. */
interface Select {
  readonly items: readonly string[]
  readonly from: string
}

/**
 * Whether `create or replace view` can certainly put one query in the place of another: every column that was there keeps
 * its name, its place and its type (the manual, CREATE VIEW, 42P16 otherwise). That is so when they are the first entries
 * of the new list, word for word, over the same tables, whatever is joined to those.
 */
export function canReplace(before: string, after: string): boolean {
  const old = readSelect(before)
  const next = readSelect(after)
  if (old === undefined || next === undefined) return false
  const starred = old.items.some(item => item.endsWith('*'))
  if (starred) return old.from === next.from && old.items.join() === next.items.join()
  const sameTables = next.from === old.from || next.from.startsWith(`${old.from} `)
  return sameTables && old.items.length <= next.items.length && old.items.every((item, at) => item === next.items[at])
}

function readSelect(query: string): Select | undefined {
  const code = readCode(query.trim().replace(/;+\s*$/, ''))
  if (wordAt(code, 0) !== 'select' || hasSetOperation(code)) return undefined
  const [list, ...clauses] = splitClauses(code, 1, code.tokens.length, CLAUSES)
  const from = clauses.find(clause => clause.word === 'from')
  return {
    items: splitList(code, list!.from, list!.to).map(([start, end]) => normalSql(sliceOf(code, start, end))),
    from: from === undefined ? '' : normalSql(sliceOf(code, from.from, from.to)),
  }
}

function hasSetOperation(code: Code): boolean {
  return code.tokens.some((token, at) => token.kind === 'name' && SET_OPERATIONS.has(wordAt(code, at)))
}
