import type { FileStatement, SqlFile } from '../../compiler/revisions/sql-file.ts'
import type { DialectName } from '../../compiler/schema/dialect.ts'

/**
 * What runs together: statements in one transaction, one statement alone, or one that sets the session and must run
 * each time anew. `first` is how many counted statements come before.
 */
export type Unit =
  | { readonly kind: 'transaction'; readonly first: number; readonly statements: readonly FileStatement[] }
  | { readonly kind: 'alone'; readonly first: number; readonly statement: FileStatement }
  | { readonly kind: 'session'; readonly statement: FileStatement }

/** The units of a SQL file, in order. */
export function unitsOf(file: SqlFile, dialect: DialectName): readonly Unit[] {
  const units: Unit[] = []
  let first = 0
  for (const { transaction, statements } of file.parts) {
    if (transaction) {
      if (statements.length > 0) units.push({ kind: 'transaction', first, statements })
      first += statements.length
      continue
    }
    for (const statement of statements) {
      if (dialect === 'sqlite' && setsSession(statement.sql)) units.push({ kind: 'session', statement })
      else units.push({ kind: 'alone', first: first++, statement })
    }
  }
  return units
}

/** How many statements of a file are counted. */
export function countStatements(units: readonly Unit[]): number {
  const last = units.findLast(unit => unit.kind !== 'session')
  if (last === undefined) return 0
  return last.first + (last.kind === 'alone' ? 1 : last.statements.length)
}

/** Whether all of it, with the ledger's row, fits into one transaction. */
export function fitsOneTransaction(units: readonly Unit[]): boolean {
  const counted = units.filter(unit => unit.kind !== 'session')
  return counted.length === 0 || (counted.length === 1 && counted[0]!.kind === 'transaction')
}

/** A pragma of SQLite is forgotten with its session (pragma.html), and this one does nothing inside a transaction. */
function setsSession(sql: string): boolean {
  return /^pragma\s+(foreign_keys|legacy_alter_table|recursive_triggers|ignore_check_constraints)\s*=/i.test(sql)
}
