import type { Connection } from '../connection.ts'
import { text } from '../ledger/ledger-sql.ts'
import type { IndexStatement } from './index-statement.ts'

/** An index as the database has it. */
export interface FoundIndex {
  /** As SQL may write it. */
  readonly name: string
  readonly isValid: boolean
}

/** The index that a statement names, if there is one; an index stands in the schema of its table. */
export async function findIndex(connection: Connection, statement: IndexStatement): Promise<FoundIndex | undefined> {
  const { name, table } = statement
  const place =
    table !== undefined
      ? `c.relnamespace = (select t.relnamespace from pg_catalog.pg_class t where t.oid = ${oidOf(table)})`
      : name.length > 1
        ? `c.relnamespace = to_regnamespace(${text(quoted(name[0]!))})`
        : 'pg_catalog.pg_table_is_visible(c.oid)'
  const [row] = await connection.query(
    `select i.indexrelid::regclass::text as name, i.indisvalid as valid
      from pg_catalog.pg_index i join pg_catalog.pg_class c on c.oid = i.indexrelid
      where c.relname = ${text(name.at(-1)!)} and ${place}`,
  )
  return row === undefined ? undefined : { name: String(row.name), isValid: row.valid === true }
}

/** What an interrupted `reindex concurrently` leaves beside the index or on the table ("Rebuilding Indexes Concurrently" in sql-reindex). */
export async function findRemains(connection: Connection, { name }: IndexStatement): Promise<readonly string[]> {
  const of = oidOf(name)
  const rows = await connection.query(
    `select i.indexrelid::regclass::text as name
      from pg_catalog.pg_index i join pg_catalog.pg_class c on c.oid = i.indexrelid
      where not i.indisvalid and c.relname ~ '_cc(new|old)[0-9]*$'
        and i.indrelid = coalesce((select x.indrelid from pg_catalog.pg_index x where x.indexrelid = ${of}), ${of})`,
  )
  return rows.map(row => String(row.name))
}

function oidOf(name: readonly string[]): string {
  return `to_regclass(${text(name.map(quoted).join('.'))})`
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
