import type { FileStatement, SqlFile, SqlPart } from '../compiler/revisions/sql-file.ts'
import type { Connection } from './connection.ts'
import { cannotRun, statementFailed } from './failures.ts'
import { type ForeignKeyGuard, foreignKeyGuard } from './foreign-key-guard.ts'

/**
 * Runs a SQL file on a connection, part by part: each transactional part in one transaction, which is rolled back when a
 * statement fails. Throws MIG510 with the file, the line, the statement and what the database said, MIG511 when the
 * revision has no way in this direction, and MIG503 when rows would be left that point nowhere. `name` is how messages
 * call the file.
 */
export async function applySqlFile(connection: Connection, file: SqlFile, name: string): Promise<void> {
  if (file.refused !== undefined) throw cannotRun(name, file.refused)
  const guard = await foreignKeyGuard(connection)
  try {
    for (const part of file.parts) await applyPart(connection, part, name, guard.check)
  } finally {
    await guard.restore()
  }
}

async function applyPart(
  connection: Connection,
  part: SqlPart,
  name: string,
  check: ForeignKeyGuard['check'],
): Promise<void> {
  if (!part.transaction) {
    for (const statement of part.statements) await applyStatement(connection, statement, name)
    return
  }
  await connection.exec(connection.dialect === 'sqlite' ? 'begin immediate' : 'begin')
  try {
    for (const statement of part.statements) await applyStatement(connection, statement, name)
    await check(name)
    await applyStatement(connection, { sql: 'commit', about: '', line: part.statements.at(-1)?.line ?? 1 }, name)
  } catch (error) {
    await connection.exec('rollback').catch(() => {})
    throw error
  }
}

async function applyStatement(connection: Connection, statement: FileStatement, name: string): Promise<void> {
  try {
    await connection.exec(statement.sql)
  } catch (error) {
    throw statementFailed(error as Error, statement, name)
  }
}
