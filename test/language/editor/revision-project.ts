import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { writeRevision } from '../../../compiler/revisions/folder.ts'
import { heads } from '../../../compiler/revisions/graph.ts'
import type { StoredRevision } from '../../../compiler/revisions/stored-revision.ts'
import type { DialectName } from '../../../compiler/schema/dialect.ts'
import { HistoryReader, type OpenText } from '../../../language/editor/history-reader.ts'
import { ProjectModel } from '../../../language/editor/project-model.ts'
import { readPast } from '../../../language/editor/read-past.ts'
import type { RevisionCheck } from '../../../language/editor/revisions/revision-check.ts'
import { type Loaded, loadProject } from '../../../language/load.ts'
import { type NextRevision, nextRevision } from '../../../language/planning/next-revision.ts'
import { readHistory, schemaOf } from '../../../language/planning/open-history.ts'
import { nextParents, planNext } from '../../../language/planning/plan-next.ts'

const HEAD = 'project p {\n  targets postgres 14, sqlite 3.38\n}\n'

/** A project on disk, whose revisions are made as `mig compile` makes them. */
export class RevisionProject {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'mig-editor-')))
  /** Texts that are open in an editor, by their paths. */
  readonly open = new Map<string, string>()
  private readonly made: string[] = []

  readonly openText: OpenText = path => this.open.get(path)

  get migrations(): string {
    return join(this.folder, 'migrations')
  }

  /** Writes the schema; a project block is put before it. */
  schema(text: string): Loaded {
    writeFileSync(join(this.folder, 'schema.mig'), HEAD + text)
    return this.load()
  }

  load(): Loaded {
    return loadProject(join(this.folder, 'schema.mig'))
  }

  /** Writes the schema and the revision that leads to it; answers with its id. `head` is what it stands on where there are several. */
  compile(text: string, message: string, head?: string): string {
    const loaded = this.schema(text)
    const open = readHistory(this.migrations)
    const change = planNext(open, loaded, head === 'base' ? [] : head ? [head] : nextParents(open, undefined))
    return this.put(nextRevision(change, [], TARGETS, { message, created: this.now }))
  }

  private put({ revision, files }: NextRevision): string {
    writeRevision(this.migrations, revision, files)
    this.made.push(revision.id)
    return revision.id
  }

  private get now(): string {
    return `2026-01-05T05:${String(30 + this.made.length)}:00Z`
  }

  /** Joins all heads, as `mig merge` does where no object was changed by more than one branch. */
  merge(message: string): string {
    const open = readHistory(this.migrations)
    const parents = heads(open.graph)
    const schema = schemaOf(open, parents)
    const change = { parents, steps: [], hazards: [], before: schema, after: schema }
    return this.put(nextRevision(change, [], TARGETS, { message, created: this.now }))
  }

  /** The path of a file of a revision. */
  file(id: string, name = 'revision.mig'): string {
    const folder = readdirSync(this.migrations).find(one => one.includes(`_${id}`))!
    return join(this.migrations, folder, name)
  }

  text(id: string, name?: string): string {
    return readFileSync(this.file(id, name), 'utf8')
  }

  /** Changes a file of a revision on disk. */
  edit(id: string, change: (text: string) => string, name?: string): void {
    const file = this.file(id, name)
    writeFileSync(file, change(readFileSync(file, 'utf8')))
  }

  /** Opens a file in the editor, with another text than that of the disk if one is given. */
  type(id: string, change: (text: string) => string = text => text, name?: string): void {
    this.open.set(this.file(id, name), change(this.text(id, name)))
  }

  get check(): RevisionCheck {
    const history = new HistoryReader('steps and SQL').read(this.migrations, this.openText)
    return { history, path: this.migrations, targets: TARGETS, openText: this.openText }
  }

  get model(): ProjectModel {
    const loaded = this.load()
    return new ProjectModel(loaded, () => readPast(loaded.project.migrations, this.openText))
  }

  stored(id: string): StoredRevision {
    return this.check.history.revisions.find(({ revision }) => revision.id === id)!
  }

  /** A text with the letters `a`, `b`, `c` … for the ids of the revisions, in the order in which they were made. */
  letters(text: string): string {
    return this.made.reduce((said, id, at) => said.replaceAll(id, 'abcdefgh'[at]!), text)
  }

  /** `a/revision.mig`: a path by the letter of its revision. */
  short(path: string): string {
    return this.letters(path.slice(this.migrations.length + 1)).replace(/^\d{8}_\d{4}_([a-z])(?:_\w+)?\//, '$1/')
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true })
    writeFileSync(join(this.folder, path), text)
  }

  remove(id: string, name: string): void {
    rmSync(this.file(id, name))
  }

  end(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

const TARGETS: readonly DialectName[] = ['postgres', 'sqlite']
