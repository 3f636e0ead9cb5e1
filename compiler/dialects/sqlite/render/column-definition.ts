import type { Column } from '../../../schema/column.ts'
import { inParentheses, quoteCollation, quoteIdentifier } from '../quote.ts'
import { valueSql } from '../value.ts'
import { onConflict } from './constraint-definition.ts'

/** A projected column as it stands in `create table` and `add column`. */
export function columnDefinition(column: Column): string {
  const { generated } = column
  return [
    quoteIdentifier(column.name),
    ...declared(column),
    ...(column.collate === undefined ? [] : [`collate ${quoteCollation(column.collate)}`]),
    ...(column.nullable ? [] : [`not null${onConflict({ conflict: column.nullConflict })}`]),
    ...(column.default === undefined ? [] : [`default ${valueSql(column.default)}`]),
    ...(generated === undefined
      ? []
      : [`generated always as ${inParentheses(generated.sql.all ?? '')} ${generated.stored ? 'stored' : 'virtual'}`]),
  ].join(' ')
}

function declared(column: Column): readonly string[] {
  const type = column.type.all
  return type?.kind === 'raw' && type.sql !== '' ? [type.sql] : []
}

/** The declared type of a projected column. */
export function declaredTypeOf(column: Column): string {
  return column.type.all?.kind === 'raw' ? column.type.all.sql : ''
}
