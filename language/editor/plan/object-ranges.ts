import type { Schema } from '../../../compiler/schema/schema.ts'
import type { Range } from '../../diagnostic.ts'
import type { Loaded } from '../../load.ts'
import type { Parsed } from '../../parse.ts'
import type { Source } from '../../sources.ts'
import type { DeclarationOrder } from './declaration-order.ts'
import { nearestBefore } from './nearest-before.ts'

/** A stretch of one of the files. */
export interface FileRange {
  readonly file: string
  readonly range: Range
}

/** Finds the place in the schema files that speaks of an object, also of one that is gone. */
export class ObjectRanges {
  private readonly loaded: Loaded
  private readonly files: ReadonlyMap<string, Parsed>
  private readonly near: (key: string) => string | { readonly file: string } | undefined

  /** `past` is the schema before the plan, as far as it is known. */
  constructor(loaded: Loaded, past: Schema | undefined, order: DeclarationOrder) {
    this.loaded = loaded
    this.files = new Map(loaded.files.map(({ parsed }) => [parsed.file, parsed]))
    this.near = nearestBefore(loaded.sources, past, order)
  }

  /** The name of an object, of what holds it, or of what stood before it. */
  nameOf(key: string): FileRange {
    const source = this.sourceOf(key)
    return source === undefined ? this.placeOfGone(key) : { file: source.file, range: source.range }
  }

  /** The line on which an object begins, found without reading its declaration again. */
  lineOf(key: string): FileRange {
    const source = this.sourceOf(key)
    return source === undefined ? this.placeOfGone(key) : this.lineAt(source.file, source.offset)
  }

  /** Whether an object stands in the files itself. */
  has(key: string): boolean {
    return this.loaded.sources.objects.has(key)
  }

  /** The line on which the project block begins. */
  projectLine(): FileRange {
    const parsed = this.files.get(this.loaded.project.file) ?? this.loaded.files[0]!.parsed
    const block = parsed.ast.elements.find(({ $type }) => $type === 'ProjectDeclaration')
    return this.lineAt(parsed.file, block?.$cstNode?.offset ?? 0)
  }

  /** The key of what stands for an object in the files: itself, what holds it, or what stood before it. */
  standIn(key: string): string | undefined {
    for (let part = key; part !== ''; part = outer(part)) {
      if (this.has(part)) return part
      const near = this.near(part)
      if (typeof near === 'string') return near
    }
    return undefined
  }

  private sourceOf(key: string): Source | undefined {
    const found = this.standIn(key)
    return found === undefined ? undefined : this.loaded.sources.objects.get(found)
  }

  /** Nothing that is left stood before it: the file that it stood in begins without it. */
  private placeOfGone(key: string): FileRange {
    for (let part = key; part !== ''; part = outer(part)) {
      const near = this.near(part)
      if (typeof near === 'object' && this.files.has(near.file)) return this.lineAt(near.file, 0)
    }
    return this.projectLine()
  }

  private lineAt(file: string, offset: number): FileRange {
    const { text, lines } = this.files.get(file)!
    const end = text.indexOf('\n', offset)
    const line = text.slice(offset, end < 0 ? undefined : end).trimEnd()
    return { file, range: lines.range(offset, line.length) }
  }
}

function outer(key: string): string {
  return key.slice(0, Math.max(0, key.lastIndexOf('.')))
}
