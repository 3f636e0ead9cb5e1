import type { Schema } from '../../../compiler/schema/schema.ts'
import { normalSql } from '../../../compiler/sql/same.ts'

/**
 * A schema as text in which equal schemas are equal: members sorted, SQL without its layout. Names of keys and checks are
 * left out, since SQLite keeps old ones inside; those of indexes are not.
 */
export function pictureOf(schema: Schema): string {
  const lines: string[] = []
  for (const table of schema.tables.values()) {
    const head = `${table.strict ? ' strict' : ''}${table.withoutRowid ? ' without rowid' : ''}`
    lines.push(`table ${table.name.name}${head}`)
    for (const column of table.columns) lines.push(`table ${table.name.name}: ${plain(column)}`)
    for (const constraint of table.constraints)
      lines.push(`table ${table.name.name}: ${plain({ ...constraint, name: '' })}`)
    for (const index of table.indexes) lines.push(`table ${table.name.name}: index ${plain(index)}`)
  }
  for (const view of schema.views.values()) lines.push(`view ${plain(view)}`)
  for (const trigger of schema.triggers.values()) lines.push(`trigger ${plain(trigger)}`)
  return lines.sort().join('\n')
}

function plain(value: unknown): string {
  return JSON.stringify(value, (key, item) => {
    if (key === 'all' && typeof item === 'string') return normalSql(item)
    if (item !== null && typeof item === 'object' && !Array.isArray(item)) {
      return Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
    }
    return item
  })
}
