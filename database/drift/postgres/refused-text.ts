import { refusedAt } from '../../refused-at.ts'

/** A text that a server does not take. */
export interface RefusedText {
  /** What the server said. */
  readonly said: string
  /** What was run. */
  readonly sql: string
  /** Where in it the server stopped, counted from 0, as far as it says. */
  readonly offset?: number
}

/** A trial that failed; where it is not wrong, it says nothing of the text. */
export interface FailedTrial {
  readonly failed: RefusedText
  readonly isWrong: boolean
}

/** What the error of a trial says of the text that was tried; undefined where it is none of the server's. */
export function failedTrial(error: unknown, sql: string): FailedTrial | undefined {
  const { code, message, ...rest } = error as { readonly code?: string; readonly message: string }
  if (code === undefined) return undefined
  const offset = refusedAt({ message, ...rest }, sql)
  return {
    failed: { said: message, sql, ...(offset !== undefined && { offset }) },
    isWrong: isWrongText(code),
  }
}

/**
 * Whether the text is to blame: a syntax error, a name or a type that is not there, something that Postgres does not
 * do (errcodes-appendix). Else it is the session: rights, locks, a standby.
 */
function isWrongText(code: string): boolean {
  return code !== '42501' && /^(?:0A|22|42)/.test(code)
}
