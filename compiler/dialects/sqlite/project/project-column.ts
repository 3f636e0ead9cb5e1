import type { Column } from '../../../schema/column.ts'
import { forDialect } from '../../../schema/dialect.ts'
import type { Table } from '../../../schema/table.ts'
import type { Type } from '../../../schema/type.ts'
import { sqliteSql } from '../sqlite-sql.ts'
import { spell, spellStrict } from '../types.ts'
import { projectValue } from '../value.ts'
import { withoutOwnName } from './without-own-name.ts'

/** A column as SQLite holds it: its declared type, no comment, the default as a literal or as SQL. */
export function projectColumn(table: Table, column: Column, counts: boolean): Column {
  const type = forDialect(column.type, 'sqlite')
  const value = projectValue(column.default, type)
  const generated = column.generated && sqliteSql(column.generated.sql)
  const collate = projectCollate(column.collate)
  return {
    name: column.name,
    type: { all: { kind: 'raw', sql: declaredType(table, type) } },
    nullable: column.nullable,
    ...(value !== undefined && generated === undefined && { default: value }),
    ...(counts && { identity: { always: false } }),
    ...(generated !== undefined && {
      generated: { sql: { all: withoutOwnName(generated, table.name.name) }, stored: column.generated!.stored },
    }),
    ...(collate !== undefined && { collate }),
    ...(column.nullConflict && !column.nullable && { nullConflict: column.nullConflict }),
  }
}

/** Whether the columns of a primary key hold no NULL without saying so: as the rowid, and in tables that are STRICT or have none (lang_createtable.html, stricttables.html). */
export function keyIsNeverNull(
  table: { readonly strict?: boolean; readonly withoutRowid?: boolean },
  types: readonly (string | undefined)[],
): boolean {
  return table.strict === true || table.withoutRowid === true || (types.length === 1 && types[0] === 'INTEGER')
}

/** A type without a spelling has been refused where the text was read; TEXT holds anything until then. */
function declaredType(table: Table, type: Type | undefined): string {
  if (type === undefined) return 'TEXT'
  return (table.strict ? spellStrict(type) : spell(type)) ?? 'TEXT'
}

const BUILT_IN: ReadonlySet<string> = new Set(['BINARY', 'NOCASE', 'RTRIM'])

/** A collation: the built-in ones in upper case, and none for BINARY, which every column has anyway (datatype3.html). */
export function projectCollate(collate: string | undefined): string | undefined {
  const upper = collate?.toUpperCase()
  if (upper === undefined || !BUILT_IN.has(upper)) return collate
  return upper === 'BINARY' ? undefined : upper
}
