import { hasErrors } from '../../language/diagnostic.ts'
import { type Loaded, loadProject } from '../../language/load.ts'
import type { Context } from '../command.ts'
import type { Problem } from '../output/problem.ts'
import { ProblemsFound } from '../output/problems-found.ts'
import { diagnosticProblems } from './diagnostic-problems.ts'
import { findProject } from './find-project.ts'

/** A schema that was read, and the problems that do not stop it. */
export interface OpenSchema {
  readonly loaded: Loaded
  /** Warnings and notes; errors too when they were asked for. */
  readonly problems: readonly Problem[]
}

/** Reads the schema files of the project. Throws `ProblemsFound` when they have errors: a plan would be wrong. */
export function openSchema(context: Context): OpenSchema {
  const opened = readSchema(context)
  if (hasErrors(opened.loaded.diagnostics)) {
    throw new ProblemsFound(
      opened.problems,
      'in the schema',
      'Nothing was planned or written. Mend the schema and run the command again.',
    )
  }
  return opened
}

/** Reads the schema files, whatever errors they have. */
export function readSchema(context: Context): OpenSchema {
  const loaded = loadProject(findProject(context))
  return { loaded, problems: diagnosticProblems(loaded, context.cwd) }
}
