import type { MigError } from '../../compiler/failure.ts'
import type { SqlFile } from '../../compiler/revisions/sql-file.ts'
import { StatementFailed } from '../failures.ts'
import { refusedAt, runningAt } from '../refused-at.ts'
import { prepareNothing } from '../sqlite.ts'
import type { Finding } from './finding.ts'

/** A statement that failed: where, for which step, and why. */
export interface Failed {
  readonly direction: 'up' | 'down' | 'again'
  readonly error: MigError
  readonly file: SqlFile
}

/** Messages of SQLite that are about values, not about SQL. */
const ABOUT_VALUES = /constraint failed|datatype mismatch|malformed JSON|integer overflow|string or blob too big/i

/** Whether other rows might let the statement pass: the database speaks of values, or a check of the migration does. */
export function isAboutRows({ error }: Failed): boolean {
  const state = String(error.facts.sqlstate ?? '')
  return /^MIG50[1-4]$/.test(error.code) || /^(22|23|P0001|44000)/.test(state) || ABOUT_VALUES.test(error.message)
}

/** The failure as an error of the revision, with the step that its statement serves. */
export function failureFinding(failed: Failed): Finding {
  const { error } = failed
  const way = failed.direction === 'again' ? 'Going up again after going down' : `Going ${failed.direction}`
  const step = stepOf(failed)
  const line = error.facts.line as number | undefined
  const statement = error.code === 'MIG510' ? error.facts.statement : undefined
  return {
    code: error.code,
    severity: 'error',
    message: `${way} fails${step === undefined ? '' : ` at the step '${step}'`}: ${reasonOf(error)}`,
    remedy: statement === undefined ? error.remedy : `The statement: ${shortened(String(statement))}`,
    ...(line === undefined ? {} : { line }),
    ...refusedOf(failed),
  }
}

/** What the database refused, unless the migration itself did. */
function refusedOf(failed: Failed): Pick<Finding, 'refused'> {
  const { error, direction } = failed
  if (!(error instanceof StatementFailed) || error.code !== 'MIG510' || isAboutRows(failed)) return {}
  if (error.facts.there === true) return {}
  const { statement, cause } = error
  const { sql, about } = statement
  const offset = refusedAt(cause, sql, prepareNothing)
  const running = runningAt(cause.where)
  const state = cause.errcode ?? cause.code
  return {
    refused: {
      sql,
      about,
      direction: direction === 'down' ? 'down' : 'up',
      said: reasonOf(error),
      ...(offset !== undefined && { offset }),
      ...(running && { running }),
      ...(state !== undefined && { state: String(state) }),
    },
  }
}

/** What the database, or the migration's own check, said. */
export function reasonOf(error: MigError): string {
  const { file, line } = error.facts
  const prefix = line === undefined ? `${file} ` : `${file}:${line}: `
  const message = error.message.startsWith(prefix) ? error.message.slice(prefix.length) : error.message
  return message.replace(/^the database refused a statement: /, '')
}

function shortened(sql: string): string {
  const lines = sql.split('\n')
  return lines.length <= 6 ? sql : [...lines.slice(0, 5), `… ${lines.length - 5} lines more`].join('\n')
}

function stepOf({ error, file }: Failed): string | undefined {
  const statement = file.parts
    .flatMap(part => part.statements)
    .find(({ sql, line }) => sql === error.facts.statement && line <= Number(error.facts.line))
  return statement === undefined || statement.about === '' ? undefined : statement.about.split('\n').join(', ')
}
