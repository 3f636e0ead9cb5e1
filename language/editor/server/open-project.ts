import { basename, dirname, sep } from 'node:path'
import type { PlanAnswer } from '../plan/plan-answer.ts'
import { ProjectModel } from '../project-model.ts'
import { ProjectReader } from '../project-reader.ts'
import { readPast } from '../read-past.ts'
import { REVISION_FILE } from '../revisions/revision-check.ts'
import type { TextStore } from '../text-store.ts'

/** Whether a path is that of a revision. */
export function isRevisionFile(path: string): boolean {
  return basename(path) === REVISION_FILE
}

/** A project that the editor looks at: its texts as they are now, and what its plan was when it was last made. */
export class OpenProject {
  /** The file that it begins with. */
  readonly main: string
  /** The last plan; nothing before the first. */
  answer: PlanAnswer | undefined
  private readonly texts: TextStore
  private readonly reader = new ProjectReader()
  private known: { readonly model: ProjectModel; readonly at: number; readonly focus: string | undefined } | undefined

  constructor(main: string, texts: TextStore) {
    this.main = main
    this.texts = texts
  }

  /** The project as its texts are now. The diagnostics of the file in focus are complete, those of others may not be. */
  model(focus: string = this.known?.focus ?? this.main): ProjectModel {
    const at = this.texts.changes
    if (this.known?.at === at && this.known.focus === focus) return this.known.model
    const loaded = this.reader.read(this.main, this.texts.read, new Set([focus]))
    const model = new ProjectModel(loaded, () => readPast(loaded.project.migrations, this.texts.openText))
    this.known = { model, at, focus }
    return model
  }

  /** The project as it was when somebody last asked, which may be one edit ago. */
  get lastModel(): ProjectModel {
    return this.known?.model ?? this.model()
  }

  /** Whether it reads the file as a part of its schema. */
  reads(path: string): boolean {
    return this.lastModel.file(path) !== undefined
  }

  /** Whether a file that appears may become a part of it. */
  mayRead(path: string): boolean {
    return path.endsWith('.mig') && path.startsWith(dirname(this.main) + sep)
  }

  /** Whether the file is one of its revisions. */
  remembers(path: string): boolean {
    return path.startsWith(this.lastModel.loaded.project.migrations + sep)
  }

  /** Forgets what was read of the revisions. */
  forgetPast(): void {
    this.known = undefined
  }
}
