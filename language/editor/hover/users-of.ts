import type { Column } from '../../../compiler/schema/column.ts'
import type { ForeignKey } from '../../../compiler/schema/constraint.ts'
import { DIALECTS, forDialect } from '../../../compiler/schema/dialect.ts'
import { nameText, quoteName } from '../../../compiler/schema/name.ts'
import type { Schema } from '../../../compiler/schema/schema.ts'
import type { Type } from '../../../compiler/schema/type.ts'
import { relationUses } from '../../../compiler/sql/query-names.ts'

/** The columns with foreign keys to a table, or to one of its columns. */
export function referencesTo({ tables }: Schema, table: string, column?: string): readonly string[] {
  const found: string[] = []
  for (const [key, { constraints }] of tables) {
    for (const constraint of constraints) {
      if (constraint.kind !== 'foreign' || nameText(constraint.target) !== table) continue
      found.push(...columnsTo(constraint, column).map(name => `${key}.${quoteName(name)}`))
    }
  }
  return found
}

function columnsTo({ columns, targetColumns }: ForeignKey, column: string | undefined): readonly string[] {
  if (column === undefined) return columns.length === 1 ? columns : [columns.join(', ')]
  const at = targetColumns.indexOf(column)
  return at < 0 || columns[at] === undefined ? [] : [columns[at]]
}

/** A column by its key. */
export interface KeyedColumn {
  readonly key: string
  readonly column: Column
}

/** The columns whose type is an enum, or an array of it. */
export function columnsOfEnum({ tables }: Schema, key: string): readonly KeyedColumn[] {
  const found: KeyedColumn[] = []
  for (const [table, { columns }] of tables) {
    for (const column of columns)
      if (DIALECTS.some(dialect => isEnum(forDialect(column.type, dialect), key)))
        found.push({ key: `${table}.${quoteName(column.name)}`, column })
  }
  return found
}

function isEnum(type: Type | undefined, key: string): boolean {
  if (type?.kind === 'array') return isEnum(type.of, key)
  return type?.kind === 'enum' && nameText(type.name) === key
}

/** The triggers of a table or view. */
export function triggersOf({ triggers }: Schema, table: string): readonly string[] {
  return [...triggers.values()].filter(trigger => nameText(trigger.table) === table).map(({ name }) => name)
}

const MOST_VIEWS = 300

/** The views that read a table or view; not looked for where there are very many. */
export function viewsOf({ views }: Schema, relation: string): readonly string[] {
  if (views.size > MOST_VIEWS) return []
  return [...views].flatMap(([key, { sql }]) => {
    const texts = [sql.all, sql.postgres, sql.sqlite].filter(text => text !== undefined)
    const reads = texts.some(text => relationUses(text).some(use => nameText(use) === relation))
    return reads && key !== relation ? [key] : []
  })
}
