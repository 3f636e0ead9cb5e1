import type { PlanAnswer } from './plan-answer.ts'
import type { Planner } from './planner.ts'
import { Plans } from './plans.ts'

/** Plans in the thread that asks. */
export class LocalPlanner implements Planner {
  private readonly plans = new Plans()

  text(path: string, text: string | undefined): void {
    this.plans.text(path, text)
  }

  disk(path: string): void {
    this.plans.disk(path)
  }

  async plan(main: string): Promise<PlanAnswer | undefined> {
    return this.plans.plan(main)
  }

  async sql(uri: string): Promise<string> {
    return this.plans.sql(uri)
  }

  forget(main: string): void {
    this.plans.forget(main)
  }

  close(): void {}
}
