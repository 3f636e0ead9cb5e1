import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { MigError } from '../../compiler/failure.ts'
import type { Context } from '../command.ts'

/** The name of the file that a project begins with, unless `--project` names another. */
export const PROJECT_FILE = 'schema.mig'

/** The absolute path of the project's schema file: `--project`, else `schema.mig` here or in a folder above. */
export function findProject(context: Pick<Context, 'cwd' | 'project'>): string {
  const file = findProjectIfAny(context)
  if (file === undefined) throw noProject(context.cwd)
  return file
}

/** The same where a project need not be: undefined when none is named and none is there. */
export function findProjectIfAny({ cwd, project }: Pick<Context, 'cwd' | 'project'>): string | undefined {
  if (project !== undefined) return namedProject(cwd, project)
  for (let folder = cwd; ; folder = dirname(folder)) {
    const file = join(folder, PROJECT_FILE)
    if (existsSync(file)) return file
    if (dirname(folder) === folder) return undefined
  }
}

/** There is no project, and for a command that could do `without` one, not that either. */
export function noProject(cwd: string, without?: { readonly lacks: string; readonly remedy: string }): MigError {
  const { lacks = '', remedy = '' } = without ?? {}
  return new MigError({
    code: 'MIG403',
    message: `There is no ${PROJECT_FILE} in ${cwd} or above it${lacks}.`,
    remedy: `Run mig init to begin a project, or name its file with --project FILE${remedy}.`,
    facts: { folder: cwd },
    exit: 2,
  })
}

function namedProject(cwd: string, project: string): string {
  const file = resolve(cwd, project)
  if (statSync(file, { throwIfNoEntry: false })?.isFile()) return file
  throw new MigError({
    code: 'MIG402',
    message: `There is no file ${project}.`,
    remedy: 'Give --project the path of the schema file that holds the project block.',
    facts: { project },
    exit: 2,
  })
}
