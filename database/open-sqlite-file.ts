import { accessSync, constants, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { MigError } from '../compiler/failure.ts'
import type { Connection } from './connection.ts'
import { connectSqlite } from './sqlite.ts'

/**
 * Opens an SQLite file. With `create` it is made if it is not there, and must be one that can be written; without, a
 * file that is not there is a failure, and nothing is made. What is no database is told here, not at the first statement.
 */
export async function openSqliteFile(path: string, create: boolean): Promise<Connection> {
  checkFile(path, create)
  let connection: Connection | undefined
  try {
    connection = await connectSqlite(path)
    await connection.query('select count(*) from sqlite_schema')
    return connection
  } catch (error) {
    if (connection !== undefined && isBusy(error)) return connection
    await connection?.close()
    throw openFailure(path, error)
  }
}

function checkFile(path: string, create: boolean): void {
  const found = look(path)
  if (found?.isDirectory()) throw cannotOpen(path, 'it is a folder', 'Name a file in it.')
  if (found !== undefined) {
    if (create) checkAccess(path, path, 'the file is read-only')
    return
  }
  if (!create) throw cannotOpen(path, 'there is no such file', 'Check the path. mig upgrade makes the file.')
  const folder = dirname(path)
  if (look(folder)?.isDirectory() !== true)
    throw cannotOpen(path, `there is no folder ${folder}`, 'Make the folder, or check the path.')
  checkAccess(path, folder, `nothing can be written in ${folder}`)
}

function look(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOTDIR') return undefined
    throw cannotOpen(path, code === 'EACCES' ? 'permission is denied' : String(code), 'Check who may read the folder.')
  }
}

function checkAccess(path: string, place: string, reason: string): void {
  try {
    accessSync(place, constants.W_OK)
  } catch {
    throw cannotOpen(path, reason, 'Check who may write there, and that the disk is not mounted read-only.')
  }
}

/** Another session holds the file: whoever runs a statement waits for it. The numbers are those of rescode.html. */
function isBusy(error: unknown): boolean {
  return [5, 6].includes(resultCode(error))
}

function resultCode(error: unknown): number {
  const { errcode } = error as { readonly errcode?: number }
  return (errcode ?? 0) & 0xff
}

function openFailure(path: string, error: unknown): MigError {
  const said = error instanceof Error ? error.message : String(error)
  switch (resultCode(error)) {
    case 26:
      return broken(path, 'is no SQLite database', 'Check the path; an encrypted database cannot be opened either.')
    case 11:
      return broken(path, 'is damaged', 'Restore it from a backup, or rescue its rows with sqlite3 FILE .recover.')
    default:
      return cannotOpen(path, said, 'Check who may read and write the file and its folder.')
  }
}

function broken(path: string, what: string, remedy: string): MigError {
  return new MigError({ code: 'MIG537', message: `${path} ${what}.`, remedy, facts: { database: path } })
}

function cannotOpen(path: string, reason: string, remedy: string): MigError {
  return new MigError({
    code: 'MIG538',
    message: `The database ${path} cannot be opened: ${reason}.`,
    remedy,
    facts: { database: path },
  })
}
