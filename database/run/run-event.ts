import type { Direction } from '../../compiler/revisions/stored-revision.ts'

/** What happens while revisions run, for whoever watches. Times are milliseconds. */
export type RunEvent =
  | { readonly kind: 'waiting'; readonly for: 'runner'; readonly holder: string; readonly milliseconds: number }
  | {
      readonly kind: 'began'
      readonly id: string
      readonly message: string
      readonly direction: Direction
      readonly statements: number
      /** Which revision of how many, counted from 1. */
      readonly at: number
      readonly of: number
    }
  | {
      readonly kind: 'statement'
      readonly id: string
      /** Which statement of how many, counted from 1. */
      readonly at: number
      readonly of: number
      readonly about: string
      readonly sql: string
    }
  | { readonly kind: 'blocked'; readonly id: string; readonly holders: readonly string[] }
  | {
      readonly kind: 'retry'
      readonly id: string
      readonly attempt: number
      readonly of: number
      readonly milliseconds: number
      readonly reason: string
    }
  | { readonly kind: 'ended'; readonly id: string; readonly direction: Direction; readonly milliseconds: number }
