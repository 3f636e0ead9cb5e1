import { dialects } from '../../compiler/dialects/dialects.ts'
import { MigError } from '../../compiler/failure.ts'
import { nameText } from '../../compiler/schema/name.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import type { Connection } from '../connection.ts'
import type { Ledger, LedgerRow } from '../ledger/ledger.ts'
import { readLedger } from '../ledger/read-ledger.ts'
import type { IdleMember } from './catalog-object.ts'
import { listIdle, listPostgres, type PlacedObject } from './list-postgres.ts'
import { listSqlite } from './list-sqlite.ts'
import { searchPathFor } from './search-path.ts'

/** What a database holds at one moment. */
export interface Live {
  /** The ledger left out. */
  readonly schema: Schema
  readonly objects: readonly PlacedObject[]
  readonly idle: readonly IdleMember[]
  /** Postgres: the schema in which names without one live. */
  readonly current?: string
  /** Postgres: SQL that sets the search path under which this was read, where it is not the session's own. */
  readonly searchPath?: string
}

/** The ledger, and what the database held at the same moment; that only where it is known what to compare it with. */
export interface Reading<T> {
  readonly rows: readonly LedgerRow[]
  readonly found?: { readonly live: Live; readonly wanted: T }
}

/** How a database is read. */
export interface ReadSettings<T> {
  readonly ledger: Ledger
  /** Milliseconds that a lock is waited for. */
  readonly lockTimeout: number
  /** What the database is to be compared with, by the rows of its ledger; undefined where nobody knows. */
  readonly wantedBy: (rows: readonly LedgerRow[]) => T | undefined
}

/** Reads the ledger and the catalogs in one transaction that can only read. */
export async function readLive<T extends { readonly fold: Schema }>(
  connection: Connection,
  settings: ReadSettings<T>,
): Promise<Reading<T>> {
  const { exec } = connection
  const isPostgres = connection.dialect === 'postgres'
  const before = isPostgres ? undefined : (await connection.query('pragma query_only'))[0]?.query_only
  if (!isPostgres) await exec('pragma query_only = on')
  await exec(isPostgres ? 'begin transaction isolation level repeatable read, read only' : 'begin')
  try {
    if (isPostgres) await exec(`set local lock_timeout = ${settings.lockTimeout}`)
    const { rows } = await readLedger(connection, settings.ledger)
    const wanted = settings.wantedBy(rows)
    if (wanted === undefined) return { rows }
    const read = isPostgres ? readPostgres : readSqlite
    return { rows, found: { wanted, live: await read(connection, settings.ledger, wanted.fold) } }
  } finally {
    await exec('rollback').catch(() => {})
    if (!isPostgres) await exec(`pragma query_only = ${before === 1 ? 'on' : 'off'}`)
  }
}

async function readPostgres(connection: Connection, ledger: Ledger, fold: Schema): Promise<Live> {
  const { query, exec } = connection
  const searchPath = await searchPathFor(connection, fold)
  if (searchPath !== undefined) await exec(searchPath)
  const [place] = await query('select current_schema() as name')
  if (place?.name === null && fold.tables.size > 0) throw noSchema()
  const current = String(place?.name)
  const schema = await dialects.postgres.inspect(query)
  const own = nameText(
    ledger.schema === current ? { name: ledger.table } : { schema: ledger.schema!, name: ledger.table },
  )
  const objects = (await listPostgres(connection)).filter(({ name }) => name !== own)
  const idle = await listIdle(connection)
  return { schema: without(schema, own), objects, idle, current, ...(searchPath !== undefined && { searchPath }) }
}

async function readSqlite(connection: Connection, ledger: Ledger): Promise<Live> {
  const schema = await dialects.sqlite.inspect(connection.query)
  const own = nameText({ name: ledger.table }).toLowerCase()
  const isOwn = (name: string) => name.toLowerCase() === own
  const objects = (await listSqlite(connection)).filter(({ name }) => !isOwn(name))
  const key = [...schema.tables.keys()].find(isOwn)
  const placed = objects.map(object => ({ ...object, space: undefined }))
  return { schema: key === undefined ? schema : without(schema, key), objects: placed, idle: [] }
}

function without(schema: Schema, table: string): Schema {
  if (!schema.tables.has(table)) return schema
  return { ...schema, tables: new Map([...schema.tables].filter(([key]) => key !== table)) }
}

function noSchema(): MigError {
  return new MigError({
    code: 'MIG576',
    message: 'The role may use no schema of its search path, so nobody knows where tables without a schema are.',
    remedy: 'Let the owner run `grant usage on schema public to ROLE`, or set the search path of the role.',
  })
}
