import type { PlanAnswer } from './plan-answer.ts'

/** Plans projects while their texts change. */
export interface Planner {
  /** A text is open and says this; undefined when it is closed, and the disk counts again. */
  text(path: string, text: string | undefined): void
  /** Something was made, changed or taken away at a path on disk. */
  disk(path: string): void
  /**
   * The plan of the project that begins with a file, from the texts as they are now; undefined when a newer request for
   * the same project has come meanwhile, or when the planner was closed.
   */
  plan(main: string): Promise<PlanAnswer | undefined>
  /** The text behind a `mig-sql:` URI, from the texts as they are now. */
  sql(uri: string): Promise<string>
  /** There is no such project any more. */
  forget(main: string): void
  close(): void
}
