import { MigError } from '../compiler/failure.ts'
import type { FileStatement } from '../compiler/revisions/sql-file.ts'
import { adviceOnStatement, isThereAlready } from './advice.ts'

/** What the drivers of Postgres put into their errors beside the message. */
interface DatabaseError extends Error {
  readonly code?: string
  readonly detail?: string
  readonly hint?: string
  readonly where?: string
  /** The function of the server that reports it. */
  readonly routine?: string
  /** What the drivers of SQLite give. */
  readonly errcode?: unknown
  /** Counted from 1, in letters of the statement. */
  readonly position?: string | number
}

/** The messages of checks that a migration makes itself before it touches rows. */
const GUARD = /\b(MIG5\d\d): (.*)/s

/** A message about rows and partitions, and what it says last: what to do. */
const ROWS_REMEDY = /^(.* rows that belong .*\.|.* rows that do not belong .*\.) ([A-Z][^.]* then run this again\.)$/s

/** What a check says of one row: its text has a number in it that only the database knows. */
function ofOneRow(text: string): string {
  return text
    .replace(/(?<![\w.])1 rows that belong\b/, '1 row that belongs')
    .replace(/(?<![\w.])1 rows that do not belong\b/, '1 row that does not belong')
    .replace(/(?<![\w.])1 rows hold\b/, '1 row holds')
    .replace(/(?<![\w.])1 rows\b(.* for )them\b/s, '1 row$1it')
    .replace(/(?<![\w.])1 rows\b/, '1 row')
}

/** The functions of the server that look for a role (acl.c): what they say is in the server's language, and a name in its quotes. */
const LOOKS_FOR_ROLE = /^get_role(?:spec)?_(?:oid|tuple)$/
const IN_QUOTES = /["»«„“]\s?(.*\S)\s?["«»“”]/u

/** The role that a grant, a policy or an owner names, where there is none of that name. */
function missingRole({ code, routine, message }: DatabaseError): string | undefined {
  if (code !== '42704' || routine === undefined || !LOOKS_FOR_ROLE.test(routine)) return undefined
  return IN_QUOTES.exec(message)?.[1]
}

function roleRemedy(role: string): string {
  return `Roles belong to the server, and no migration makes them: have \`create role "${role.replaceAll('"', '""')}"\` run there, then run this again.`
}

/** What to do when such a check fails. On the way down the schema files no longer matter: the revision holds what is to be. */
function guardRemedy(code: string, file: string): string {
  const down = file.endsWith('down.sql')
  const unless = down ? '' : ', as long as no database has run it,'
  if (code === 'MIG501')
    return `Mend the rows, or write \`backfill VALUE\` behind the column in the revision.mig of this revision${unless} and run \`mig compile\`.`
  if (code === 'MIG502' && down) return 'Give those rows another value, then run it again.'
  if (code === 'MIG502')
    return `Give those rows another value, or write \`removed VALUE -> OTHER\` into the enum in the revision.mig of this revision${unless} and run \`mig compile\`.`
  return 'Mend the rows, or say in the schema what becomes of them.'
}

/** A statement of a SQL file that failed, and where in it, as far as the database says that. */
export class StatementFailed extends MigError {
  readonly statement: FileStatement
  override readonly cause: DatabaseError

  constructor(failure: ConstructorParameters<typeof MigError>[0], statement: FileStatement, cause: DatabaseError) {
    super(failure)
    this.statement = statement
    this.cause = cause
  }
}

function remedyOf(
  error: DatabaseError,
  statement: FileStatement,
  guard: string | undefined,
  role: string | undefined,
  file: string,
): string {
  if (guard !== undefined) return guardRemedy(guard, file)
  return role === undefined ? remedyFor(error, statement) : roleRemedy(role)
}

/** A statement of a SQL file failed. */
export function statementFailed(error: DatabaseError, statement: FileStatement, file: string): StatementFailed {
  const line = statement.line + linesBefore(statement.sql, error.position)
  const guard = GUARD.exec(error.message)
  const told = guard && ROWS_REMEDY.exec(guard[2]!)
  const role = missingRole(error)
  const said = [error.detail, error.hint].filter(text => text !== undefined && text !== '') as string[]
  const failure = {
    code: guard?.[1] ?? (role === undefined ? 'MIG510' : 'MIG512'),
    message: `${file}:${line}: ${guard !== null ? ofOneRow(told?.[1] ?? guard[2]!) : `the database refused a statement: ${inSentences([error.message, ...said])}`}`,
    remedy: told?.[2] ?? remedyOf(error, statement, guard?.[1], role, file),
    facts: {
      file,
      line,
      statement: statement.sql,
      ...(/^[0-9A-Z]{5}$/.test(error.code ?? '') ? { sqlstate: error.code } : {}),
      ...(error.detail === undefined ? {} : { detail: error.detail }),
      ...(error.hint === undefined ? {} : { hint: error.hint }),
      ...(isThereAlready(error) ? { there: true } : {}),
    },
  }
  return new StatementFailed(failure, statement, error)
}

/** What a database says in one line: where more follows, what has no full stop gets one. */
export function inSentences(texts: readonly string[]): string {
  return texts.map((text, at) => (at < texts.length - 1 && !/[.:;!?]$/.test(text) ? `${text}.` : text)).join(' ')
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

function remedyFor(error: DatabaseError, statement: FileStatement): string {
  const advice = adviceOnStatement(error)
  return `The statement: ${shortened(statement.sql)}${advice === undefined ? '' : `\n${advice}`}`
}

function linesBefore(sql: string, position: string | number | undefined): number {
  return position === undefined ? 0 : [...sql].slice(0, Number(position) - 1).filter(sign => sign === '\n').length
}

function shortened(sql: string): string {
  const lines = sql.split('\n')
  return lines.length <= 6 ? sql : [...lines.slice(0, 5), `… ${lines.length - 5} lines more`].join('\n')
}
