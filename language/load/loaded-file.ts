import type { Parsed } from '../parse.ts'

/** A file of a project, and which of its declarations are part of it. */
export interface LoadedFile {
  readonly parsed: Parsed
  /** The whole file, or the names that others import from it. */
  readonly names: 'all' | ReadonlySet<string>
  readonly includes: (name: string) => boolean
}
