import type { CompletionItemKind } from 'vscode-languageserver-types'

/** Something that can stand at a place. */
export interface Candidate {
  readonly label: string
  readonly kind: CompletionItemKind
  /** What is inserted, where that is not the label. */
  readonly insert?: string
  /** The same with places for the cursor, for editors that have them: `$1`, `<1:text>`, `<2|one,other|>`. */
  readonly snippet?: string
  readonly detail?: string
  readonly documentation?: string | undefined
  /** Those of a lower rank come first; within one they keep their order. */
  readonly rank: number
  /** What the typed word is compared with, where that is not the label. */
  readonly filter?: string
}
