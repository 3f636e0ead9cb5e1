import type { Diagnostic } from '../../diagnostic.ts'
import type { PlanAnswer } from '../plan/plan-answer.ts'
import type { Planner } from '../plan/planner.ts'
import type { OpenProject } from './open-project.ts'
import type { Publisher } from './publisher.ts'
import type { Workspace } from './workspace.ts'

/** How long keystrokes are waited for before a text is read, in milliseconds. */
const PAUSE = 8
/** Under this name stands what is said of a file that no project reads. */
const NO_PROJECT = ''

/** Who is told what becomes of the projects. */
export interface Listener {
  planned(project: OpenProject, answer: PlanAnswer, before?: PlanAnswer): void
  /** It is no project any more. */
  dropped(project: OpenProject): void
  failed(error: unknown): void
}

/**
 * Keeps the diagnostics in step with the texts: those of the file at hand are worked out here at once, and those of the
 * whole project, with what the plan finds, come from the plan's own thread.
 */
export class Diagnosing {
  private readonly workspace: Workspace
  private readonly publisher: Publisher
  private readonly planner: Planner
  private readonly listener: Listener
  private readonly waiting = new Map<string, NodeJS.Timeout>()
  /** The files that no project reads, and which text of them was looked at. */
  private readonly strays = new Map<string, number>()

  constructor(workspace: Workspace, publisher: Publisher, planner: Planner, listener: Listener) {
    this.workspace = workspace
    this.publisher = publisher
    this.planner = planner
    this.listener = listener
  }

  /** A text has changed. A burst of keystrokes is read once. */
  touch(path: string): void {
    clearTimeout(this.waiting.get(path))
    this.waiting.set(
      path,
      setTimeout(() => {
        this.waiting.delete(path)
        this.look(path)
      }, PAUSE),
    )
  }

  /** Reads a file now if keystrokes are waited for. */
  flush(path: string): void {
    const waiting = this.waiting.get(path)
    if (waiting === undefined) return
    clearTimeout(waiting)
    this.waiting.delete(path)
    this.look(path)
  }

  /** Reads a file now, and asks for the plans of the projects to which it matters. */
  look(path: string): void {
    const added = this.review(path)
    for (const project of this.workspace.concernedBy(path)) {
      const own = this.ownDiagnostics(project, path)
      if (own !== undefined) this.publisher.set(project.main, path, own)
      if (project !== added) this.plan(project)
    }
    this.lookAtStrays()
  }

  /** Looks whether a file begins a project now: one that does is planned, one that does not is forgotten. */
  review(path: string): OpenProject | undefined {
    const { added, dropped } = this.workspace.review(path)
    if (dropped !== undefined) this.forget([dropped])
    if (added !== undefined) this.plan(added)
    return added
  }

  /** Forgets what was said of projects that are no more. */
  forget(projects: readonly OpenProject[]): void {
    for (const project of projects) {
      this.publisher.setAll(project.main, new Map())
      this.planner.forget(project.main)
      this.listener.dropped(project)
    }
    if (projects.length > 0) this.lookAtStrays()
  }

  /** Asks for the plan of a project. What it says of a text that has changed meanwhile is passed over: another plan follows. */
  plan(project: OpenProject): void {
    const { texts } = this.workspace
    const at = texts.changes
    this.planner.plan(project.main).then(
      answer => {
        if (answer === undefined || !this.workspace.has(project)) return
        const before = project.answer
        project.answer = answer
        this.publisher.setAll(project.main, byFile(answer), path => texts.version(path) > at && project.reads(path))
        this.lookAtStrays()
        this.listener.planned(project, answer, before)
      },
      error => this.listener.failed(error),
    )
  }

  /** What the text of a file says now; what the plan found in it stands until the next plan. Nothing for a file that it does not read. */
  private ownDiagnostics(project: OpenProject, path: string): readonly Diagnostic[] | undefined {
    const model = project.model(path)
    if (model.file(path) === undefined) return undefined
    const { hazards = [], spent = [] } = project.answer ?? {}
    return [...model.loaded.diagnostics, ...hazards, ...spent].filter(({ file }) => file === path)
  }

  /** Of an open file that no project reads only the text can be right or wrong. */
  private lookAtStrays(): void {
    const { texts } = this.workspace
    const now = texts.openPaths.filter(path => this.workspace.projectOf(path) === undefined)
    for (const path of this.strays.keys()) {
      if (now.includes(path)) continue
      this.strays.delete(path)
      this.publisher.set(NO_PROJECT, path, [])
    }
    for (const path of now) {
      if (this.strays.get(path) === texts.version(path)) continue
      const isNew = !this.strays.has(path)
      this.strays.set(path, texts.version(path))
      const place = this.workspace.placeIn(path, false)
      if (place !== undefined) this.publisher.set(NO_PROJECT, path, [...place.parsed.errors, ...place.parsed.warnings])
      if (isNew) void this.welcome(path)
    }
  }

  /** Looks for the project of a file above it. */
  private async welcome(path: string): Promise<void> {
    for (const project of await this.workspace.welcome(path)) this.plan(project)
  }
}

function byFile(answer: PlanAnswer): ReadonlyMap<string, readonly Diagnostic[]> {
  return Map.groupBy(
    [...answer.diagnostics, ...answer.hazards, ...answer.spent, ...answer.revisionProblems],
    ({ file }) => file,
  )
}
