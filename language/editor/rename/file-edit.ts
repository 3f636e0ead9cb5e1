import type { Parsed } from '../../parse.ts'

/** A stretch of a file and what is to stand there instead. */
export interface FileEdit {
  readonly parsed: Parsed
  readonly start: number
  readonly end: number
  readonly text: string
}
