import type { PlanAnswer } from './plan-answer.ts'

/** What the thread of the plans is told and asked. */
export type Request =
  | { readonly kind: 'text'; readonly path: string; readonly text: string | undefined }
  | { readonly kind: 'disk'; readonly path: string }
  | { readonly kind: 'forget'; readonly main: string }
  | { readonly kind: 'plan'; readonly id: number; readonly main: string }
  | { readonly kind: 'sql'; readonly id: number; readonly uri: string }

/** What it answers: to each request that has an id, one of these. */
export type Answer =
  | { readonly kind: 'planned'; readonly id: number; readonly answer: PlanAnswer }
  /** A newer request for the same project has come. */
  | { readonly kind: 'outdated'; readonly id: number }
  | { readonly kind: 'sql'; readonly id: number; readonly text: string }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }
