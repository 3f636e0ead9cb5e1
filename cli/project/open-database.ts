import { existsSync } from 'node:fs'
import { connect } from '../../database/connect.ts'
import { pathOf } from '../../database/database-address.ts'
import type { DatabaseSource } from '../../database/source.ts'
import { connectSqlite } from '../../database/sqlite.ts'
import type { Context, Options } from '../command.ts'
import { chosenDatabase } from './chosen-database.ts'
import type { OpenProject } from './open-project.ts'

/**
 * The database that the command line, the project or the environment names: where its sessions come from. Where a command
 * only says what it would do, an SQLite file that is not there may count as an empty one (`absentIsEmpty`).
 */
export function openDatabase(
  context: Context,
  { project }: OpenProject,
  options: Options,
  absentIsEmpty = false,
): DatabaseSource {
  const address = chosenDatabase(context, project, options)
  const { dialect } = address
  if (absentIsEmpty && dialect === 'sqlite' && !existsSync(pathOf(address))) {
    return { dialect, open: () => connectSqlite(':memory:') }
  }
  return { dialect, open: how => connect(address, how) }
}
