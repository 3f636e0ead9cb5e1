import type { Column } from '../../../schema/column.ts'
import type { Constraint } from '../../../schema/constraint.ts'
import type { Table } from '../../../schema/table.ts'
import { columnUses } from '../../../sql/expression-names.ts'
import { foldName } from '../../../sql/name-text.ts'
import { isImpliedName } from '../project/implied-check.ts'
import { quoteIdentifier } from '../quote.ts'
import { valueSql } from '../value.ts'
import { columnDefinition } from './column-definition.ts'
import { inlineConstraint } from './constraint-definition.ts'
import { rowidAlias } from './rowid.ts'
import { compareConstraints, isSameColumn, isSameHead } from './same-here.ts'
import type { TableChange } from './table-change.ts'

/** A change that `alter table` can make without copying the table. */
export interface NativeChange {
  readonly added: readonly { readonly column: Column; readonly constraints: readonly Constraint[] }[]
  readonly dropped: readonly Column[]
}

/** The change as SQLite 3.35 can make it in place, or undefined when the table must be rebuilt (lang_altertable.html). */
export function nativeChange(change: TableChange, from: Table, to: Table): NativeChange | undefined {
  const constraints = compareConstraints(from.constraints, to.constraints)
  if (!isSameHead(from, to) || constraints.dropped.length > 0) return undefined
  const old = new Map(from.columns.map(column => [column.name, column]))
  const added: Column[] = []
  for (const column of to.columns) {
    const value = change.values.get(column.name)
    const before = old.get(column.name)
    if (value?.origin === 'kept' && before !== undefined) {
      if (!isSameColumn(before, column)) return undefined
      old.delete(column.name)
    } else if (before !== undefined || !canAdd(column, value?.sql, to)) return undefined
    else added.push(column)
  }
  const dropped = [...old.values()]
  if (dropped.length > 0 && !canDrop(dropped, from, to)) return undefined
  const inline = placeConstraints(constraints.added, added, to)
  return inline && { added: added.map(column => ({ column, constraints: inline.get(column.name) ?? [] })), dropped }
}

/** The limits of ADD COLUMN on a table with rows. `fill` is what the rows get if that is not the default. */
function canAdd(column: Column, fill: string | undefined, table: Table): boolean {
  if (column.identity !== undefined || (fill !== undefined && fill !== valueSql(column.default))) return false
  if (column.generated !== undefined) return !column.generated.stored && column.nullable
  if (column.default === undefined) return column.nullable
  return column.default.kind !== 'sql' && table.strict === undefined
}

/**
 * DROP COLUMN is left to tables with an INTEGER PRIMARY KEY: before 3.35.5 it leaves other tables corrupt (changes.html,
 * 3.35.5, item 2), and generated columns are not worth the risk.
 */
function canDrop(dropped: readonly Column[], from: Table, to: Table): boolean {
  const alias = rowidAlias(from)
  const names = new Set(dropped.map(column => column.name))
  const isGenerated = (column: Column) => column.generated !== undefined
  return alias !== undefined && !names.has(alias) && !from.columns.some(isGenerated) && !to.columns.some(isGenerated)
}

/** Finds the new column behind which each new constraint can stand; undefined when one can stand behind none. */
function placeConstraints(
  constraints: readonly Constraint[],
  added: readonly Column[],
  table: Table,
): ReadonlyMap<string, readonly Constraint[]> | undefined {
  const places = new Map<string, Constraint[]>()
  for (const constraint of constraints) {
    const column = added.find(item => canCarry(item, constraint, table))
    if (column === undefined) return undefined
    places.set(column.name, [...(places.get(column.name) ?? []), constraint])
  }
  return places
}

function canCarry(column: Column, constraint: Constraint, table: Table): boolean {
  const isEmpty = column.default === undefined && column.generated === undefined
  if (constraint.kind === 'foreign')
    return isEmpty && constraint.columns.length === 1 && constraint.columns[0] === column.name
  if (constraint.kind !== 'check') return false
  const sql = constraint.sql.all ?? ''
  const uses = columnUses(sql)
  if (!uses.every(use => foldName(use.name) === foldName(column.name))) return false
  return isImpliedName(constraint.name, table.name.name, column.name) || (isEmpty && passesNull(sql))
}

/** A check that compares a column gives NULL for NULL, and so passes; before 3.37 nobody looks at the rows that are there. */
function passesNull(sql: string): boolean {
  return !/\b(is|isnull|notnull|not|case|exists|select|coalesce|ifnull|iif|typeof|quote|json_\w+)\b/i.test(sql)
}

/** The statements of a native change; what they lose stands beside them. */
export function nativeStatements(
  table: Table,
  { added, dropped }: NativeChange,
): readonly { sql: string; column?: string }[] {
  const name = quoteIdentifier(table.name.name)
  return [
    ...dropped.map(column => ({
      sql: `alter table ${name} drop column ${quoteIdentifier(column.name)}`,
      column: column.name,
    })),
    ...added.map(({ column, constraints }) => ({
      sql: `alter table ${name} add column ${[columnDefinition(column), ...constraints.map(inlineConstraint)].join(' ')}`,
    })),
  ]
}
