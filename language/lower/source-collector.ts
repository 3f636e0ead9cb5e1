import type { AstNode } from 'langium'
import type { HintPlace } from '../../compiler/diff/hints.ts'
import { quoteName } from '../../compiler/schema/name.ts'
import type { Range } from '../diagnostic.ts'
import type { Source, Sources } from '../sources.ts'
import type { NodePart, Reporter } from './reporter.ts'

/** Remembers where things stand. The places themselves are worked out when somebody asks for one. */
export class SourceCollector implements Sources {
  readonly hints: Source[] = []
  private readonly owners: string[] = []
  private readonly names: (string | undefined)[] = []
  private readonly nodes: AstNode[] = []
  private readonly properties: (string | undefined)[] = []
  private readonly report: Reporter
  private found: Map<string, Source> | undefined

  constructor(report: Reporter) {
    this.report = report
  }

  /** The first object of a key is the one that is found by it. */
  get objects(): ReadonlyMap<string, Source> {
    this.found ??= this.find()
    return this.found
  }

  object(key: string, node: AstNode, property?: string): void {
    this.add(key, undefined, node, property)
  }

  /** A column, a value, a key or an index; `owner` is the key of what it is part of. */
  member(owner: string, name: string, node: AstNode, property?: string): void {
    this.add(owner, name, node, property)
  }

  hint(part: NodePart): HintPlace {
    return this.hints.push(new LazySource(this.report, part)) - 1
  }

  private add(owner: string, name: string | undefined, node: AstNode, property: string | undefined): void {
    this.owners.push(owner)
    this.names.push(name)
    this.nodes.push(node)
    this.properties.push(property)
    this.found = undefined
  }

  private find(): Map<string, Source> {
    const found = new Map<string, Source>()
    for (const [at, node] of this.nodes.entries()) {
      const [owner, name, property] = [this.owners[at]!, this.names[at], this.properties[at]]
      const key = name === undefined ? owner : `${owner}.${quoteName(name)}`
      if (!found.has(key))
        found.set(key, new LazySource(this.report, { node, ...(property !== undefined && { property }) }))
    }
    return found
  }
}

class LazySource implements Source {
  private readonly report: Reporter
  private readonly part: NodePart

  constructor(report: Reporter, part: NodePart) {
    this.report = report
    this.part = part
  }

  get file(): string {
    return this.report.fileOf(this.part.node).file
  }

  get range(): Range {
    return this.report.rangeOf(this.part)
  }

  get offset(): number {
    return this.part.node.$cstNode?.offset ?? 0
  }
}
