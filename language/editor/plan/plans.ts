import type { History } from '../../../compiler/revisions/stored-revision.ts'
import type { Diagnostic } from '../../diagnostic.ts'
import { unreachedFiles } from '../../load/unreached-files.ts'
import type { Loaded } from '../../load.ts'
import { TableMemory } from '../../lower/table-memory.ts'
import { type Parsed, readText } from '../../parse.ts'
import { TextMemory } from '../../straight/text-memory.ts'
import { stampOf } from '../file-stamp.ts'
import { HistoryReader } from '../history-reader.ts'
import { readable } from '../readable.ts'
import { revisionDiagnostics } from '../revisions/revision-diagnostics.ts'
import { DeclarationOrder } from './declaration-order.ts'
import type { PlanAnswer } from './plan-answer.ts'
import { planProject } from './plan-project.ts'
import type { ProjectPlan } from './plan-request.ts'
import { sqlDocument } from './sql-document.ts'
import { readSqlUri } from './sql-uri.ts'

/** A project as it was last planned, and what is kept from one plan to the next. */
interface Kept {
  readonly order: DeclarationOrder
  readonly tables: TableMemory
  readonly plan?: ProjectPlan
  /** The count of changes at which it was planned. */
  readonly at: number
}

/** The plans of all projects of a workspace. What did not change since the last one is not read again. */
export class Plans {
  private readonly open = new Map<string, string>()
  private readonly onDisk = new Map<string, { readonly stamp: string; readonly text: string | undefined }>()
  private readonly parsed = new Map<string, Parsed>()
  private readonly memories = new Map<string, TextMemory>()
  private readonly histories = new HistoryReader('steps and SQL')
  private readonly problems = new WeakMap<
    History,
    { readonly targets: string; readonly found: readonly Diagnostic[] }
  >()
  private readonly strays = new Map<string, readonly Diagnostic[]>()
  private readonly projects = new Map<string, Kept>()
  private changes = 0

  /** A text is open and says this; undefined when it is closed. */
  text(path: string, text: string | undefined): void {
    this.changes++
    if (text === undefined) this.open.delete(path)
    else this.open.set(path, text)
  }

  /** Something was made, changed or taken away at a path on disk. */
  disk(path: string): void {
    this.changes++
    this.onDisk.delete(path)
    this.strays.clear()
  }

  /** The plan of a project, from the texts as they are now. */
  plan(main: string): PlanAnswer {
    const { order = new DeclarationOrder(), tables = new TableMemory(), plan: last } = this.projects.get(main) ?? {}
    const plan = planProject({
      main,
      order,
      tables,
      read: path => this.open.get(path) ?? this.readDisk(path),
      parse: (path, text) => this.parse(path, text),
      history: migrations => this.histories.read(migrations, path => this.open.get(path)),
      revisionProblems: (history, loaded) => this.revisionProblems(history, loaded),
      unreached: (files, migrations) => this.unreached(files, migrations),
      ...(last && { last }),
    })
    this.projects.set(main, { order, tables, plan, at: this.changes })
    this.forgetUnused()
    return plan.answer
  }

  /** There is no such project any more. */
  forget(main: string): void {
    this.projects.delete(main)
    this.forgetUnused()
  }

  /** The text behind a `mig-sql:` URI. */
  sql(uri: string): string {
    const address = readSqlUri(uri)
    if (address === undefined) return `-- ${uri} names no SQL.\n`
    if (this.projects.get(address.main)?.at !== this.changes) this.plan(address.main)
    return sqlDocument(address, this.projects.get(address.main)!.plan!)
  }

  private readDisk(path: string): string | undefined {
    const stamp = stampOf(path)
    const known = this.onDisk.get(path)
    if (known?.stamp === stamp) return known.text
    const text = readable(path)
    this.onDisk.set(path, { stamp, text })
    return text
  }

  private parse(path: string, text: string): Parsed {
    const known = this.parsed.get(path)
    if (known?.text === text) return known
    const memory = this.memories.get(path) ?? new TextMemory()
    this.memories.set(path, memory)
    const parsed = readText(text, path, memory)
    this.parsed.set(path, parsed)
    return parsed
  }

  private revisionProblems(history: History, { project }: Loaded): readonly Diagnostic[] {
    const dialects = project.targets.map(({ dialect }) => dialect)
    const targets = dialects.join(' ')
    const known = this.problems.get(history)
    if (known?.targets === targets) return known.found
    const openText = (path: string) => this.open.get(path)
    const found = revisionDiagnostics({ history, path: project.migrations, targets: dialects, openText })
    this.problems.set(history, { targets, found })
    return found
  }

  private unreached(files: readonly string[], migrations: string): readonly Diagnostic[] {
    const key = [migrations, ...files].join('\n')
    const found = this.strays.get(key) ?? unreachedFiles(files, migrations)
    this.strays.set(key, found)
    return found
  }

  private forgetUnused(): void {
    const used = new Set(
      [...this.projects.values()].flatMap(({ plan }) => plan?.loaded.files.map(({ parsed }) => parsed.file) ?? []),
    )
    for (const path of this.parsed.keys()) {
      if (used.has(path)) continue
      this.parsed.delete(path)
      this.memories.delete(path)
    }
    for (const path of this.onDisk.keys()) if (!used.has(path)) this.onDisk.delete(path)
  }
}
