import type { Hints } from '../../compiler/diff/hints.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import type { LoadedFile } from '../load/loaded-file.ts'
import type { Project } from '../load/project.ts'
import type { Sources } from '../sources.ts'

/** A project as it was read: all that the checks go by. */
export interface CheckedProject {
  readonly files: readonly LoadedFile[]
  readonly project: Project
  readonly schema: Schema
  readonly hints: Hints
  readonly sources: Sources
}
