import { MigError } from '../../compiler/failure.ts'
import { adviceOn } from '../advice.ts'
import type { Connection } from '../connection.ts'
import { isLost } from '../run/lost.ts'
import { type Ledger, ledgerText } from './ledger.ts'
import { cannotMakeLedger } from './ledger-failures.ts'
import { createLedger } from './ledger-sql.ts'

/** Insufficient privilege (errcodes-appendix). Since Postgres 15 not everybody may make tables in `public`. */
const NOT_ALLOWED = '42501'

/** Makes the ledger where it is not there yet; MIG552 says why it cannot be made. */
export async function makeLedger(connection: Connection, ledger: Ledger): Promise<void> {
  try {
    await connection.exec(createLedger(ledger))
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    if (error instanceof MigError || code === undefined || isLost(error)) throw error
    throw cannotMakeLedger(ledgerText(ledger), message, code === NOT_ALLOWED ? grants(ledger) : advice(error))
  }
}

function grants({ schema = 'public' }: Ledger): string {
  return `Let its owner run \`grant create on schema ${schema} to ROLE\` (in a database of its own, \`grant create on database\`), or keep the ledger in a schema of that role with --ledger SCHEMA.mig_revisions.`
}

function advice(error: unknown): string {
  return adviceOn(error as Error & { code?: string }) ?? 'Mend the cause.'
}
