import type { AstNode } from 'langium'
import type { Diagnostic, Range, Severity } from '../diagnostic.ts'
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
  /** True for text that does nothing. */
  readonly faded?: true
}

/** Collects what the checks find. */
export class CheckReport {
  readonly diagnostics: Diagnostic[] = []
  /** A column of a parent is looked at in each of its heirs. */
  private readonly said = new Set<string>()
  private readonly nodes = new Reporter()
  private readonly focus: ReadonlySet<string> | undefined

  /** `focus` names the files that matter, all of them when it is left out. */
  constructor(files: Iterable<Parsed>, focus?: ReadonlySet<string>) {
    this.focus = focus
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

  add(severity: Severity, { code, message, remedy, place, data, faded }: Finding): void {
    const file = this.fileOfPlace(place)
    if (this.focus !== undefined && !this.focus.has(file)) return
    const range = this.rangeOf(place)
    const key = JSON.stringify([code, file, range, message])
    if (this.said.has(key)) return
    this.said.add(key)
    this.diagnostics.push({
      code,
      severity,
      message,
      remedy,
      file,
      range,
      ...(data && { data }),
      ...(faded && { faded }),
    })
  }

  /** The file that a node stands in. */
  fileOf(node: AstNode): Parsed {
    return this.nodes.fileOf(node)
  }

  /** Whether what is found at a node matters. */
  isAbout(node: AstNode): boolean {
    return this.focus === undefined || this.focus.has(this.fileOf(node).file)
  }

  private fileOfPlace(place: Place): string {
    if ('node' in place) return this.fileOf(place.node).file
    return 'parsed' in place ? place.parsed.file : place.file
  }

  private rangeOf(place: Place): Range {
    if ('node' in place) return this.nodes.rangeOf(place)
    return 'parsed' in place ? place.parsed.lines.range(place.offset, place.length) : place.range
  }
}
