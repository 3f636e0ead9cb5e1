import type { QName } from '../../schema/name.ts'
import { isSign, readCode, sliceOf, wordAt } from '../code.ts'
import { sqlName } from '../name-text.ts'
import { sameSql } from '../same.ts'
import { pathText } from './made-thing.ts'
import { madeThings } from './made-things.ts'

/** A virtual table of SQLite, as far as its statement shows it. */
export interface VirtualTable {
  readonly name: QName
  readonly sql: string
  readonly module: string
  /** Those that it says; a module may have others. */
  readonly columns: readonly string[]
  /** The rows: its own, an index over those of another table, or an index that cannot be read back (fts5.html). */
  readonly content: 'own' | 'other' | 'none'
  /** The table or view that has the rows, where it is another one. */
  readonly source?: string
}

/** Modules whose rows can be read and written again by the names of their columns (fts5.html, fts3.html, rtree.html). */
const COPIED: ReadonlySet<string> = new Set(['fts3', 'fts4', 'fts5', 'rtree', 'rtree_i32'])

/** The virtual tables that a text makes. */
export function virtualTables(text: string): readonly VirtualTable[] {
  return madeThings(text).flatMap(({ what, name, statements }) =>
    what === 'virtual table' && name !== undefined ? [readTable(name, statements[0]!)] : [],
  )
}

function readTable(name: QName, sql: string): VirtualTable {
  const code = readCode(sql)
  const using = code.tokens.findIndex((_, at) => wordAt(code, at) === 'using')
  const module = (code.tokens[using + 1]?.value ?? '').toLowerCase()
  const open = using + 2
  const parts: (readonly [number, number])[] = []
  if (using > 0 && isSign(code, open, '(')) {
    const close = Math.min(code.closes[open]!, code.tokens.length)
    let from = open + 1
    for (let at = from; at <= close; at++) {
      if (at < close && isSign(code, at, '(')) at = Math.min(code.closes[at]!, close)
      if (at < close && !isSign(code, at, ',')) continue
      if (from < at) parts.push([from, at])
      from = at + 1
    }
  }
  const isOption = ([from]: readonly [number, number]) => isSign(code, from + 1, '=')
  const columns = parts.filter(part => !isOption(part)).flatMap(([from, to]) => columnName(code, from, to))
  const content = parts.find(part => isOption(part) && wordAt(code, part[0]) === 'content')
  const source = content && sliceOf(code, content[0] + 2, content[1]).replace(/^(['"])(.*)\1$/s, '$2')
  if (source === undefined || source === '')
    return { name, sql, module, columns, content: source === '' ? 'none' : 'own' }
  return { name, sql, module, columns, content: 'other', source }
}

/** An auxiliary column of an R*Tree has a `+` before its name (rtree.html). */
function columnName(code: ReturnType<typeof readCode>, from: number, to: number): readonly string[] {
  const at = isSign(code, from, '+') ? from + 1 : from
  const token = at < to ? code.tokens[at] : undefined
  return token === undefined ? [] : [token.value]
}

/** What goes with the virtual tables of a text, as a noun; an index over other rows can be built again. */
export function lostRows(text: string): string | undefined {
  return listed(
    virtualTables(text).filter(({ content }) => content !== 'other'),
    'all rows of',
  )
}

/** What goes when one text takes the place of another: rows that cannot be copied, and the values of columns that go. */
export function rowsLostByChange(from: string, to: string): string | undefined {
  const next = new Map(virtualTables(to).map(table => [pathText(table.name), table]))
  const losses = virtualTables(from).flatMap(table => {
    const now = next.get(pathText(table.name))
    if (now !== undefined && sameSql(now.sql, table.sql)) return []
    if (table.content === 'other') return []
    if (now === undefined || !isCopied(table, now)) return [`all rows of ${pathText(table.name)}`]
    const gone = table.columns.filter(column => !now.columns.includes(column))
    return gone.map(column => `the values of ${pathText(table.name)}.${sqlName(column)}`)
  })
  return losses.length === 0 ? undefined : losses.join(' and ')
}

function listed(tables: readonly VirtualTable[], noun: string): string | undefined {
  if (tables.length === 0) return undefined
  return `${noun} ${tables.map(({ name }) => pathText(name)).join(' and ')}`
}

function isCopied(from: VirtualTable, to: VirtualTable): boolean {
  return COPIED.has(from.module) && COPIED.has(to.module) && from.content === 'own' && to.content === 'own'
}

/** Whether it is a search index over the rows of another table, which can be built again from them. */
export function isFilledFromOther({ module, content }: VirtualTable): boolean {
  return module.startsWith('fts') && content === 'other'
}

/** Builds a search index again from the rows of its table (fts5.html). */
export function refillOf({ name }: VirtualTable): string {
  return `insert into ${pathText(name)} (${sqlName(name.name)}) values ('rebuild')`
}

/** Whether a statement does that for a virtual table of a text. */
export function isRefill(sql: string, text: string): boolean {
  return virtualTables(text).some(table => isFilledFromOther(table) && sameSql(refillOf(table), sql))
}

/** The statements that put a virtual table in the place of another one of its name, with its rows where these can be kept. */
export function replaceVirtualTable(from: VirtualTable, to: VirtualTable): readonly string[] {
  const name = pathText(to.name)
  const drop = `drop table ${pathText(from.name)}`
  if (!isCopied(from, to)) return [drop, to.sql, ...(isFilledFromOther(to) ? [refillOf(to)] : [])]
  const shared = to.columns.filter(column => from.columns.includes(column)).map(sqlName)
  const both = from.module.startsWith('rtree') || to.module.startsWith('rtree') ? shared : ['rowid', ...shared]
  if (shared.length === 0) return [drop, to.sql]
  const aside = sqlName(`_mig_rows_${to.name.name}`)
  const kept = both.map(column => (column === 'rowid' ? 'rowid as _mig_rowid' : column))
  const back = both.map(column => (column === 'rowid' ? '_mig_rowid' : column))
  return [
    `create table ${aside} as select ${kept.join(', ')} from ${pathText(from.name)}`,
    drop,
    to.sql,
    `insert into ${name} (${both.join(', ')}) select ${back.join(', ')} from ${aside}`,
    `drop table ${aside}`,
  ]
}
