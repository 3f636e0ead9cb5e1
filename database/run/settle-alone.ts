import type { FileStatement } from '../../compiler/revisions/sql-file.ts'
import { readTokens } from '../../compiler/sql/tokens.ts'
import { findIndex, findRemains } from './find-index.ts'
import { type IndexStatement, readIndexStatement } from './index-statement.ts'
import type { PlannedRun } from './planned-run.ts'
import { unknownEnd } from './run-failures.ts'
import type { Work } from './work.ts'

/** Whether a statement has run, or is to run (again). */
export type Settled = 'done' | 'run'

const AGAIN = /^(vacuum|cluster|reindex|alter system|discard|analyze|pragma|attach|detach|refresh)\b/

/**
 * Finds out how a statement ended that runs in no transaction and was begun before, and clears away what it left: an index
 * that was built concurrently is there, or is there and invalid, and then it is dropped and built again. Throws MIG562 where
 * nothing tells. One that `failed` has ended, and runs again.
 */
export async function settleAlone(
  work: Work,
  run: PlannedRun,
  statement: FileStatement,
  number: number,
  failed: boolean,
): Promise<Settled> {
  const index = readIndexStatement(statement.sql)
  if (index !== undefined && index.name.length > 0) return settleIndex(work, index)
  if (failed || canRunAgain(statement.sql)) return 'run'
  throw unknownEnd(run, number, statement.line, statement.sql)
}

/** Whether running a statement twice does what running it once does, once `settleAlone` has cleared away. */
export function canRunAgain(sql: string): boolean {
  const words = readTokens(sql).filter(token => token.kind !== 'comment')
  if (AGAIN.test(words.map(token => token.text.toLowerCase()).join(' '))) return true
  return (readIndexStatement(sql)?.name.length ?? 0) > 0
}

async function settleIndex({ connection }: Work, index: IndexStatement): Promise<Settled> {
  if (index.kind === 'reindex') {
    for (const name of await findRemains(connection, index)) await connection.exec(`drop index concurrently ${name}`)
    return 'run'
  }
  const found = await findIndex(connection, index)
  if (index.kind === 'drop') return found === undefined ? 'done' : 'run'
  if (found === undefined) return 'run'
  if (found.isValid) return 'done'
  await connection.exec(`drop index concurrently ${found.name}`)
  return 'run'
}
