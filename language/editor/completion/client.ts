/** What the editor can do, what it was that asked, and what it knows of the disk. */
export interface CompletionClient {
  /** Whether it can put the cursor into a text that it inserts. */
  readonly snippets: boolean
  /** Whether it lets its user choose between inserting a word and replacing the one under the cursor. */
  readonly insertReplace?: boolean
  /** The character that was typed, when that alone is why it asks. */
  readonly trigger?: string
  /** The `.mig` files in a folder and below it, as absolute paths. */
  readonly files?: (folder: string) => readonly string[]
}
