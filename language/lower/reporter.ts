import type { AstNode } from 'langium'
import type { Diagnostic, Range, Severity } from '../diagnostic.ts'
import type { Parsed } from '../parse.ts'
import { placeOfKeyword, placeOfProperty } from '../straight/place-of.ts'

/** A part of a node: the whole, one of its properties, or one item of a property that is a list. */
export interface NodePart {
  readonly node: AstNode
  /** The word that the part starts with, when it stands before the property. */
  readonly keyword?: string
  readonly property?: string
  readonly index?: number
}

/** Collects diagnostics about nodes, and finds the places of nodes. */
export class Reporter {
  readonly diagnostics: Diagnostic[] = []
  private readonly files = new Map<AstNode, Parsed>()

  /** Makes the nodes of a file known. */
  add(parsed: Parsed): void {
    this.files.set(parsed.ast, parsed)
  }

  error(code: string, message: string, remedy: string, part: NodePart, data?: Diagnostic['data']): void {
    this.report('error', code, message, remedy, part, data)
  }

  report(
    severity: Severity,
    code: string,
    message: string,
    remedy: string,
    part: NodePart,
    data?: Diagnostic['data'],
  ): void {
    const { file } = this.fileOf(part.node)
    this.diagnostics.push({ code, severity, message, remedy, file, range: this.rangeOf(part), ...(data && { data }) })
  }

  fileOf(node: AstNode): Parsed {
    let root = node
    while (root.$container !== undefined) root = root.$container
    return this.files.get(root)!
  }

  rangeOf({ node, keyword, property, index }: NodePart): Range {
    const { lines } = this.fileOf(node)
    const part = property === undefined ? undefined : placeOfProperty(node, property, index)
    const { offset, end } = part ?? node.$cstNode ?? { offset: 0, end: 0 }
    const word = keyword === undefined ? undefined : placeOfKeyword(node, keyword)
    const start = word?.offset ?? offset
    return lines.range(start, end - start)
  }
}
