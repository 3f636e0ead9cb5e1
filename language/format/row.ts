/** A line of the formatted text; an item can hold line breaks of its own, when it is SQL or a comment. */
export interface Row {
  readonly indent: number
  /** The texts of its tokens and comments with the blanks between them. */
  text: string
  /** The comment that ends the line. */
  comment?: string
  readonly blankBefore: boolean
  /** For lines that are put below each other: what kind they are of, and how long their first word is. */
  readonly run?: { readonly kind: string; readonly width: number }
}
