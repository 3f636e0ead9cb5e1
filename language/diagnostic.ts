/** A place in a text: line and column count from 0, in UTF-16 units as editors do; the offset is into the text as read. */
export interface Position {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** From a place up to, not including, another. */
export interface Range {
  readonly start: Position
  readonly end: Position
}

export type Severity = 'error' | 'warning' | 'info'

/** What is wrong with a text, where, and what to do about it. */
export interface Diagnostic {
  /** `MIG1nn`; `codes/` tells more about it. */
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly remedy: string
  readonly file: string
  readonly range: Range
  /** What a fix in the editor needs to know. */
  readonly data?: Readonly<Record<string, unknown>>
  /** True for text that does nothing any more: an editor shows it faded. */
  readonly faded?: true
}

/** Whether a text with these diagnostics must not be planned from: what it says may not be all that was meant. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(diagnostic => diagnostic.severity === 'error')
}
