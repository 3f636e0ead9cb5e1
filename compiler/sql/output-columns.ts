import { readStatement } from './read-statement.ts'

/** The names of the columns that a query gives, in order; undefined when it has a `*` or a name cannot be told. */
export function outputColumns(query: string): readonly string[] | undefined {
  const names: string[] = []
  for (const item of readStatement(query).selected?.items ?? []) {
    if (item.name === undefined) return undefined
    names.push(item.name)
  }
  return names.length === 0 ? undefined : names
}
