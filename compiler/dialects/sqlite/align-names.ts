import type { Constraint } from '../../schema/constraint.ts'
import type { View } from '../../schema/objects.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import { normalSql } from '../../sql/same.ts'
import { namesInQuery } from './inspect/names-in-query.ts'

/**
 * The live schema with its keys and checks named as in `wanted`, where they are the same but for their names: nothing is
 * rebuilt for a name, so a renamed table keeps old names inside, and no comparison should stumble over them.
 */
export function alignNames(live: Schema, wanted: Schema): Schema {
  const tables = [...live.tables].map(([key, table]) => {
    const other = wanted.tables.get(key)
    return [key, other === undefined ? table : alignTable(table, other)] as const
  })
  return {
    ...live,
    tables: new Map(tables),
    views: new Map([...live.views].map(([key, view]) => [key, alignView(view, wanted.views.get(key))])),
  }
}

/** Names for columns that the wanted view has in its query, where a schema has them that was read from a database. */
function alignView(live: View, wanted: View | undefined): View {
  return wanted === undefined || wanted.columnNames !== undefined ? live : namesInQuery(live)
}

function alignTable(live: Table, wanted: Table): Table {
  const same = new Set(live.constraints.map(keyOf))
  const free = new Map<string, string[]>()
  for (const constraint of wanted.constraints) {
    if (same.has(keyOf(constraint))) continue
    const content = contentOf(constraint)
    free.set(content, [...(free.get(content) ?? []), constraint.name])
  }
  const kept = new Set(wanted.constraints.map(keyOf))
  const constraints = live.constraints.map(constraint => {
    const name = kept.has(keyOf(constraint)) ? undefined : free.get(contentOf(constraint))?.shift()
    return name === undefined ? constraint : { ...constraint, name }
  })
  return { ...live, constraints }
}

function keyOf(constraint: Constraint): string {
  return `${constraint.name}\0${contentOf(constraint)}`
}

function contentOf(constraint: Constraint): string {
  const sql = constraint.kind === 'check' ? { sql: normalSql(constraint.sql.all ?? '') } : {}
  const { name: _name, ...rest } = constraint
  return JSON.stringify(Object.entries({ ...rest, ...sql }).sort(([a], [b]) => (a < b ? -1 : 1)))
}
