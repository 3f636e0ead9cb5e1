import { foldName } from '../sql/name-text.ts'

const WORD = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/g
const PLAIN = /^[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*$/

/** Names that a text may speak of: most texts speak of none of them, and need not be read. */
export class WordSet {
  readonly #names: string[] = []
  #folded: ReadonlySet<string> | undefined
  #isPlain = true

  add(name: string): void {
    this.#names.push(name)
  }

  /** Whether one of the names may stand in a text. */
  standsIn(text: string): boolean {
    this.#folded ??= this.#fold()
    if (!this.#isPlain) return true
    for (const [word] of text.matchAll(WORD)) if (this.#folded.has(foldName(word))) return true
    return false
  }

  #fold(): ReadonlySet<string> {
    this.#isPlain = this.#names.every(name => PLAIN.test(name))
    return new Set(this.#names.map(foldName))
  }
}
