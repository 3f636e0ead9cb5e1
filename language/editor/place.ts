import type { Parsed } from '../parse.ts'
import type { ProjectModel } from './project-model.ts'

/** A place that an editor asks about: an offset in a file, and the project that the file is read in. */
export interface Place {
  readonly model: ProjectModel
  readonly parsed: Parsed
  /** In UTF-16 units from the start of the text. */
  readonly offset: number
}
