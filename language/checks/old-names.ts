import type { Subject } from './subject.ts'

const byTable = new WeakMap<Subject, ReadonlyMap<string, ReadonlyMap<string, string>>>()

/** The names that columns of a table say they had, each with the column's name now; in lower case as well. */
export function oldNames(subject: Subject, table: string): ReadonlyMap<string, string> {
  const known = byTable.get(subject) ?? read(subject)
  byTable.set(subject, known)
  return known.get(table) ?? new Map()
}

function read({ hints }: Subject): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const tables = new Map<string, Map<string, string>>()
  for (const { kind, in: table, from, to } of hints.renames) {
    if (kind !== 'column' || table === undefined) continue
    const names = tables.get(table) ?? new Map<string, string>()
    tables.set(table, names.set(from, to).set(from.toLowerCase(), to))
  }
  return tables
}
