/** What an error of a driver may hold: Postgres gives `code`, SQLite `errcode`. */
interface DriverError {
  readonly message: string
  readonly code?: unknown
  readonly errcode?: unknown
}

const STAMP =
  'If the database holds already what this revision makes, because it was made by hand or by another tool, compare with `mig check --database` and record that with `mig stamp`.'

/** By the SQLSTATE of Postgres (errcodes-appendix). */
const BY_STATE: Readonly<Record<string, string>> = {
  '42501': 'Let a role run this that may, or grant what is missing.',
  '25006':
    'This server takes no writes, as a standby does, or default_transaction_read_only is on: name the primary, or a role that may write.',
  '53100': 'The disk of the server is full: make room.',
  '53200': 'The server has no memory left.',
  '53300': 'The server has no session left: wait for others to end.',
  '55P03':
    'Another session holds a lock for longer than --table-lock-timeout: let it end, or run this in a quieter hour.',
  '40P01': 'Another session and this one waited for each other: run this in a quieter hour.',
  '57014': 'The statement was cancelled, by --statement-timeout or by somebody: give it more time.',
}

/** By the primary result code of SQLite (rescode.html). */
const BY_RESULT: Readonly<Record<number, string>> = {
  3: 'Check who may read and write the file and its folder.',
  8: 'The file, or its folder, cannot be written: check its permissions and the file system.',
  10: 'The file system failed: check the disk.',
  11: 'The file is damaged: restore it from a backup.',
  13: 'The disk is full: make room.',
  14: 'The file, or its journal beside it, cannot be opened: check the folder and its permissions.',
  26: 'The file is no SQLite database: check the path.',
}

const MISSING =
  'What it names is not there. `mig check --database` compares the database with its revisions; what no declaration makes is made in a `sql` step before it.'

/** Undefined object, table, column, function, schema. */
const NOT_THERE: ReadonlySet<string> = new Set(['42704', '42P01', '42703', '42883', '3F000'])

function isNotThere({ message, code, errcode }: DriverError): boolean {
  if (typeof errcode === 'number')
    return errcode === 1 && /\bno such (?:table|column|view|index|trigger|function)\b/.test(message)
  return NOT_THERE.has(String(code))
}

/** Duplicate table, schema, column, object. */
const THERE: ReadonlySet<string> = new Set(['42P07', '42P06', '42701', '42710'])

/** Whether the database says that something is there already. */
export function isThereAlready({ message, code, errcode }: DriverError): boolean {
  if (typeof errcode === 'number') return errcode === 1 && /already exists|duplicate column name/.test(message)
  return THERE.has(String(code))
}

/** What to do about an error of the database, where its kind tells. */
export function adviceOn(error: DriverError): string | undefined {
  if (isThereAlready(error)) return STAMP
  if (typeof error.errcode === 'number') return BY_RESULT[error.errcode % 256]
  return BY_STATE[String(error.code)]
}

/** The same for a statement of a revision, where what it names may be missing. */
export function adviceOnStatement(error: DriverError): string | undefined {
  return adviceOn(error) ?? (isNotThere(error) ? MISSING : undefined)
}
