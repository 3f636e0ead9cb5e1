import { DIRECTIONS } from '../../../compiler/revisions/stored-revision.ts'
import type { DialectName } from '../../../compiler/schema/dialect.ts'
import type { Schema } from '../../../compiler/schema/schema.ts'
import { invertSteps } from '../../../compiler/steps/invert.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import type { ObjectRanges } from './object-ranges.ts'
import type { PlanLens } from './plan-answer.ts'
import { printSqlUri } from './sql-uri.ts'
import { tellLosses } from './step-losses.ts'

/** A plan, as its lenses show it. */
export interface LensedPlan {
  readonly main: string
  readonly steps: readonly Step[]
  readonly owners: ReadonlyMap<string, readonly Step[]>
  readonly targets: readonly DialectName[]
  readonly before: Schema
  readonly after: Schema
}

/**
 * What stands over the declarations that a plan changes: how many steps, what becomes of the data, and the SQL of each
 * target and direction to open. All steps together stand over the project block.
 */
export function planLenses(
  { main, steps, owners, targets, before, after }: LensedPlan,
  ranges: ObjectRanges,
): readonly PlanLens[] {
  if (steps.length === 0) return []
  const up = { steps, before, after }
  const down = { steps: invertSteps(steps), before: after, after: before }
  const over = (place: Pick<PlanLens, 'file' | 'range'>, title: string, object?: string): readonly PlanLens[] => [
    { ...place, title, ...(object !== undefined && { object }) },
    ...targets.flatMap(dialect =>
      DIRECTIONS.map(direction => ({
        ...place,
        title: targets.length === 1 ? direction : `${dialect} ${direction}`,
        uri: printSqlUri({ main, dialect, direction, ...(object !== undefined && { object }) }),
        ...(object !== undefined && { object }),
      })),
    ),
  ]
  const own = [...owners].flatMap(([key, some]) => {
    const gone = ranges.has(key) ? '' : `${key}: `
    return over(ranges.lineOf(key), `${gone}${counted(some.length)} · ${tellLosses(some, targets, up, down)}`, key)
  })
  return [...over(ranges.projectLine(), `${counted(steps.length)} in the next revision`), ...own]
}

function counted(steps: number): string {
  return steps === 1 ? '1 step' : `${steps} steps`
}
