import { type DialectName, mapDialects, type Sql } from '../../schema/dialect.ts'
import type { Table } from '../../schema/table.ts'

/** Applies `change` to every piece of SQL that belongs to a table: checks, generated columns, indexes. */
export function mapTableSql(table: Table, change: (sql: string, dialect: DialectName | 'all') => string): Table {
  const each = (sql: Sql): Sql => mapDialects(sql, change)
  return {
    ...table,
    columns: table.columns.map(column =>
      column.generated === undefined
        ? column
        : { ...column, generated: { ...column.generated, sql: each(column.generated.sql) } },
    ),
    constraints: table.constraints.map(constraint => {
      if (constraint.kind === 'check') return { ...constraint, sql: each(constraint.sql) }
      return constraint.kind === 'exclude' ? mapKeys(constraint, each) : constraint
    }),
    indexes: table.indexes.map(index => mapKeys(index, each)),
    ...(table.partitionBy && { partitionBy: mapKeys(table.partitionBy, each) }),
  }
}

interface Keyed {
  readonly keys: readonly { readonly sql?: Sql }[]
  readonly where?: Sql
}

function mapKeys<T extends Keyed>(index: T, each: (sql: Sql) => Sql): T {
  return {
    ...index,
    keys: index.keys.map(key => (key.sql === undefined ? key : { ...key, sql: each(key.sql) })),
    ...(index.where === undefined ? {} : { where: each(index.where) }),
  }
}
