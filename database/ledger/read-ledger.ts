import type { Direction } from '../../compiler/revisions/stored-revision.ts'
import type { Connection } from '../connection.ts'
import { LEDGER_FORMAT, type Ledger, type LedgerRow, ledgerSqlName, ledgerText } from './ledger.ts'
import { newerLedger, otherLedgers, strangeLedger } from './ledger-failures.ts'
import { text } from './ledger-sql.ts'

/** What the ledger holds; `there` is false where the database has none yet. */
export interface LedgerState {
  readonly there: boolean
  readonly rows: readonly LedgerRow[]
}

const COLUMNS = [
  'id',
  'parents',
  'message',
  'checksum',
  'direction',
  'started',
  'finished',
  'milliseconds',
  'applied_by',
  'tool',
  'format',
  'statements',
  'statements_done',
  'statements_begun',
  'down_checksum',
  'error',
]

/**
 * Reads the ledger. Throws MIG541 when a newer version of Mig wrote it, MIG542 when what has its name is none of Mig's,
 * and MIG543 when there is none under this name, but others under the same name in other schemas.
 */
export async function readLedger(connection: Connection, ledger: Ledger): Promise<LedgerState> {
  const columns = await columnsOf(connection, ledger)
  if (columns.size === 0) {
    const others = await othersOf(connection, ledger)
    if (others.length > 0) throw otherLedgers(ledgerText(ledger), others)
    return { there: false, rows: [] }
  }
  const isWhole = COLUMNS.every(name => columns.has(name))
  if (!isWhole) await checkFormat(connection, ledger, columns)
  const rows = await connection.query(`select ${COLUMNS.join(', ')} from ${ledgerSqlName(ledger)} order by started, id`)
  if (rows.some(row => Number(row.format) > LEDGER_FORMAT)) throw newerLedger(ledgerText(ledger))
  return { there: true, rows: rows.map(rowOf) }
}

/** The columns of the table, or whatever else has its name; the letters of a name in SQLite are upper or lower case alike. */
async function columnsOf(connection: Connection, ledger: Ledger): Promise<ReadonlySet<string>> {
  const found =
    ledger.dialect === 'sqlite'
      ? await connection.query(`select name from pragma_table_info(${text(ledger.table)})`)
      : await connection.query(
          `select coalesce(a.attname, '') as name
            from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where n.nspname = ${text(ledger.schema!)} and c.relname = ${text(ledger.table)}`,
        )
  return new Set(found.map(row => String(row.name)))
}

async function checkFormat(connection: Connection, ledger: Ledger, columns: ReadonlySet<string>): Promise<never> {
  const name = ledgerText(ledger)
  if (!columns.has('id') || !columns.has('format')) throw strangeLedger(name)
  const [newest] = await connection.query(`select max(format) as format from ${ledgerSqlName(ledger)}`)
  throw Number(newest?.format ?? 0) > LEDGER_FORMAT ? newerLedger(name) : strangeLedger(name)
}

/**
 * Ledgers of the same name in other schemas: a second one would forget what the first one knows. One that another runner
 * has made in this schema meanwhile is none of them.
 */
async function othersOf(connection: Connection, ledger: Ledger): Promise<readonly string[]> {
  if (ledger.dialect === 'sqlite' || ledger.isPlaced) return []
  const found = await connection.query(
    `select n.nspname || '.' || c.relname as name
      from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relname = ${text(ledger.table)} and c.relkind in ('r', 'p') and n.nspname !~ '^pg_temp'
        and n.nspname <> ${text(ledger.schema!)} order by 1`,
  )
  return found.map(row => String(row.name))
}

function rowOf(row: Readonly<Record<string, unknown>>): LedgerRow {
  const parents = String(row.parents)
  const { finished, down_checksum, error } = row
  return {
    id: String(row.id),
    parents: parents === '' ? [] : parents.split(' '),
    message: String(row.message),
    checksum: String(row.checksum),
    direction: String(row.direction) as Direction,
    started: String(row.started),
    ...(finished === null ? {} : { finished: String(finished) }),
    milliseconds: Number(row.milliseconds),
    by: String(row.applied_by),
    tool: String(row.tool),
    statements: Number(row.statements),
    done: Number(row.statements_done),
    begun: Number(row.statements_begun),
    ...(down_checksum === null ? {} : { downChecksum: String(down_checksum) }),
    ...(error === null ? {} : { error: String(error) }),
  }
}
