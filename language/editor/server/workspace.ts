import { dirname, isAbsolute, sep } from 'node:path'
import { pathOf } from '../lsp-places.ts'
import type { Place } from '../place.ts'
import type { TextStore } from '../text-store.ts'
import { beginsProject, findProjectsAbove, findProjectsBelow, isSearched } from './find-projects.ts'
import { isRevisionFile, OpenProject } from './open-project.ts'

/** The projects of a workspace, and which of them a file belongs to. */
export class Workspace {
  readonly texts: TextStore
  /** The folders below which projects are searched for. */
  roots: readonly string[] = []
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

  /** Whether it is still one of the projects. */
  has(project: OpenProject): boolean {
    return this.found.get(project.main) === project
  }

  /** Looks for projects below some folders, and gives those that are new. */
  async search(folders: readonly string[]): Promise<readonly OpenProject[]> {
    return this.addAll(await findProjectsBelow(folders))
  }

  /** Makes sure that a file which was opened is read by its project, wherever that begins; gives the projects that are new. */
  async welcome(path: string): Promise<readonly OpenProject[]> {
    if (this.projectOf(path) !== undefined) return []
    if (!isAbsolute(path)) return []
    const levels = [...Map.groupBy(await findProjectsAbove(path), main => dirname(main)).values()]
    const isOwn = (main: string) => {
      const project = this.found.get(main) ?? new OpenProject(main, this.texts)
      return project.asksFor(path) || project.remembers(path)
    }
    return this.addAll(levels.find(mains => mains.some(isOwn)) ?? levels[0] ?? [])
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

  /** All projects to which it matters what a file says, or whether there is one. */
  concernedBy(path: string): readonly OpenProject[] {
    return this.projects.filter(project => project.asksFor(path) || project.remembers(path))
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
    const parsed = known?.text === text ? known : project.file(path, text)
    return { model, parsed, offset: 0 }
  }

  /** Looks again whether a file begins a project: the one that is new, or the one that is no more. */
  review(path: string): { readonly added?: OpenProject; readonly dropped?: OpenProject } {
    this.strays.delete(path)
    const known = this.found.get(path)
    if (this.isMain(path)) return known === undefined ? { added: this.add(path) } : {}
    this.found.delete(path)
    return known === undefined ? {} : { dropped: known }
  }

  /** Lets go of the projects that are in none of the folders, and of whose folder no file is open. */
  dropUnneeded(): readonly OpenProject[] {
    const { openPaths } = this.texts
    const isOpenIn = (project: OpenProject) =>
      openPaths.some(path => project.reads(path) || path.startsWith(dirname(project.main) + sep))
    const dropped = this.projects.filter(project => !this.isInRoots(project.main) && !isOpenIn(project))
    for (const { main } of dropped) this.found.delete(main)
    return dropped
  }

  /** What the disk says counts as well, so that a block which somebody is about to write again is missed as an error. */
  private isMain(path: string): boolean {
    if (isRevisionFile(path)) return false
    const isWanted = this.texts.isOpen(path) || this.found.has(path) || this.isInRoots(path)
    return isWanted && this.begins(path)
  }

  private begins(path: string): boolean {
    const { texts } = this
    return [texts.read(path), texts.onDisk(path)].some(text => text !== undefined && beginsProject(text))
  }

  private isInRoots(path: string): boolean {
    return this.roots.some(root => isSearched(path, root))
  }

  private stray(path: string): OpenProject {
    let project = this.strays.get(path)
    if (project === undefined) {
      project = new OpenProject(path, this.texts)
      this.strays.set(path, project)
    }
    return project
  }

  /** Adds those that begin a project still: some may have been taken away while they were searched. */
  private addAll(mains: readonly string[]): readonly OpenProject[] {
    return mains.filter(main => !this.found.has(main) && this.begins(main)).map(main => this.add(main))
  }

  private add(main: string): OpenProject {
    const project = new OpenProject(main, this.texts)
    this.found.set(main, project)
    this.strays.delete(main)
    return project
  }
}

const ORIGIN = { line: 0, character: 0 }
