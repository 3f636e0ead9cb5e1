import { mapDialects, type Sql } from '../schema/dialect.ts'
import type { Schema } from '../schema/schema.ts'
import type { Table } from '../schema/table.ts'
import type { Value } from '../schema/value.ts'
import { mentions } from '../sql/mentions.ts'
import { renameColumnInExpression } from '../sql/rename.ts'
import type { Hints, RenameHint } from './hints.ts'

/**
 * The hints with columns called by their new names: what they say runs after the renames. An old name is put into the new
 * one wherever it surely is that column, unless another column has it now.
 */
export function withNewNames(hints: Hints, renamed: Schema, after: Schema): Hints {
  const told = [...hints.converts, ...hints.fills]
  if (told.length === 0) return hints
  const places = new Set(told.map(hint => hint.in))
  const byTable = Map.groupBy(
    hints.renames.filter(hint => hint.kind === 'column' && hint.in !== undefined && places.has(hint.in)),
    hint => hint.in!,
  )
  const renames = new Map([...byTable].map(([key, list]) => [key, certain(list, renamed, after)]))
  const inSql = (key: string, sql: Sql) => renamedIn(sql, renamed.tables.get(key), renames.get(key) ?? [])
  return {
    ...hints,
    converts: hints.converts.map(hint => ({
      ...hint,
      convert: inSql(hint.in, hint.convert),
      ...(hint.revert && { revert: inSql(hint.in, hint.revert) }),
    })),
    fills: hints.fills.map(hint => ({ ...hint, value: inValue(hint.value, sql => inSql(hint.in, sql)) })),
  }
}

/** The renames whose new name is there and whose old name means nothing else. */
function certain(hints: readonly RenameHint[], renamed: Schema, after: Schema): readonly RenameHint[] {
  const key = hints[0]!.in!
  const now = namesOf(renamed.tables.get(key))
  const known = new Set([...now, ...namesOf(after.tables.get(key))].map(name => name.toLowerCase()))
  return hints.filter(hint => now.includes(hint.to) && !known.has(hint.from.toLowerCase()))
}

function namesOf(table: Table | undefined): readonly string[] {
  return table?.columns.map(column => column.name) ?? []
}

function renamedIn(sql: Sql, table: Table | undefined, renames: readonly RenameHint[]): Sql {
  if (table === undefined || renames.length === 0) return sql
  return mapDialects(sql, text =>
    renames.reduce(
      (result, { from, to }) =>
        mentions(result, from) ? renameColumnInExpression(result, table.name, from, to) : result,
      text,
    ),
  )
}

function inValue(value: Value, change: (sql: Sql) => Sql): Value {
  return value.kind === 'sql' ? { kind: 'sql', sql: change(value.sql) } : value
}
