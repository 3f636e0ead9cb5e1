import type { Element } from '../generated/ast.ts'
import type { Chunk } from './cut-tokens.ts'
import type { Tape } from './piece.ts'
import type { Home, ReadAgain } from './stretch.ts'

/** A declaration that was read, and what it was read from. */
interface KnownDeclaration {
  readonly element: Element
  readonly home: Home
  /** The kinds of its tokens, which what stands before it has a part in. */
  readonly kinds: Uint16Array
}

/**
 * The declarations of a text as they were last read. A text is read at each keystroke, and most of its declarations are the
 * same: those are moved to where they stand now. So a tree of the last reading is of no use after the next one.
 */
export class TextMemory {
  private last = new Map<string, KnownDeclaration[]>()
  private now = new Map<string, KnownDeclaration[]>()
  private text = ''

  /** Begins a reading of the text as it is now. */
  begin(text: string): void {
    this.last = this.now
    this.now = new Map()
    this.text = text
  }

  /** The declaration of these tokens if it stood in the text before, with the comments in front of it. */
  take(chunk: Chunk, tape: Tape, readAgain: ReadAgain): Element | undefined {
    const key = this.keyOf(chunk, tape)
    const found = this.last.get(key)
    const known = found?.at(-1)
    if (known === undefined || !areSame(known.kinds, tape.kinds.subarray(chunk.from, chunk.to))) return undefined
    found!.pop()
    known.home.offset = tape.tokens[chunk.from]!.startOffset
    known.home.readAgain = readAgain
    this.add(key, known)
    return known.element
  }

  keep(chunk: Chunk, tape: Tape, element: Element, home: Home): void {
    this.add(this.keyOf(chunk, tape), { element, home, kinds: tape.kinds.slice(chunk.from, chunk.to) })
  }

  private add(key: string, known: KnownDeclaration): void {
    const there = this.now.get(key)
    if (there === undefined) this.now.set(key, [known])
    else there.push(known)
  }

  /** The text of a declaration, and what stands between it and the one before. */
  private keyOf({ from, to }: Chunk, { tokens }: Tape): string {
    const before = tokens[from - 1]
    const last = tokens[to - 1]!
    const start = before === undefined ? 0 : before.startOffset + before.image.length
    return this.text.slice(start, last.startOffset + last.image.length)
  }
}

function areSame(one: Uint16Array, other: Uint16Array): boolean {
  return one.length === other.length && one.every((kind, at) => kind === other[at])
}
