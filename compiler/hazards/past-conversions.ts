import { nameText, quoteName } from '../schema/name.ts'
import type { AlterColumn, Step } from '../steps/step.ts'
import type { PlanContext } from './plan-context.ts'

/** A conversion that an earlier revision has made, and where its column is now. */
export interface PastConversion {
  readonly table: string
  readonly column: string
  readonly step: AlterColumn
}

const known = new WeakMap<PlanContext, readonly PastConversion[]>()

/** The conversions of earlier revisions, under the names that their columns have after the plan. */
export function pastConversions(plan: PlanContext): readonly PastConversion[] {
  let found = known.get(plan)
  if (found === undefined) {
    found = conversionsOf([...(plan.past ?? []), ...plan.steps.filter(({ kind }) => kind !== 'alter column')])
    known.set(plan, found)
  }
  return found
}

function conversionsOf(steps: readonly Step[]): readonly PastConversion[] {
  let found: readonly PastConversion[] = []
  for (const step of steps) {
    if (step.kind === 'alter column' && step.convert !== undefined)
      found = [...found, { table: nameText(step.table), column: step.to.name, step }]
    else if (found.length > 0 && RENAMES.has(step.kind)) found = found.map(one => moved(one, step))
  }
  return found
}

const RENAMES: ReadonlySet<Step['kind']> = new Set(['rename schema', 'rename table', 'rename column'])

function moved(one: PastConversion, step: Step): PastConversion {
  switch (step.kind) {
    case 'rename table':
      return one.table === nameText(step.from) ? { ...one, table: nameText(step.to) } : one
    case 'rename column':
      return one.table === nameText(step.table) && one.column === step.from ? { ...one, column: step.to } : one
    case 'rename schema': {
      const old = `${quoteName(step.from)}.`
      return one.table.startsWith(old) ? { ...one, table: `${quoteName(step.to)}.${one.table.slice(old.length)}` } : one
    }
    default:
      return one
  }
}
