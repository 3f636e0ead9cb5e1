import type { Column } from '../../../../compiler/schema/column.ts'
import { forDialect } from '../../../../compiler/schema/dialect.ts'
import { nameText, type QName } from '../../../../compiler/schema/name.ts'
import { outputColumns } from '../../../../compiler/sql/output-columns.ts'
import { placeOf } from '../../../../compiler/sql/resolve.ts'
import type { Rows, Source } from '../../../../compiler/sql/scope.ts'
import type { TableFacts } from '../facts.ts'
import { pastOrPresent } from '../slots/columns.ts'
import type { Sight } from './sight.ts'

/** A column that SQL can name; its line where it is one of a table. */
export interface SqlColumn {
  readonly name: string
  readonly column?: Column
}

const DEEPEST = 20

/** The table that a name in SQL means. */
export function tableNamed(name: QName, { scene, table, use }: Sight): TableFacts | undefined {
  if (table !== undefined && table.name.name === name.name && name.schema === table.name.schema) return table
  const key = nameText(name)
  return use === 'statements' ? pastOrPresent(key, scene) : scene.table(scene.keyOf(key))
}

/** The columns that a table or a view gives. */
export function columnsOfRelation(name: QName, sight: Sight): readonly SqlColumn[] {
  const facts = tableNamed(name, sight)
  if (facts !== undefined)
    return facts.columns.filter(one => isHere(one, sight)).map(column => ({ name: column.name, column }))
  const { scene } = sight
  const key = scene.keyOf(nameText(name))
  const kept = scene.schema.objects.get(`materialized view ${key}`)
  const view = scene.schema.views.get(key) ?? (kept?.kind === 'materialized view' ? kept : undefined)
  const text = view && sight.dialects.map(dialect => forDialect(view.sql, dialect)).find(sql => sql !== undefined)
  return (
    (text === undefined ? undefined : outputColumns(text, view?.columnNames))?.map(column => ({ name: column })) ?? []
  )
}

function isHere({ name, only }: Column, { dialects }: Sight): boolean {
  return name !== '' && (only === undefined || dialects.length === 0 || dialects.includes(only))
}

/** The columns that a source of a query gives. */
export function columnsOfSource(source: Source, sight: Sight, depth = 0): readonly SqlColumn[] {
  const own = (source.columns ?? []).map(name => ({ name }))
  if (source.rows !== undefined) return [...own, ...columnsOfRows(source.rows, sight, depth).slice(own.length)]
  const known = source.relation === undefined ? [] : columnsOfRelation(source.relation, sight)
  return [...own, ...known.slice(own.length)]
}

function columnsOfRows({ columns, items, scope }: Rows, sight: Sight, depth: number): readonly SqlColumn[] {
  if (columns !== undefined) return columns.map(name => ({ name }))
  if (depth > DEEPEST) return []
  return items.flatMap(({ name, star }) => {
    if (star === undefined) return name === undefined ? [] : [{ name }]
    const found = star.of === undefined ? (scope?.sources ?? []) : [scope && placeOf(scope, [star.of])?.source]
    return found.flatMap(source => (source === undefined ? [] : columnsOfSource(source, sight, depth + 1)))
  })
}
