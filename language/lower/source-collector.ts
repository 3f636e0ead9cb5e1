import type { HintPlace } from '../../compiler/diff/hints.ts'
import type { Range } from '../diagnostic.ts'
import type { Source, Sources } from '../sources.ts'
import type { NodePart, Reporter } from './reporter.ts'

/** Remembers where things stand. The places themselves are worked out when somebody asks for one. */
export class SourceCollector implements Sources {
  readonly objects = new Map<string, Source>()
  readonly hints: Source[] = []
  private readonly report: Reporter

  constructor(report: Reporter) {
    this.report = report
  }

  /** The first object of a key is the one that is found by it. */
  object(key: string, part: NodePart): void {
    if (!this.objects.has(key)) this.objects.set(key, new LazySource(this.report, part))
  }

  hint(part: NodePart): HintPlace {
    return this.hints.push(new LazySource(this.report, part)) - 1
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
}
