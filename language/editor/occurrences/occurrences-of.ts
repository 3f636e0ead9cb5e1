import type { Parsed } from '../../parse.ts'
import type { Occurrence } from '../occurrence.ts'
import type { ProjectModel } from '../project-model.ts'
import { readNames } from './read-names.ts'

/** Every name in a file of the project that stands for something, in the order of the text. */
export function occurrencesOf(model: ProjectModel, parsed: Parsed): readonly Occurrence[] {
  return readNames(model, parsed).occurrences
}
