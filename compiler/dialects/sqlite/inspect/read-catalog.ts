import { MigError } from '../../../failure.ts'
import { foldName } from '../../../sql/name-text.ts'
import type { CreateTable } from '../../../sql/sqlite-ddl/create-table.ts'
import { readCreateTable } from '../../../sql/sqlite-ddl/read-create-table.ts'
import type { Query, Row } from '../../dialect.ts'

/** A row of sqlite_schema. */
export interface StoredObject {
  readonly name: string
  readonly table: string
  readonly sql: string
}

/** The objects of the database in the order in which they were made, without those that are not the user's. */
export interface Catalog {
  readonly tables: readonly (StoredObject & { readonly definition: CreateTable })[]
  readonly indexes: readonly StoredObject[]
  readonly views: readonly StoredObject[]
  readonly triggers: readonly StoredObject[]
}

/** `mig_revisions` is the ledger of `mig` itself. */
const OWN: ReadonlySet<string> = new Set(['mig_revisions'])

/** What FTS3, FTS4, FTS5, R*Tree and Geopoly put behind the name of a virtual table (fts3.html, fts5.html, rtree.html). */
const SHADOWS = /_(data|idx|content|docsize|config|segments|segdir|stat|node|parent|rowid)$/

export async function readCatalog(query: Query): Promise<Catalog> {
  const rows = await query(
    "select type, name, tbl_name, sql from sqlite_schema where sql is not null and name not like 'sqlite\\_%' escape '\\' order by rowid",
  )
  const virtual = new Set(rows.filter(row => /^\s*create\s+virtual\s/i.test(text(row, 'sql'))).map(row => folded(row)))
  const isShadow = (name: string) => SHADOWS.test(name) && virtual.has(name.replace(SHADOWS, ''))
  const isForeign = (row: Row) => {
    const table = foldName(text(row, 'tbl_name'))
    return OWN.has(table) || virtual.has(table) || isShadow(table)
  }
  const kept = rows.filter(row => !isForeign(row))
  const of = (type: string) => kept.filter(row => row.type === type).map(stored)
  return {
    tables: of('table').map(object => ({ ...object, definition: definitionOf(object) })),
    indexes: of('index'),
    views: of('view'),
    triggers: of('trigger'),
  }
}

function stored(row: Row): StoredObject {
  return { name: text(row, 'name'), table: text(row, 'tbl_name'), sql: text(row, 'sql') }
}

/** The name that the catalog gives wins over the one in the statement. */
function definitionOf({ name, sql }: StoredObject): CreateTable {
  const read = readCreateTable(sql)
  if (read !== undefined) return { ...read, name }
  throw new MigError({
    code: 'MIG505',
    message: `The definition of table ${name} cannot be read.`,
    remedy: 'Report it with the answer of: select sql from sqlite_schema where name = …',
    facts: { table: name, sql },
  })
}

function folded(row: Row): string {
  return foldName(text(row, 'name'))
}

function text(row: Row, column: string): string {
  return String(row[column] ?? '')
}
