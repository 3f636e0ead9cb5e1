import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { writeRevision } from '../../../compiler/revisions/folder.ts'
import { heads } from '../../../compiler/revisions/graph.ts'
import type { Diagnostic, Range } from '../../../language/diagnostic.ts'
import type { PlanAnswer, PlanLens } from '../../../language/editor/plan/plan-answer.ts'
import { Plans } from '../../../language/editor/plan/plans.ts'
import { loadProject } from '../../../language/load.ts'
import { nextRevision } from '../../../language/planning/next-revision.ts'
import { readHistory } from '../../../language/planning/open-history.ts'
import { planNext } from '../../../language/planning/plan-next.ts'

export const HEAD = 'project p {\n  targets postgres 14, sqlite 3.38\n}\n'

/** A project in a folder of its own, whose revisions are written as `mig compile` writes them. */
export class PlanFolder {
  readonly path: string
  readonly main: string
  readonly plans = new Plans()
  private readonly texts = new Map<string, string>()
  private written = 0

  /** Texts by the names of their files; `schema.mig` gets a project block unless it has one. */
  constructor(
    texts: Readonly<Record<string, string>> | string,
    path: string = mkdtempSync(join(tmpdir(), 'mig-plan-')),
  ) {
    this.path = path
    this.main = join(path, 'schema.mig')
    for (const [name, text] of Object.entries(typeof texts === 'string' ? { 'schema.mig': texts } : texts))
      this.write(name, text)
  }

  file(name: string): string {
    return join(this.path, name)
  }

  /** Writes a file to disk. */
  write(name: string, text: string): void {
    mkdirSync(dirname(this.file(name)), { recursive: true })
    writeFileSync(this.file(name), this.whole(name, text))
    this.texts.set(this.file(name), this.whole(name, text))
  }

  /** Writes the next revision beside the editor, upon some parents or the head, and gives its id. */
  compile(parents?: readonly string[]): string {
    const loaded = loadProject(this.main)
    const open = readHistory(loaded.project.migrations)
    const change = planNext(open, loaded, parents ?? heads(open.graph))
    const minute = String(10 + this.written++)
    const words = { message: `change ${this.written}`, created: `2026-01-05T05:${minute}:00Z` }
    const targets = loaded.project.targets.map(({ dialect }) => dialect)
    const { revision, files } = nextRevision(change, change.hazards, targets, words)
    writeRevision(open.path, revision, files)
    return revision.id
  }

  /** Types a text into an open file and plans. */
  type(name: string, text: string): PlanAnswer {
    this.texts.set(this.file(name), this.whole(name, text))
    this.plans.text(this.file(name), this.whole(name, text))
    return this.plan()
  }

  plan(): PlanAnswer {
    return this.plans.plan(this.main)
  }

  /** `schema.mig:5 [email]`: the line and what stands in the range. */
  place({ file, range }: { readonly file: string; readonly range: Range }): string {
    const text = this.texts.get(file)?.slice(range.start.offset, range.end.offset)
    return `${file.slice(this.path.length + 1)}:${range.start.line + 1} [${text}]`
  }

  /** `MIG201 error schema.mig:5 [email]` for each. */
  told(found: readonly Diagnostic[]): readonly string[] {
    return found.map(one => `${one.code} ${one.severity} ${this.place(one)}`)
  }

  /** `5: 2 steps · keeps all data | up | down` for each line that has lenses. */
  lenses(found: readonly PlanLens[]): readonly string[] {
    const lines = Map.groupBy(found, ({ file, range, object }) =>
      JSON.stringify([file.slice(this.path.length + 1), range.start.line + 1, object]),
    )
    return [...lines].map(([key, ones]) => {
      const [file, line] = JSON.parse(key) as [string, number]
      return `${file}:${line} ${ones.map(({ title }) => title).join(' | ')}`
    })
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true })
  }

  private whole(name: string, text: string): string {
    return name === 'schema.mig' && !/^project\b/m.test(text) ? HEAD + text : text
  }
}
