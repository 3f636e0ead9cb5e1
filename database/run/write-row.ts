import { doBlock } from '../../compiler/dialects/postgres/quote.ts'
import type { Connection } from '../connection.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { Overtaken } from './overtaken.ts'

/** A state of our own: classes that begin with a letter after H are free for applications (errcodes-appendix). */
const NOT_ONE_ROW = 'MIG54'

/**
 * Writes a row of the ledger with SQL that changes one row. Throws `Overtaken` when it does not, because another runner
 * wrote there. On Postgres `then` is sent along; it does not run unless the row was written.
 */
export async function writeRow(connection: Connection, ledger: Ledger, sql: string, then = ''): Promise<void> {
  try {
    if (connection.dialect === 'postgres') return await connection.exec(`${checked(sql)}${then}`)
    await connection.exec(sql)
  } catch (error) {
    throw isOvertaken(error, ledger) ? new Overtaken() : error
  }
  const [row] = await connection.query('select changes() as n')
  if (row?.n !== 1) throw new Overtaken()
}

function checked(sql: string): string {
  return doBlock(
    `begin\n${sql};\nif not found then raise exception 'overtaken' using errcode = '${NOT_ONE_ROW}'; end if;\nend`,
  )
}

function isOvertaken(error: unknown, { table }: Ledger): boolean {
  const said = error as { code?: string; table?: string; message?: string }
  if (said.code === NOT_ONE_ROW || (said.code === '23505' && said.table === table)) return true
  return String(said.message).includes(`UNIQUE constraint failed: ${table}.id`)
}
