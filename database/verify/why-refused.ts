import { type Running, runningAt } from '../refused-at.ts'

/**
 * What keeps rows out of a table: no row to point to, the values, the rights, what triggers and rules do with them, or that
 * these cannot be run at all.
 */
export type Cause = 'parents' | 'values' | 'rights' | 'code' | 'broken'

/** Why a table takes no rows, in words, and of which kind that is. */
export interface Reason {
  readonly text: string
  readonly cause: Cause
  /** The routine that stopped. */
  readonly running?: Running
  readonly state?: string
}

/** Nothing can be pointed to. */
export function lacksParents(table: string): Reason {
  return { text: `there are no rows in ${table} to point to`, cause: 'parents' }
}

/** SQLITE_CONSTRAINT_TRIGGER: `raise()` in a trigger (Result and Error Codes). */
const RAISED = 1811

interface Refusal extends Error {
  readonly code?: unknown
  readonly errcode?: unknown
  readonly where?: string
}

/** Why the database refused a row; it says so in its own language. */
export function whyRefused(error: Refusal): Reason {
  const text = error.message
  const state = String(error.code ?? '')
  if (state === '42501') return { text, cause: 'rights' }
  if (/^2[23]...$/.test(state)) return { text, cause: 'values' }
  const running = runningAt(error.where)
  if (/^42...$/.test(state) && running !== undefined) return { text, cause: 'broken', running, state }
  const isValue = error.errcode !== RAISED && /constraint failed|datatype mismatch|malformed JSON/i.test(text)
  return { text, cause: isValue ? 'values' : 'code' }
}
