import { DIALECTS, type DialectName } from '../../compiler/schema/dialect.ts'
import type { Context, Options } from '../command.ts'
import { WrongUsage } from '../wrong-usage.ts'
import { chosenDatabase } from './chosen-database.ts'
import type { OpenProject } from './open-project.ts'

/** The dialect of a script: `--target`, else that of `--database`, else the only target of the project. */
export function chosenDialect(context: Context, { project }: OpenProject, options: Options): DialectName {
  if (options.target !== undefined) return options.target as DialectName
  if (options.database !== undefined) return chosenDatabase(context, project, options).dialect
  const targets = project?.targets.map(({ dialect }) => dialect) ?? DIALECTS
  if (targets.length === 1) return targets[0]!
  throw new WrongUsage('A script is for one database.', `Say which one: --target ${targets.join(' or --target ')}.`, {
    targets,
  })
}
