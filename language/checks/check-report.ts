import type { AstNode } from 'langium'
import type { Diagnostic, Severity } from '../diagnostic.ts'
import { type NodePart, Reporter } from '../lower/reporter.ts'
import type { Parsed } from '../parse.ts'
import type { Source } from '../sources.ts'

/** A stretch of a file's text. */
export interface TextPart {
  readonly parsed: Parsed
  readonly offset: number
  readonly length: number
}

/** Where something is wrong: at a node or a part of it, at a place that was remembered, or at a stretch of text. */
export type Place = NodePart | Source | TextPart

/** What is said about it: one sentence that names the thing, and what to do, the exact line where there is one. */
export interface Finding {
  readonly code: string
  readonly message: string
  readonly remedy: string
  readonly place: Place
  readonly data?: Diagnostic['data']
}

/** Collects what the checks find. */
export class CheckReport {
  readonly diagnostics: Diagnostic[] = []
  private readonly nodes = new Reporter()

  constructor(files: Iterable<Parsed>) {
    for (const parsed of files) this.nodes.add(parsed)
  }

  error(finding: Finding): void {
    this.add('error', finding)
  }

  warning(finding: Finding): void {
    this.add('warning', finding)
  }

  info(finding: Finding): void {
    this.add('info', finding)
  }

  add(severity: Severity, { code, message, remedy, place, data }: Finding): void {
    const { file, range } = this.sourceOf(place)
    this.diagnostics.push({ code, severity, message, remedy, file, range, ...(data && { data }) })
  }

  /** The file that a node stands in. */
  fileOf(node: AstNode): Parsed {
    return this.nodes.fileOf(node)
  }

  private sourceOf(place: Place): Source {
    if ('node' in place) return { file: this.nodes.fileOf(place.node).file, range: this.nodes.rangeOf(place) }
    if (!('parsed' in place)) return place
    return { file: place.parsed.file, range: place.parsed.lines.range(place.offset, place.length) }
  }
}
