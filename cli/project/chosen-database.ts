import { dirname, join } from 'node:path'
import { MigError } from '../../compiler/failure.ts'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import { type DatabaseAddress, readDatabaseAddress } from '../../database/database-address.ts'
import type { Database, Project } from '../../language/load/project.ts'
import type { Context, Option, Options } from '../command.ts'
import { readEnvironment } from './environment.ts'

/** `--database`, for every command that talks to a database. */
export const DATABASE_OPTION: Option = {
  flags: '--database <url>',
  text: 'postgres://… or sqlite:PATH; otherwise the database line of the project, else DATABASE_URL',
}

/** `--target`, where a project has a database line for each of several targets. */
export const DATABASE_TARGET_OPTION: Option = {
  flags: '--target <dialect>',
  text: 'the database of this target, where the project has several',
  choices: ['postgres', 'sqlite'],
}

/**
 * The database that a command talks to: `--database`, else a `database` line of the project, else `DATABASE_URL`. Variables
 * are those of the environment, else of a `.env` beside the project file (here, where there is no project).
 */
export function chosenDatabase(context: Context, project: Project | undefined, options: Options): DatabaseAddress {
  const target = options.target as DialectName | undefined
  const folder = project === undefined ? context.cwd : dirname(project.file)
  const env = readEnvironment(join(folder, '.env'), context.env)
  const address = namedDatabase(options, context.cwd) ?? lineDatabase(project, target, env) ?? variable(env, folder)
  if (address === undefined) throw noDatabase(project, target)
  checkTarget(address, project, target)
  return address
}

type Env = Readonly<Record<string, string | undefined>>

function namedDatabase({ database }: Options, cwd: string): DatabaseAddress | undefined {
  return database === undefined ? undefined : readDatabaseAddress(String(database), cwd)
}

function lineDatabase(
  project: Project | undefined,
  target: DialectName | undefined,
  env: Env,
): DatabaseAddress | undefined {
  const lines = (project?.databases ?? []).filter(({ dialect }) => target === undefined || dialect === target)
  const [line, ...others] = lines
  if (line === undefined) return undefined
  if (others.length > 0) throw severalDatabases(lines)
  const address = readDatabaseAddress(line.url ?? lineVariable(line, env), dirname(project!.file), line.env)
  if (address.dialect !== line.dialect) throw otherDialect(line, address)
  return address
}

function lineVariable({ dialect, env: name }: Database, env: Env): string {
  const value = env[name!]
  if (value) return value
  throw new MigError({
    code: 'MIG431',
    message: `The variable ${name}, in which the project says the ${dialect} database is, is not set.`,
    remedy: `Set ${name} in the environment or in a .env beside the project file, or give --database URL.`,
    facts: { variable: name },
    exit: 2,
  })
}

function variable({ DATABASE_URL: url }: Env, folder: string): DatabaseAddress | undefined {
  return url ? readDatabaseAddress(url, folder, 'DATABASE_URL') : undefined
}

function checkTarget(
  { dialect }: DatabaseAddress,
  project: Project | undefined,
  target: DialectName | undefined,
): void {
  const targets = project?.targets.map(one => one.dialect) ?? [dialect]
  if (targets.includes(dialect) && (target ?? dialect) === dialect) return
  const wanted = targets.includes(dialect) ? `but --target names ${target}` : 'which is no target of the project'
  throw new MigError({
    code: 'MIG435',
    message: `The database is ${dialect}, ${wanted}.`,
    remedy: targets.includes(dialect)
      ? `Leave out --target, or name the ${target} database with --database URL.`
      : `Its targets are ${targets.join(' and ')}: name a database of these, or add ${dialect} to the targets line and run mig compile.`,
    facts: { dialect, targets },
    exit: 2,
  })
}

function noDatabase(project: Project | undefined, target: DialectName | undefined): MigError {
  const which = target === undefined ? 'database' : `${target} database`
  const line =
    project === undefined
      ? ''
      : `, write a line database ${target ?? project.targets[0]?.dialect ?? 'postgres'} env NAME into the project block,`
  return new MigError({
    code: 'MIG430',
    message: `Nothing says which ${which} is meant.`,
    remedy: `Give --database URL (postgres://… or sqlite:PATH)${line} or set DATABASE_URL.`,
    exit: 2,
  })
}

function severalDatabases(lines: readonly Database[]): MigError {
  const dialects = [...new Set(lines.map(({ dialect }) => dialect))]
  const remedy =
    dialects.length === 1
      ? 'Keep one of these lines in the project block, or give --database URL.'
      : `Choose with --target ${dialects.join(' or --target ')}, or give --database URL.`
  const message = `The project names ${lines.length} databases: ${lines.map(describe).join(' and ')}.`
  return new MigError({ code: 'MIG432', message, remedy, facts: { dialects }, exit: 2 })
}

function describe({ dialect, env }: Database): string {
  return env === undefined ? dialect : `${dialect} (env ${env})`
}

function otherDialect(line: Database, address: DatabaseAddress): MigError {
  const place = line.env === undefined ? 'its URL' : `the variable ${line.env}`
  return new MigError({
    code: 'MIG435',
    message: `The project says that a ${line.dialect} database is meant, but ${place} names one of ${address.dialect}.`,
    remedy: `Put a ${line.dialect} URL there, or write database ${address.dialect} in the project block.`,
    facts: { dialect: address.dialect, targets: [line.dialect] },
    exit: 2,
  })
}
