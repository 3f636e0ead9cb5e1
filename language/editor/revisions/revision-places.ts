import type { Range } from '../../diagnostic.ts'
import { LineIndex } from '../../line-index.ts'
import { type HeaderWord, headerWords } from './header-words.ts'

/** The places in the text of a `revision.mig` that problems speak of. Each is there: where it is not written, what stands for it. */
export class RevisionPlaces {
  private readonly text: string
  private readonly lines: LineIndex
  private readonly words: readonly HeaderWord[]

  constructor(text: string) {
    this.text = text
    this.lines = new LineIndex(text)
    this.words = headerWords(text)
  }

  /** The id of the revision; the first line where it has none. */
  own(): Range {
    return this.word(({ role }) => role === 'own') ?? this.line(1)
  }

  /** A parent, or what the revision needs, by any of some names. */
  link(names: ReadonlySet<string>, role?: 'parent' | 'need'): Range {
    const isLink = (word: HeaderWord) =>
      (role === undefined ? word.role === 'parent' || word.role === 'need' : word.role === role) && names.has(word.text)
    return this.word(isLink) ?? this.own()
  }

  /** A label, the last of that name. */
  label(name: string): Range {
    return this.word(({ role, text }) => role === 'label' && text === name, true) ?? this.own()
  }

  /** What is written on a line, which counts from 1. */
  line(line: number): Range {
    const start = this.lines.offset(line - 1, 0)
    const [, blanks, words] = /^([ \t]*)([^\r\n]*?)[ \t]*(?:\{[ \t]*)?(?:\r?\n|$)/.exec(this.text.slice(start))!
    return this.lines.range(start + blanks!.length, words!.length)
  }

  /** The `down none …` of the hand-written step on a line. */
  wayBack(line: number): Range {
    const start = this.lines.offset(line - 1, 0)
    const found = /^([ \t]*)down[ \t]+none\b[^\r\n]*/m.exec(this.text.slice(start))
    if (found === null) return this.line(line)
    const [side, blanks] = found
    return this.lines.range(start + found.index + blanks!.length, side!.trim().length)
  }

  private word(isMeant: (word: HeaderWord) => boolean, last = false): Range | undefined {
    const word = last ? this.words.findLast(isMeant) : this.words.find(isMeant)
    return word && this.lines.range(word.start, word.end - word.start)
  }
}
