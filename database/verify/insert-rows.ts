import type { Connection } from '../connection.ts'
import type { DrawnRow } from './draw-row.ts'
import { type FillTable, quoted } from './fill-table.ts'

/** A row for a table. */
export interface RowFor {
  readonly table: FillTable
  readonly row: DrawnRow
}

/** Conditions that rows must meet beside those of the tables, by table. */
export type Wishes = ReadonlyMap<string, readonly string[]>

/**
 * Puts in rows that may point to each other, all or none: the keys hold when all of them are there. What a table refuses is
 * thrown, with the table.
 */
export async function insertRows(connection: Connection, rows: readonly RowFor[], wishes: Wishes = new Map()) {
  const wished = rows.filter(({ table }) => (wishes.get(table.key) ?? []).length > 0)
  if (rows.length === 1 && wished.length === 0) return connection.exec(insertion(rows[0]!))
  await connection.exec('begin')
  try {
    if (connection.dialect === 'sqlite') {
      await connection.exec('pragma defer_foreign_keys = on')
      for (const one of rows) await insertOne(connection, one)
    } else await connection.exec(oneStatement(rows))
    for (const { table } of wished) await demand(connection, table, wishes.get(table.key)!)
    await connection.exec('commit')
  } catch (error) {
    // RAISE(ROLLBACK) and ON CONFLICT ROLLBACK of SQLite end the transaction themselves.
    await connection.exec('rollback').catch(() => {})
    throw error
  }
}

/** Keys are looked at when the whole statement is done (WITH, Data-Modifying Statements; CREATE TRIGGER, AFTER). */
function oneStatement(rows: readonly RowFor[]): string {
  const last = rows.at(-1)!
  const parts = rows.slice(0, -1).map((one, at) => `mig_${at} as (${insertion(one)})`)
  return parts.length === 0 ? insertion(last) : `with ${parts.join(',\n')}\n${insertion(last)}`
}

/** The driver of SQLite does not say of which table a refusal is. */
async function insertOne(connection: Connection, one: RowFor): Promise<void> {
  await connection.exec(insertion(one)).catch((error: Error) => {
    throw Object.assign(error, { table: one.table.name })
  })
}

async function demand(connection: Connection, table: FillTable, conditions: readonly string[]): Promise<void> {
  const test = conditions.map(condition => `coalesce((${condition}\n), true)`).join(' and ')
  const missed = await connection.query(`select 1 as one from ${table.sql} where not (${test}) limit 1`)
  if (missed.length > 0) throw new Error(`a row does not pass ${conditions.join(' and ')}`)
}

function insertion({ table, row }: RowFor): string {
  const names = [...row.keys()]
  if (names.length === 0) return `insert into ${table.sql} default values`
  const overriding = names.some(name => table.made.has(name)) ? ' overriding system value' : ''
  return `insert into ${table.sql} (${names.map(quoted).join(', ')})${overriding} values (${[...row.values()].join(', ')})`
}
