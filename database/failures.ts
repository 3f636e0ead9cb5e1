import { MigError } from '../compiler/failure.ts'
import type { FileStatement } from '../compiler/revisions/sql-file.ts'

/** What the drivers of Postgres put into their errors beside the message. */
interface DatabaseError extends Error {
  readonly code?: string
  readonly detail?: string
  readonly hint?: string
  readonly where?: string
  /** Counted from 1, in letters of the statement. */
  readonly position?: string | number
}

/** The messages of checks that a migration makes itself before it touches rows. */
const GUARD = /\b(MIG5\d\d): (.*)/s

/** A statement of a SQL file failed. */
export function statementFailed(error: DatabaseError, statement: FileStatement, file: string): MigError {
  const line = statement.line + linesBefore(statement.sql, error.position)
  const guard = GUARD.exec(error.message)
  const said = [error.detail, error.hint].filter(text => text !== undefined && text !== '')
  return new MigError({
    code: guard?.[1] ?? 'MIG510',
    message: `${file}:${line}: ${guard?.[2] ?? `the database refused a statement: ${[error.message, ...said].join(' ')}`}`,
    remedy: guard
      ? 'Mend the rows, or say in the schema what becomes of them.'
      : `The statement: ${shortened(statement.sql)}`,
    facts: {
      file,
      line,
      statement: statement.sql,
      ...(error.code === undefined ? {} : { sqlstate: error.code }),
    },
  })
}

/** A revision has no way in this direction. */
export function cannotRun(file: string, reason: string): MigError {
  return new MigError({
    code: 'MIG511',
    message: `${file} cannot be run: ${reason}`,
    remedy: 'Stop before this revision, or write the SQL for this direction into its sql step.',
    facts: { file },
    exit: 1,
  })
}

/** Rows would point to rows that are not there. */
export function foreignKeysBroken(file: string, rows: readonly Readonly<Record<string, unknown>>[]): MigError {
  const tables = [...new Set(rows.map(row => `${row.table} -> ${row.parent}`))].sort()
  return new MigError({
    code: 'MIG503',
    message: `${file} would leave rows that point to rows which are not there (${rows.length}): ${tables.join(', ')}.`,
    remedy: 'Mend or delete those rows first. Everything was rolled back.',
    facts: { file, rows: rows.length, tables },
  })
}

function linesBefore(sql: string, position: string | number | undefined): number {
  return position === undefined ? 0 : [...sql].slice(0, Number(position) - 1).filter(sign => sign === '\n').length
}

function shortened(sql: string): string {
  const lines = sql.split('\n')
  return lines.length <= 6 ? sql : [...lines.slice(0, 5), `… ${lines.length - 5} lines more`].join('\n')
}
