import type { NameKind } from '../occurrence.ts'
import type { ProjectModel } from '../project-model.ts'

/** What a hover is about: a thing of the project by its key. */
export interface Thing {
  readonly model: ProjectModel
  readonly kind: NameKind
  readonly key: string
  readonly name: string
}
