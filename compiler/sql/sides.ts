import type { MergingJoin, Scope, Source } from './scope.ts'

/** The sources on both sides of a join. */
export type JoinSides = Pick<MergingJoin, 'left' | 'right'>

/** Follows the joins of a FROM clause, so that for each the sources on its two sides can be told. */
export class Sides {
  readonly #sources: readonly Source[]
  /** Where the right sides begin that wait for their condition, the outermost first. */
  readonly #waiting: number[] = []
  #item: number
  /** The natural join whose right side is being read. */
  #natural: { readonly right: Source[]; readonly from: number; joined: boolean } | undefined

  constructor(scope: Scope) {
    this.#sources = scope.sources
    this.#item = scope.sources.length
  }

  /** A comma: what follows is joined with nothing before it. */
  item(): void {
    this.end()
    this.#waiting.length = 0
    this.#item = this.#sources.length
  }

  /** The word `join`; a cross join waits for no condition, and neither does a natural one. */
  join(isCross: boolean): void {
    if (this.#natural?.joined === false) {
      this.#natural.joined = true
      return
    }
    this.end()
    if (!isCross) this.#waiting.push(this.#sources.length)
  }

  /** The word `natural`. The right side is there once it is read. */
  natural(): JoinSides {
    this.end()
    const from = this.#sources.length
    this.#natural = { right: [], from, joined: false }
    return { left: this.#sources.slice(this.#item, from), right: this.#natural.right }
  }

  /** A condition: it belongs to the innermost join that waits for one. */
  condition(): JoinSides {
    this.end()
    const from = this.#waiting.pop() ?? this.#sources.length
    return { left: this.#sources.slice(this.#item, from), right: this.#sources.slice(from) }
  }

  /** The end of the clause. */
  end(): void {
    this.#natural?.right.push(...this.#sources.slice(this.#natural.from))
    this.#natural = undefined
  }
}
