import type { Query } from '../../../compiler/dialects/dialect.ts'
import { type Facts, factsOf } from './facts.ts'
import { CATALOG_QUERIES } from './postgres-catalogs.ts'

/** What the catalogs of Postgres hold of a database, asked without any help of `inspect`: each query answers things and what is said of them. */
export async function lookAtPostgres(query: Query): Promise<Facts> {
  const pairs: (readonly [string, string])[] = []
  await query("select set_config('search_path', '', false)")
  for (const [kind, sql] of Object.entries(CATALOG_QUERIES)) {
    for (const { thing, said } of await query(sql)) pairs.push([`${kind} ${thing}`, String(said)])
  }
  await query("select set_config('search_path', 'public', false)")
  return factsOf(pairs)
}
