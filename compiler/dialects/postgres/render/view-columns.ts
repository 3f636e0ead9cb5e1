import { forDialect } from '../../../schema/dialect.ts'
import { nameText, type QName } from '../../../schema/name.ts'
import type { View } from '../../../schema/objects.ts'
import type { Draft } from '../../../schema/schema.ts'
import { readStatement } from '../../../sql/read-statement.ts'
import type { ColumnsOf } from '../../../sql/resolve.ts'
import type { Item, Scope, Source } from '../../../sql/scope.ts'
import { ownTable, ownView } from '../own.ts'

/** The columns that a query gives, `*` spelled out; an entry without a name where Postgres names it after no column. */
export type Outputs = readonly (string | undefined)[]

/** What a view gives, or undefined where a `*` stands for what is not known. */
export function outputsOf(view: Pick<View, 'sql' | 'columnNames'>, columnsOf: ColumnsOf): Outputs | undefined {
  const outputs = queryOutputs(forDialect(view.sql, 'postgres') ?? '', columnsOf)
  const names = view.columnNames ?? []
  return names.length === 0 ? outputs : outputs?.map((name, at) => names[at] ?? name)
}

function queryOutputs(query: string, columnsOf: ColumnsOf): Outputs | undefined {
  const rows = readStatement(query).selected
  if (rows === undefined || rows.items.length === 0) return undefined
  const names: (string | undefined)[] = []
  for (const item of rows.items) {
    const some = item.star === undefined ? [item.name] : starOutputs(item, rows.scope, columnsOf)
    if (some === undefined) return undefined
    names.push(...some)
  }
  return names
}

function starOutputs(item: Item, scope: Scope | undefined, columnsOf: ColumnsOf): Outputs | undefined {
  if (scope === undefined || scope.naturalJoin || scope.merged.size > 0) return undefined
  const of = item.star!.of
  const sources = of === undefined ? scope.sources : scope.sources.filter(source => source.label === of)
  if (sources.length === 0) return undefined
  const names: (string | undefined)[] = []
  for (const source of sources) {
    const some = sourceColumns(source, columnsOf)
    if (some === undefined) return undefined
    names.push(...some)
  }
  return names
}

function sourceColumns(source: Source, columnsOf: ColumnsOf): Outputs | undefined {
  if (source.columns !== undefined || source.rows !== undefined || source.relation === undefined) return undefined
  return columnsOf(source.relation)
}

const DEEPEST = 50

/** The columns of the tables and views of a draft, as far as they can be told. */
export function columnsIn(draft: Draft, tableColumns?: (name: QName) => readonly string[] | undefined): ColumnsOf {
  const known = new Map<string, readonly string[] | undefined>()
  let depth = 0
  const columnsOf: ColumnsOf = name => {
    const key = nameText(name.schema === 'public' ? { name: name.name } : name)
    if (known.has(key)) return known.get(key)
    const table = draft.tables.get(key)
    if (table !== undefined) return tableColumns?.(table.name) ?? ownTable(table)?.columns.map(column => column.name)
    const view = draft.views.get(key)
    const here = view && ownView(view)
    if (here === undefined || depth > DEEPEST) return undefined
    known.set(key, undefined)
    depth++
    const outputs = outputsOf(here, columnsOf)
    depth--
    const columns = outputs?.every(output => output !== undefined) ? outputs : undefined
    known.set(key, columns)
    return columns
  }
  return columnsOf
}
