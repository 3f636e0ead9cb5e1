import type { TokenType } from 'chevrotain'

/** A set of kinds of tokens: 1 at the `tokenTypeIdx` of each. The end of the text is of kind 0. */
export type Kinds = Uint8Array

/** The kind of the end of the text. */
export const END_OF_TEXT = 0

/** Makes sets of kinds for the token types of a language. */
export class KindSets {
  private readonly size: number

  constructor(types: Iterable<TokenType>) {
    let last = 0
    for (const type of types) last = Math.max(last, type.tokenTypeIdx!)
    this.size = last + 1
  }

  empty(): Kinds {
    return new Uint8Array(this.size)
  }

  /** What passes for a type: itself, and the types of which it is a category. */
  matching(type: TokenType): Kinds {
    const kinds = this.empty()
    kinds[type.tokenTypeIdx!] = 1
    for (const index of Object.keys(type.categoryMatchesMap ?? {})) kinds[Number(index)] = 1
    return kinds
  }
}

/** Adds the kinds of `more` to `kinds`; true when one of them was new. */
export function addKinds(kinds: Kinds, more: Kinds): boolean {
  let isNew = false
  for (let kind = 0; kind < more.length; kind++) {
    if (more[kind] === 0 || kinds[kind] === 1) continue
    kinds[kind] = 1
    isNew = true
  }
  return isNew
}
