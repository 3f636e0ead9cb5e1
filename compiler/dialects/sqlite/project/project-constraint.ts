import type { Constraint } from '../../../schema/constraint.ts'
import { sqliteSql } from '../sqlite-sql.ts'
import { isHere } from './is-here.ts'
import { projectCollate } from './project-column.ts'
import { withoutOwnName } from './without-own-name.ts'

/** A key or check as SQLite holds it; undefined when it is not for SQLite or needs a column that is not there. */
export function projectConstraint(
  constraint: Constraint,
  table: string,
  hasColumn: (name: string) => boolean,
): Constraint | undefined {
  if (!isHere(constraint) || constraint.kind === 'exclude') return undefined
  if (constraint.kind === 'check') {
    const text = sqliteSql(constraint.sql)
    return text === undefined
      ? undefined
      : { kind: 'check', name: constraint.name, sql: { all: withoutOwnName(text, table) } }
  }
  if (!constraint.columns.every(hasColumn)) return undefined
  const { name, columns } = constraint
  if (constraint.kind !== 'foreign') {
    const { kind, conflict } = constraint
    const collations = kind === 'unique' ? projectCollations(constraint.collations) : undefined
    return { kind, name, columns, ...(collations && { collations }), ...(conflict && { conflict }) } as Constraint
  }
  const { target, targetColumns, missing, onDelete, onUpdate, deferrable } = constraint
  return {
    kind: 'foreign',
    name,
    columns,
    target: { name: target.name },
    targetColumns,
    ...(missing && { missing }),
    ...(onDelete && { onDelete }),
    ...(onUpdate && { onUpdate }),
    ...(deferrable && { deferrable }),
  }
}

/** The collations of the columns of a key; undefined where each is compared as its column says. */
export function projectCollations(
  collations: readonly (string | null | undefined)[] | undefined,
): readonly (string | null)[] | undefined {
  const known = collations?.map(one => one && keyCollate(one))
  return known?.some(one => one) ? known.map(one => one || null) : undefined
}

/** BINARY is said here: the column may have another. */
function keyCollate(collate: string): string {
  return projectCollate(collate) ?? collate.toUpperCase()
}
