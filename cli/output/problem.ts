/** Something wrong at a place in a file, ready to be printed. */
export interface Problem {
  readonly code: string
  readonly severity: 'error' | 'warning' | 'note'
  readonly message: string
  /** What to do about it; may have several lines. */
  readonly remedy: string
  readonly place?: Place
  /** A note on what nobody is changing: printed with `--verbose` only. */
  readonly settled?: true
}

/** A file, and where in it as far as that is known. Lines and columns count from 1, columns in UTF-16 units. */
export interface Place {
  /** As it is printed: relative to where the command runs. */
  readonly file: string
  readonly line?: number
  readonly column?: number
  /** The column after the last one of the stretch; left out, the mark is one sign wide. */
  readonly endColumn?: number
  /** The text of the line, for the mark under it. */
  readonly source?: string
}

/** `schema.mig:12:3`, as much of it as is known. */
export function placeText({ file, line, column }: Place): string {
  return [file, line, column].filter(part => part !== undefined).join(':')
}

/** A problem as `--json` prints it; what is not known of its place is null. */
export function problemJson(problem: Problem): Readonly<Record<string, unknown>> {
  const { code, severity, message, remedy, place } = problem
  const { file = null, line = null, column = null } = place ?? {}
  return { code, severity, message, file, line, column, remedy }
}
