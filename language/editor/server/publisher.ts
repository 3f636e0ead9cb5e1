import {
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type Diagnostic as LspDiagnostic,
} from 'vscode-languageserver-types'
import type { Diagnostic } from '../../diagnostic.ts'
import { linkedDiagnostic } from '../actions/linked-diagnostic.ts'
import { lspRange } from '../lsp-places.ts'

/** A file that is another language by mistake has an error in each line: no client shows them all. The errors go first. */
const MOST = 500
const WEIGHTS = { error: 0, warning: 1, info: 2 } as const

/** Sends the diagnostics of one file. */
export type Send = (uri: string, diagnostics: LspDiagnostic[], version?: number) => void

/** How the client calls a file, and which version of it is open there. */
export type OpenOf = (path: string) => { readonly uri: string; readonly version: number | undefined }

/** Finds what belongs to a diagnostic in other places. */
export type Related = (diagnostic: Diagnostic) => DiagnosticRelatedInformation[]

/** The diagnostics of every file, as the editor has them: nothing is sent twice, nothing is left standing. */
export class Publisher {
  private readonly send: Send
  private readonly openOf: OpenOf
  private readonly related: Related
  private readonly byFile = new Map<string, Map<string, readonly Diagnostic[]>>()
  private readonly sent = new Map<string, string>()

  constructor(send: Send, openOf: OpenOf, related: Related) {
    this.send = send
    this.openOf = openOf
    this.related = related
  }

  /** The diagnostics that stand in a file now. */
  of(path: string): readonly Diagnostic[] {
    const seen = new Set<string>()
    return [...(this.byFile.get(path)?.values() ?? [])].flat().filter(({ code, range, message }) => {
      const key = `${code}\n${range.start.offset}\n${message}`
      return !seen.has(key) && seen.add(key)
    })
  }

  /** Says what one project finds in one file. */
  set(project: string, path: string, diagnostics: readonly Diagnostic[]): void {
    const found = this.byFile.get(path) ?? new Map<string, readonly Diagnostic[]>()
    if (diagnostics.length > 0) found.set(project, diagnostics)
    else found.delete(project)
    if (found.size > 0) this.byFile.set(path, found)
    else this.byFile.delete(path)
    this.publish(path)
  }

  /** Says what one project finds in all of its files, but for some that are left as they are: what it found in others is gone. */
  setAll(
    project: string,
    byFile: ReadonlyMap<string, readonly Diagnostic[]>,
    isLeft: (path: string) => boolean = () => false,
  ): void {
    const before = [...this.byFile].filter(([path, found]) => found.has(project) && !byFile.has(path))
    for (const [path] of before) if (!isLeft(path)) this.set(project, path, [])
    for (const [path, diagnostics] of byFile) if (!isLeft(path)) this.set(project, path, diagnostics)
  }

  /** A file that is no more. */
  forget(path: string): void {
    this.byFile.delete(path)
    this.publish(path)
  }

  private publish(path: string): void {
    const diagnostics = this.bounded(this.of(path))
    const { uri, version } = this.openOf(path)
    const text = JSON.stringify([version, diagnostics])
    if (this.sent.get(path) === text || (diagnostics.length === 0 && !this.sent.has(path) && version === undefined))
      return
    this.sent.set(path, text)
    this.send(uri, diagnostics, version)
  }

  private bounded(all: readonly Diagnostic[]): LspDiagnostic[] {
    if (all.length <= MOST) return all.map(diagnostic => this.withRelated(diagnostic))
    const sorted = all.toSorted((a, b) => weight(a) - weight(b) || a.range.start.offset - b.range.start.offset)
    const [next] = sorted.slice(MOST)
    const more =
      all.length === MOST + 1 ? '1 more is not shown: it is' : `${all.length - MOST} more are not shown: they are`
    const message = `${more} when others of this file are settled.`
    const note = { range: lspRange(next!.range), severity: DiagnosticSeverity.Information, source: 'mig', message }
    return [...sorted.slice(0, MOST).map(diagnostic => this.withRelated(diagnostic)), note]
  }

  private withRelated(diagnostic: Diagnostic): LspDiagnostic {
    const relatedInformation = this.related(diagnostic)
    return { ...linkedDiagnostic(diagnostic), ...(relatedInformation.length > 0 && { relatedInformation }) }
  }
}

function weight({ severity }: Diagnostic): number {
  return WEIGHTS[severity]
}
