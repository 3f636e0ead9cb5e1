import type { Severity } from '../../../../language/diagnostic.ts'

/** A text with marks, and the diagnostic that must stand at each mark and nowhere else; none where there are no marks. */
export interface CheckCase {
  readonly code: string
  readonly title: string
  readonly text: string
  /** `error` unless it is said. */
  readonly severity?: Severity
  /** A part of the message or the remedy of the first mark. */
  readonly says?: string
  /** What may be said besides: codes of errors that come with it. */
  readonly beside?: readonly string[]
  /** The text is that of a revision. */
  readonly revision?: true
  readonly files?: Readonly<Record<string, string>>
}

/** What a case needs but its code: a title, a text with marks, and more where it matters. */
export type Draft = readonly [title: string, text: string, more?: Omit<CheckCase, 'code' | 'title' | 'text'>]

/** Cases of one code. */
export function casesOf(code: string, drafts: readonly Draft[]): readonly CheckCase[] {
  return drafts.map(([title, text, more]) => ({ code, title, text, ...more }))
}
