import type { AstNode } from 'langium'
import type { HintPlace } from '../../compiler/diff/hints.ts'
import { quoteName } from '../../compiler/schema/name.ts'
import type { Range } from '../diagnostic.ts'
import type { Source, Sources } from '../sources.ts'
import type { NodePart, Reporter } from './reporter.ts'

/** Some things that were told of, one after the other. */
export interface SourceBlock {
  readonly owners: string[]
  readonly names: (string | undefined)[]
  readonly nodes: AstNode[]
  readonly properties: (string | undefined)[]
}

/** Remembers where things stand. The places themselves are worked out when somebody asks for one. */
export class SourceCollector implements Sources {
  readonly hints: Source[] = []
  private readonly blocks: SourceBlock[] = []
  private readonly report: Reporter
  private open: SourceBlock
  private readonly later = new Map<string, string>()
  private found: Map<string, Source> | undefined

  constructor(report: Reporter) {
    this.report = report
    this.open = this.begin()
  }

  /** The first object of a key is the one that is found by it. */
  get objects(): ReadonlyMap<string, Source> {
    this.found ??= this.find()
    return this.found
  }

  object(key: string, node: AstNode, property?: string): void {
    this.tell(key, undefined, node, property)
  }

  /** A column, a value, a key or an index; `owner` is the key of what it is part of. */
  member(owner: string, name: string, node: AstNode, property?: string): void {
    this.tell(owner, name, node, property)
  }

  /** What `tell` tells of, as a block that can be added again. */
  block(tell: () => void): SourceBlock {
    const block = this.begin()
    tell()
    this.begin()
    return block
  }

  /** Tells of what a block holds, once more. */
  add(block: SourceBlock): void {
    this.blocks.push(block)
    this.begin()
  }

  hint(part: NodePart): HintPlace {
    return this.hints.push(new LazySource(this.report, part)) - 1
  }

  /** A thing that has another key than the one it was told of by. */
  rename(key: string, to: string): void {
    this.later.set(key, to)
    this.found = undefined
  }

  private begin(): SourceBlock {
    this.open = { owners: [], names: [], nodes: [], properties: [] }
    this.blocks.push(this.open)
    this.found = undefined
    return this.open
  }

  private tell(owner: string, name: string | undefined, node: AstNode, property: string | undefined): void {
    this.open.owners.push(owner)
    this.open.names.push(name)
    this.open.nodes.push(node)
    this.open.properties.push(property)
    this.found = undefined
  }

  private find(): Map<string, Source> {
    const found = new Map<string, Source>()
    for (const { owners, names, nodes, properties } of this.blocks) {
      for (const [at, node] of nodes.entries()) {
        const [owner, name, property] = [owners[at]!, names[at], properties[at]]
        const key = name === undefined ? owner : `${owner}.${quoteName(name)}`
        if (!found.has(key))
          found.set(key, new LazySource(this.report, { node, ...(property !== undefined && { property }) }))
      }
    }
    for (const [key, to] of this.later) {
      const source = found.get(key)
      if (source !== undefined && !found.has(to)) found.set(to, source)
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
