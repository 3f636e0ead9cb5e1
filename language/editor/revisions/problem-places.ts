import { basename, dirname, join } from 'node:path'
import type { Problem } from '../../../compiler/revisions/problem.ts'
import type { Diagnostic, Range } from '../../diagnostic.ts'
import { LineIndex } from '../../line-index.ts'
import { readRevision } from '../../revision-text.ts'
import { currentText } from './current-text.ts'
import { REVISION_FILE, type RevisionCheck } from './revision-check.ts'
import { RevisionPlaces } from './revision-places.ts'
import { saidOfHeads } from './several-heads.ts'
import { sqlMark } from './sql-mark.ts'

/** Puts problems of the migrations folder at their places, some of them at several. */
export class ProblemPlaces {
  private readonly check: RevisionCheck
  private readonly places = new Map<string, RevisionPlaces>()
  private readonly told = new Set<string>()
  /** The files that hold an id: more than one where it is used twice. */
  private readonly filesOf: ReadonlyMap<string, readonly string[]>
  /** What a revision can be called in a link. */
  private readonly namesOf: ReadonlyMap<string, ReadonlySet<string>>

  constructor(check: RevisionCheck) {
    this.check = check
    const { revisions, unread = [] } = check.history
    const all = [...revisions.map(({ revision, file }) => ({ head: revision, file })), ...unread]
    const byId = [...Map.groupBy(all, ({ head }) => head.id)]
    this.filesOf = new Map(byId.map(([id, ones]) => [id, ones.map(({ file }) => file)]))
    this.namesOf = new Map(byId.map(([id, ones]) => [id, new Set([id, ...ones.flatMap(({ head }) => head.labels)])]))
  }

  diagnostics(problem: Problem): readonly Diagnostic[] {
    const { code, file, line, revisions: ids = [] } = problem
    if (/^MIG1/.test(code)) return this.textDiagnostics(file)
    if (file.endsWith('.sql') && code !== 'MIG340') return this.inSql(problem)
    const own = (places: RevisionPlaces) => places.own()
    switch (code) {
      case 'MIG300':
        return this.at(saidOfHeads(problem, ids), this.files(...ids), own, { revisions: ids })
      case 'MIG322':
        return this.at(problem, this.files(...ids), own, { revisions: ids })
      case 'MIG320':
        return this.missing(problem, ids)
      case 'MIG321':
        return this.at(problem, this.files(ids[0]!), own)
      case 'MIG323':
      case 'MIG324':
        return ids.flatMap((id, at) => this.link(problem, id, ids[(at + 1) % ids.length]!))
      case 'MIG325':
      case 'MIG327': {
        const [, label = ''] = /^The label '(.*?)' of revision /.exec(problem.message) ?? []
        return this.at(problem, this.files(ids[0]!), places => places.label(label))
      }
      case 'MIG335':
        return this.at(problem, [join(file, REVISION_FILE)], own, { folder: file })
      case 'MIG340':
        return this.at(problem, [join(dirname(file), REVISION_FILE)], own, sqlFacts(problem))
      case 'MIG344':
        return this.at(problem, [file], places => places.wayBack(line ?? 1))
      case 'MIG346':
        return this.at(problem, [file], own).map(one => ({ ...one, severity: 'info' as const }))
      default:
        if (basename(file) !== REVISION_FILE) return [diagnosticOf(problem, file, START)]
        return this.at(problem, [file], line === undefined ? own : places => places.line(line), line && { line })
    }
  }

  private missing(problem: Problem, [id, missing]: readonly string[]): readonly Diagnostic[] {
    const role = problem.message.includes(' needs ') ? 'need' : 'parent'
    return this.at(problem, this.files(id!), places => places.link(new Set([missing!]), role), { missing, role })
  }

  private link(problem: Problem, id: string, to: string): readonly Diagnostic[] {
    return this.at(problem, this.files(id), places => places.link(this.namesOf.get(to) ?? new Set([to])))
  }

  /** In the SQL file, and in the `revision.mig` beside it where only that is open. */
  private inSql(problem: Problem): readonly Diagnostic[] {
    const { file, code, message } = problem
    const { openText } = this.check
    const text = currentText(file, openText)
    const range = text === undefined ? START : sqlMark(text, code)
    const inFile = diagnosticOf(problem, file, range, sqlFacts(problem))
    const beside = join(dirname(file), REVISION_FILE)
    if (openText?.(beside) === undefined || openText(file) !== undefined) return [inFile]
    const said = { ...problem, message: `${basename(file)}: ${message}` }
    return [inFile, ...this.at(said, [beside], places => places.own(), sqlFacts(problem))]
  }

  private textDiagnostics(file: string): readonly Diagnostic[] {
    if (this.told.has(file)) return []
    this.told.add(file)
    return readRevision(currentText(file, this.check.openText) ?? '', file).diagnostics
  }

  private at(
    problem: Problem,
    files: readonly string[],
    rangeIn: (places: RevisionPlaces) => Range,
    data?: Diagnostic['data'] | 0,
  ): readonly Diagnostic[] {
    return files.map(file => diagnosticOf(problem, file, rangeIn(this.placesIn(file)), data || undefined))
  }

  private files(...ids: readonly string[]): readonly string[] {
    return ids.flatMap(id => this.filesOf.get(id) ?? [])
  }

  private placesIn(file: string): RevisionPlaces {
    const known = this.places.get(file) ?? new RevisionPlaces(currentText(file, this.check.openText) ?? '')
    this.places.set(file, known)
    return known
  }
}

const START = new LineIndex('').range(0, 0)

/** Which SQL it is, and whether rendering it again takes away what a person wrote. */
function sqlFacts(problem: Problem & { readonly derived?: boolean }): NonNullable<Diagnostic['data']> {
  return { files: [basename(problem.file)], derived: problem.derived ?? problem.code === 'MIG340' }
}

function diagnosticOf(problem: Problem, file: string, range: Range, data?: Diagnostic['data']): Diagnostic {
  const { code, severity, message, remedy } = problem
  return { code, severity, message, remedy, file, range, ...(data && { data }) }
}
