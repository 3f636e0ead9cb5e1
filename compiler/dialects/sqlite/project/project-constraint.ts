import type { Constraint } from '../../../schema/constraint.ts'
import { sqliteSql } from '../sqlite-sql.ts'
import { isHere } from './is-here.ts'
import { withoutOwnName } from './without-own-name.ts'

/** A key or check as SQLite holds it; undefined when it is not for SQLite or needs a column that is not there. */
export function projectConstraint(
  constraint: Constraint,
  table: string,
  hasColumn: (name: string) => boolean,
): Constraint | undefined {
  if (!isHere(constraint)) return undefined
  if (constraint.kind === 'check') {
    const text = sqliteSql(constraint.sql)
    return text === undefined
      ? undefined
      : { kind: 'check', name: constraint.name, sql: { all: withoutOwnName(text, table) } }
  }
  if (!constraint.columns.every(hasColumn)) return undefined
  const { name, columns } = constraint
  if (constraint.kind !== 'foreign') return { kind: constraint.kind, name, columns }
  const { target, targetColumns, onDelete, onUpdate, deferrable } = constraint
  return {
    kind: 'foreign',
    name,
    columns,
    target: { name: target.name },
    targetColumns,
    ...(onDelete && { onDelete }),
    ...(onUpdate && { onUpdate }),
    ...(deferrable && { deferrable }),
  }
}
