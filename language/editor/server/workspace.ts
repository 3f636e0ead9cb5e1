import { readText } from '../../parse.ts'
import { pathOf } from '../lsp-places.ts'
import type { Place } from '../place.ts'
import type { TextStore } from '../text-store.ts'
import { beginsProject, findProjectsAbove, findProjectsBelow } from './find-projects.ts'
import { OpenProject } from './open-project.ts'

/** The projects of a workspace, and which of them a file belongs to. */
export class Workspace {
  readonly texts: TextStore
  private readonly found = new Map<string, OpenProject>()
  /** Files that no project reads, each read by itself. */
  private readonly strays = new Map<string, OpenProject>()

  constructor(texts: TextStore) {
    this.texts = texts
  }

  /** The projects, in the order of their main files. */
  get projects(): readonly OpenProject[] {
    return [...this.found.values()].sort((a, b) => (a.main < b.main ? -1 : 1))
  }

  /** Looks for projects below some folders. */
  async search(roots: readonly string[]): Promise<void> {
    for (const main of await findProjectsBelow(roots)) this.add(main)
  }

  /** Makes sure that a file which was opened is read by its project, wherever that begins. */
  async welcome(path: string): Promise<void> {
    const text = this.texts.read(path)
    if (text !== undefined && beginsProject(text)) this.add(path)
    if (this.projectOf(path) !== undefined || (!path.startsWith('/') && !/^[a-z]:/i.test(path))) return
    for (const main of await findProjectsAbove(path)) this.add(main)
  }

  /** The project that reads a file, or whose revision it is. */
  projectOf(path: string): OpenProject | undefined {
    const own = this.found.get(path)
    if (own !== undefined) return own
    const { projects } = this
    return projects.find(project => project.reads(path)) ?? projects.find(project => project.remembers(path))
  }

  /** All projects that read a file. */
  readersOf(path: string): readonly OpenProject[] {
    return this.projects.filter(project => project.reads(path) || project.remembers(path))
  }

  /** A place in a file, as `placeIn` has it, by what the protocol calls it. */
  place(uri: string, position: { line: number; character: number } = ORIGIN, fresh = true): Place | undefined {
    const place = this.placeIn(pathOf(uri), fresh)
    return place && { ...place, offset: place.parsed.lines.offset(position.line, position.character) }
  }

  /**
   * The start of a file as its text is now; nothing where there is no such file. Without `fresh` the other files are taken
   * as they were last read.
   */
  placeIn(path: string, fresh = true): Place | undefined {
    const text = this.texts.read(path)
    if (text === undefined) return undefined
    const project = this.projectOf(path) ?? this.stray(path)
    const model = fresh ? project.model(path) : project.lastModel
    const known = model.file(path)
    const parsed = known?.text === text ? known : readText(text, path)
    return { model, parsed, offset: 0 }
  }

  /** Looks again whether files that were taken away or changed begin projects. */
  review(path: string): void {
    const text = this.texts.read(path)
    if (text !== undefined && beginsProject(text)) this.add(path)
    else this.found.delete(path)
    this.strays.delete(path)
  }

  private stray(path: string): OpenProject {
    let project = this.strays.get(path)
    if (project === undefined) {
      project = new OpenProject(path, this.texts)
      this.strays.set(path, project)
    }
    return project
  }

  private add(main: string): void {
    if (!this.found.has(main)) this.found.set(main, new OpenProject(main, this.texts))
    this.strays.delete(main)
  }
}

const ORIGIN = { line: 0, character: 0 }
