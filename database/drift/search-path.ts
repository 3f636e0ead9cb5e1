import { quoteString } from '../../compiler/dialects/postgres/quote.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import type { Connection } from '../connection.ts'

/**
 * SQL that sets a search path, for the transaction, under which the catalog gives names as the schema has them; undefined where
 * that of the session does. A project with a default schema names every schema; else names without one live where the session
 * makes its tables, and no schema that is named may be that.
 */
export async function searchPathFor({ query }: Connection, schema: Schema): Promise<string | undefined> {
  const objects = [
    ...schema.objects.values(),
    ...schema.tables.values(),
    ...schema.views.values(),
    ...schema.enums.values(),
  ]
  if (objects.length === 0) return undefined
  const [row] = await query("select current_schema() as place, current_setting('search_path') as path")
  const place = row?.place === null ? undefined : String(row?.place)
  const path = String(row?.path) === '' ? '' : `, ${String(row?.path)}`
  if (objects.every(({ name }) => name.schema !== undefined)) return setPath(`pg_catalog${path}`)
  const isNamed =
    place !== undefined && (schema.schemas.has(place) || objects.some(({ name }) => name.schema === place))
  return isNamed && place !== 'public' ? setPath(`public${path}`) : undefined
}

function setPath(path: string): string {
  return `select set_config('search_path', ${quoteString(path)}, true);`
}
