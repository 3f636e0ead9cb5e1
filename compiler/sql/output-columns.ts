import { readStatement } from './read-statement.ts'

/**
 * The names of the columns that a query gives, in order, the first of them as a view calls them (`given`); undefined when
 * the query has a `*` or a name cannot be told.
 */
export function outputColumns(query: string, given: readonly string[] = []): readonly string[] | undefined {
  const names: string[] = []
  for (const [at, item] of (readStatement(query).selected?.items ?? []).entries()) {
    const name = item.star === undefined ? (given[at] ?? item.name) : undefined
    if (name === undefined) return undefined
    names.push(name)
  }
  return names.length === 0 ? undefined : names
}
