import { basename, dirname, sep } from 'node:path'
import type { Parsed } from '../../parse.ts'
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
  private asked: ReadonlySet<string> = new Set()
  private known: { readonly model: ProjectModel; readonly at: number; readonly focus: string | undefined } | undefined

  constructor(main: string, texts: TextStore) {
    this.main = main
    this.texts = texts
  }

  /** The project as its texts are now. The diagnostics of the file in focus are complete, those of others may not be. */
  model(focus: string = this.known?.focus ?? this.main): ProjectModel {
    const at = this.texts.changes
    if (this.known?.at === at && this.known.focus === focus) return this.known.model
    const asked = new Set<string>()
    const read = (path: string) => {
      asked.add(path)
      return this.texts.read(path)
    }
    const loaded = this.reader.read(this.main, read, new Set([focus]))
    this.asked = asked
    const model = new ProjectModel(loaded, () => readPast(loaded.project.migrations, this.texts.openText))
    this.known = { model, at, focus }
    return model
  }

  /** A file as its text is now, read by itself. */
  file(path: string, text: string): Parsed {
    return this.reader.file(path, text)
  }

  /** The project as it was when somebody last asked, which may be one edit ago. */
  get lastModel(): ProjectModel {
    return this.known?.model ?? this.model()
  }

  /** Whether it reads the file as a part of its schema. */
  reads(path: string): boolean {
    return this.lastModel.file(path) !== undefined
  }

  /** Whether it reads the file, or would if there were one. */
  asksFor(path: string): boolean {
    return this.askedPaths.has(path)
  }

  /** The paths of all files that it reads, or would if they were there. */
  get askedPaths(): ReadonlySet<string> {
    if (this.known === undefined) this.model()
    return this.asked
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
