import type { Diagnostic } from '../../diagnostic.ts'
import type { PlanAnswer } from '../plan/plan-answer.ts'
import type { Planner } from '../plan/planner.ts'
import type { OpenProject } from './open-project.ts'
import type { Publisher } from './publisher.ts'
import type { Workspace } from './workspace.ts'

/** How long keystrokes are waited for before a text is read, in milliseconds. */
const PAUSE = 8

/**
 * Keeps the diagnostics in step with the texts: those of the file at hand are worked out here at once, and those of the
 * whole project, with what the plan finds, come from the plan's own thread.
 */
export class Diagnosing {
  private readonly workspace: Workspace
  private readonly publisher: Publisher
  private readonly planner: Planner
  private readonly planned: (project: OpenProject, answer: PlanAnswer, before?: PlanAnswer) => void
  private readonly waiting = new Map<string, NodeJS.Timeout>()

  constructor(
    workspace: Workspace,
    publisher: Publisher,
    planner: Planner,
    planned: (project: OpenProject, answer: PlanAnswer, before?: PlanAnswer) => void,
  ) {
    this.workspace = workspace
    this.publisher = publisher
    this.planner = planner
    this.planned = planned
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

  /** Reads a file now, and asks for the plans of its projects. */
  look(path: string): void {
    const projects = this.workspace.readersOf(path)
    for (const project of projects) {
      if (project.reads(path)) this.publisher.set(project.main, path, this.ownDiagnostics(project, path))
      this.plan(project)
    }
    if (projects.length === 0) this.publisher.set('', path, this.strayDiagnostics(path))
    else this.publisher.set('', path, [])
  }

  /** Asks for the plan of a project. */
  plan(project: OpenProject): void {
    this.planner.plan(project.main).then(
      answer => {
        if (answer === undefined) return
        const before = project.answer
        project.answer = answer
        this.publisher.setAll(project.main, byFile(answer))
        this.planned(project, answer, before)
      },
      () => undefined,
    )
  }

  /** What the text of a file says now; what the plan found in it stands until the next plan. */
  private ownDiagnostics(project: OpenProject, path: string): readonly Diagnostic[] {
    const { loaded } = project.model(path)
    const { hazards = [], spent = [] } = project.answer ?? {}
    return [...loaded.diagnostics, ...hazards, ...spent].filter(({ file }) => file === path)
  }

  /** Of a file that no project reads only the text can be right or wrong. */
  private strayDiagnostics(path: string): readonly Diagnostic[] {
    const place = this.workspace.texts.read(path) === undefined ? undefined : this.workspace.placeIn(path)
    return place === undefined ? [] : [...place.parsed.errors, ...place.parsed.warnings]
  }
}

function byFile(answer: PlanAnswer): ReadonlyMap<string, readonly Diagnostic[]> {
  return Map.groupBy(
    [...answer.diagnostics, ...answer.hazards, ...answer.spent, ...answer.revisionProblems],
    ({ file }) => file,
  )
}
