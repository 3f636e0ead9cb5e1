import { quoteName } from '../../compiler/schema/name.ts'
import type { Connection } from '../connection.ts'
import type { CatalogObject } from './catalog-object.ts'

/** The tables that a virtual table keeps its rows in are not listed (pragma.html#pragma_table_list). */
const OBJECTS = `select case type when 'virtual' then 'virtual table' else type end as kind, name
  from pragma_table_list
  where schema = 'main' and type in ('table', 'view', 'virtual') and name not like 'sqlite\\_%' escape '\\'
  order by 1, 2`

/** The tables and views of an SQLite database. */
export async function listSqlite({ query }: Connection): Promise<readonly CatalogObject[]> {
  return (await query(OBJECTS)).map(row => ({ kind: String(row.kind), name: quoteName(String(row.name)) }))
}
