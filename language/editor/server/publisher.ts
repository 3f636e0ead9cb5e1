import type { DiagnosticRelatedInformation, Diagnostic as LspDiagnostic } from 'vscode-languageserver-types'
import type { Diagnostic } from '../../diagnostic.ts'
import { linkedDiagnostic } from '../actions/linked-diagnostic.ts'
import { uriOf } from '../lsp-places.ts'

/** Sends the diagnostics of one file. */
export type Send = (uri: string, diagnostics: LspDiagnostic[], version?: number) => void

/** Finds what belongs to a diagnostic in other places. */
export type Related = (diagnostic: Diagnostic) => DiagnosticRelatedInformation[]

/** The diagnostics of every file, as the editor has them: nothing is sent twice, nothing is left standing. */
export class Publisher {
  private readonly send: Send
  private readonly versionOf: (path: string) => number | undefined
  private readonly related: Related
  private readonly byFile = new Map<string, Map<string, readonly Diagnostic[]>>()
  private readonly sent = new Map<string, string>()

  constructor(send: Send, versionOf: (path: string) => number | undefined, related: Related) {
    this.send = send
    this.versionOf = versionOf
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
    found.set(project, diagnostics)
    this.byFile.set(path, found)
    this.publish(path)
  }

  /** Says what one project finds in all of its files: what it found in others is gone. */
  setAll(project: string, byFile: ReadonlyMap<string, readonly Diagnostic[]>): void {
    for (const [path, found] of this.byFile) if (found.has(project) && !byFile.has(path)) this.set(project, path, [])
    for (const [path, diagnostics] of byFile) this.set(project, path, diagnostics)
  }

  /** A file whose diagnostics are wanted again, whatever was sent before. */
  again(path: string): void {
    this.sent.delete(path)
    this.publish(path)
  }

  /** A file that is no more. */
  forget(path: string): void {
    for (const project of this.byFile.get(path)?.keys() ?? []) this.set(project, path, [])
    this.byFile.delete(path)
  }

  private publish(path: string): void {
    const diagnostics = this.of(path).map(diagnostic => this.withRelated(diagnostic))
    const version = this.versionOf(path)
    const text = JSON.stringify([version, diagnostics])
    if (this.sent.get(path) === text || (diagnostics.length === 0 && !this.sent.has(path) && version === undefined))
      return
    this.sent.set(path, text)
    this.send(uriOf(path), diagnostics, version)
  }

  private withRelated(diagnostic: Diagnostic): LspDiagnostic {
    const relatedInformation = this.related(diagnostic)
    return { ...linkedDiagnostic(diagnostic), ...(relatedInformation.length > 0 && { relatedInformation }) }
  }
}
