import type { TokenType } from 'chevrotain'

/** A piece of the grammar as a walk along it sees it. */
export type Part = Leaf | Sequence | Choice | Repeat | Call

/** One token: a keyword or a terminal. */
export interface Leaf {
  readonly kind: 'leaf'
  readonly type: TokenType
  /** The keyword, where it is a word. */
  readonly word?: string
  /** The property of the tree that it is put into. */
  readonly feature?: string
}

export interface Sequence {
  readonly kind: 'sequence'
  readonly parts: readonly Part[]
}

export interface Choice {
  readonly kind: 'choice'
  readonly options: readonly Part[]
}

/** A part that may be left out, or stand several times. */
export interface Repeat {
  readonly kind: 'repeat'
  readonly body: Part
  readonly least: 0 | 1
  readonly many: boolean
}

/** Another rule. */
export interface Call {
  readonly kind: 'call'
  readonly rule: RulePart
  readonly feature?: string
}

/** A rule; its body is set once all rules are known. */
export interface RulePart {
  readonly name: string
  body: Part
}
