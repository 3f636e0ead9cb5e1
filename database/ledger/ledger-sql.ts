import { doBlock, quoteIdentifier } from '../../compiler/dialects/postgres/quote.ts'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import { LEDGER_FORMAT, type Ledger, type LedgerRow, ledgerSqlName } from './ledger.ts'

/** What is written of a revision when it begins; the rest follows with its progress. */
export type LedgerEntry = Pick<
  LedgerRow,
  'id' | 'parents' | 'message' | 'checksum' | 'direction' | 'by' | 'tool' | 'statements' | 'downChecksum'
>

/** How far a revision has come. */
export interface Progress extends Pick<LedgerRow, 'done' | 'begun' | 'error'> {
  /** Since the run began, in milliseconds. */
  readonly elapsed: number
  readonly finished: boolean
}

/** What a row said when it was read. */
export interface RowMark extends Pick<LedgerRow, 'direction' | 'done'> {
  readonly finished: boolean
}

interface Words {
  readonly time: string
  readonly big: string
  readonly now: string
  readonly ago: (milliseconds: number) => string
}

const WORDS: Readonly<Record<DialectName, Words>> = {
  postgres: {
    time: 'timestamptz',
    big: 'bigint',
    now: 'clock_timestamp()',
    ago: milliseconds => `clock_timestamp() - interval '${milliseconds} milliseconds'`,
  },
  sqlite: {
    time: 'text',
    big: 'integer',
    now: "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')",
    ago: milliseconds => `strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-${(milliseconds / 1000).toFixed(3)} seconds')`,
  },
}

/** Makes the ledger where it is not there yet, and the schema that it was said to be in. */
export function createLedger(ledger: Ledger): string {
  const { time, big } = WORDS[ledger.dialect]
  return `${createSchema(ledger)}create table if not exists ${ledgerSqlName(ledger)} (
  id text not null primary key,
  parents text not null,
  message text not null,
  checksum text not null,
  direction text not null,
  started ${time} not null,
  finished ${time},
  milliseconds ${big} not null,
  applied_by text not null,
  tool text not null,
  format integer not null,
  statements integer not null,
  statements_done integer not null,
  statements_begun integer not null,
  down_checksum text,
  error text
)`
}

/** A schema that is there must not be asked for: `if not exists` wants the right to make one all the same (sql-createschema). */
function createSchema({ isPlaced, schema }: Ledger): string {
  if (!isPlaced || schema === undefined) return ''
  const name = quoteIdentifier(schema)
  const body = `begin\n  if to_regnamespace(${text(name)}) is null then\n    create schema ${name};\n  end if;\nend`
  return `${doBlock(body)};\n`
}

/** Writes the first row of a revision; one that is there already is refused by the key. */
export function insertEntry(ledger: Ledger, entry: LedgerEntry, progress: Progress): string {
  const { ago } = WORDS[ledger.dialect]
  const values = [
    text(entry.id),
    text(entry.parents.join(' ')),
    text(entry.message),
    text(entry.checksum),
    text(entry.direction),
    ago(progress.elapsed),
    finishedOf(ledger, progress),
    String(progress.elapsed),
    text(entry.by),
    text(entry.tool),
    String(LEDGER_FORMAT),
    String(entry.statements),
    String(progress.done),
    String(progress.begun),
    optional(entry.downChecksum),
    optional(progress.error),
  ]
  return `insert into ${ledgerSqlName(ledger)}
  (id, parents, message, checksum, direction, started, finished, milliseconds, applied_by, tool, format, statements, statements_done, statements_begun, down_checksum, error)
  values (${values.join(', ')})`
}

/**
 * Writes how far a revision that has a row has come, provided that the row says still what it said when it was `read`.
 * `entry.checksum` is written only where the SQL runs up.
 */
export function updateEntry(ledger: Ledger, entry: LedgerEntry, progress: Progress, read?: RowMark): string {
  const sets = [
    `direction = ${text(entry.direction)}`,
    ...(entry.direction === 'up' ? [`checksum = ${text(entry.checksum)}`] : []),
    `down_checksum = ${optional(entry.downChecksum)}`,
    `finished = ${finishedOf(ledger, progress)}`,
    `milliseconds = milliseconds + ${progress.elapsed}`,
    `applied_by = ${text(entry.by)}`,
    `tool = ${text(entry.tool)}`,
    `statements = ${entry.statements}`,
    `statements_done = ${progress.done}`,
    `statements_begun = ${progress.begun}`,
    `error = ${optional(progress.error)}`,
  ]
  return `update ${ledgerSqlName(ledger)} set ${sets.join(', ')} where ${isRow(entry.id, read)}`
}

/** Removes the row of a revision that was undone, provided that the row says still what it said when it was `read`. */
export function deleteEntry(ledger: Ledger, id: string, read?: RowMark): string {
  return `delete from ${ledgerSqlName(ledger)} where ${isRow(id, read)}`
}

function isRow(id: string, read: RowMark | undefined): string {
  if (read === undefined) return `id = ${text(id)}`
  const finished = read.finished ? 'finished is not null' : 'finished is null'
  return `id = ${text(id)} and direction = ${text(read.direction)} and statements_done = ${read.done} and ${finished}`
}

/** A string constant of either database. */
export function text(value: string): string {
  return `'${value.replaceAll('\0', '').replaceAll("'", "''")}'`
}

function optional(value: string | undefined): string {
  return value === undefined ? 'null' : text(value)
}

function finishedOf(ledger: Ledger, { finished }: Progress): string {
  return finished ? WORDS[ledger.dialect].now : 'null'
}
