import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { Project } from '../../language/load/project.ts'
import type { Option } from '../command.ts'
import { WrongUsage } from '../wrong-usage.ts'

/** `--target`: SQL for one of the targets only. */
export const TARGET_OPTION: Option = {
  flags: '--target <dialect>',
  text: 'show SQL for one target only',
  choices: ['postgres', 'sqlite'],
}

/** The targets of the project, in its order, or the one that `--target` names. */
export function chosenTargets(project: Pick<Project, 'targets'>, target: unknown): readonly DialectName[] {
  const all = project.targets.map(({ dialect }) => dialect)
  if (target === undefined) return all
  const chosen = all.filter(dialect => dialect === target)
  if (chosen.length > 0) return chosen
  throw new WrongUsage(`The project has no target ${target}.`, `Its targets are ${all.join(' and ')}.`, {
    targets: all,
  })
}
