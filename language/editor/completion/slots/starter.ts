/** What can start a line of a file: its text, and one line about it. */
export interface Starter {
  readonly snippet: string
  readonly about: string
  /** Where it makes sense: in a schema file, or in a revision. */
  readonly in: 'schema' | 'revision'
  readonly rank: number
}
