import type { Query, Row } from '../../compiler/dialects/dialect.ts'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { QName } from '../../compiler/schema/name.ts'
import type { Schema } from '../../compiler/schema/schema.ts'

/** The rows of every table, by the table's key in the schema. */
export type TableRows = ReadonlyMap<string, readonly Row[]>

/** Reads all rows of all tables that the schema has in this dialect. */
export async function readRows(query: Query, dialect: DialectName, schema: Schema): Promise<TableRows> {
  const rows = new Map<string, readonly Row[]>()
  for (const [key, table] of schema.tables) {
    if (table.only !== undefined && table.only !== dialect) continue
    // The rows of partitions and heirs are theirs (SELECT, FROM, ONLY).
    const from = dialect === 'postgres' ? 'from only' : 'from'
    rows.set(key, await query(`select * ${from} ${quoted(table.name, dialect)}`))
  }
  return rows
}

/** SQLite has one name space: what a schema holds stands beside everything else. */
function quoted({ schema, name }: QName, dialect: DialectName): string {
  const one = (part: string) => `"${part.replaceAll('"', '""')}"`
  return schema === undefined || dialect === 'sqlite' ? one(name) : `${one(schema)}.${one(name)}`
}
