import { readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { MigError } from '../../compiler/failure.ts'
import { hasErrors } from '../../language/diagnostic.ts'
import type { Project } from '../../language/load/project.ts'
import { readProjectBlock } from '../../language/read-project-block.ts'
import type { Context, Option, Options } from '../command.ts'
import { ProblemsFound } from '../output/problems-found.ts'
import { diagnosticProblems } from './diagnostic-problems.ts'
import { findProjectIfAny, noProject } from './find-project.ts'

/** `--migrations`: for a deployment that holds the revisions and nothing else. */
export const MIGRATIONS_OPTION: Option = {
  flags: '--migrations <dir>',
  text: 'the migrations folder; otherwise that of the project, or migrations/ here where there is no project',
}

const FOLDER = 'migrations'

/** What a command needs that reads revisions and no schema. */
export interface OpenProject {
  /** What the project block says; a deployment may have none. */
  readonly project?: Project
  /** The migrations folder, absolute. */
  readonly migrations: string
}

/**
 * Finds the migrations folder, and reads the project block, but nothing else of the schema files: they may be wrong,
 * and need not be there at all.
 */
export async function openProject(context: Context, options: Options): Promise<OpenProject> {
  const named = options.migrations === undefined ? undefined : namedFolder(context.cwd, String(options.migrations))
  const file = findProjectIfAny(context)
  if (file === undefined) return { migrations: named ?? folderHere(context.cwd) }
  const read = await readProjectBlock(file, readFileSync(file, 'utf8'))
  if (hasErrors(read.diagnostics)) {
    const problems = diagnosticProblems(read, context.cwd)
    throw new ProblemsFound(problems, 'in the project block', 'Nothing was done. Mend it and run the command again.')
  }
  return { project: read.project, migrations: named ?? read.project.migrations }
}

function folderHere(cwd: string): string {
  const folder = join(cwd, FOLDER)
  if (isFolder(folder)) return folder
  throw noProject(cwd, { lacks: `, and no folder ${FOLDER} here`, remedy: ', or the revisions with --migrations DIR' })
}

function namedFolder(cwd: string, name: string): string {
  const folder = resolve(cwd, name)
  if (isFolder(folder)) return folder
  throw new MigError({
    code: 'MIG406',
    message: `There is no folder ${name}.`,
    remedy: 'Give --migrations the path of the folder that holds the revisions.',
    facts: { migrations: name },
    exit: 2,
  })
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}
