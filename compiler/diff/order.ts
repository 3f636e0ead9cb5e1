import { nameText } from '../schema/name.ts'
import type { Schema } from '../schema/schema.ts'
import type { Step, StepOf } from '../steps/step.ts'
import { dependantsLast } from './dependencies.ts'
import { phaseOf } from './phases.ts'
import { tablesInTheWay } from './reused-names.ts'
import { viewUses } from './view-uses.ts'

/**
 * The order in which steps can be made on a real database: by phase, within a phase by what rests on what, else as
 * given. The way back is the same list from its end, so every phase must also be right in that direction.
 */
export function orderSteps(steps: readonly Step[], before: Schema, after: Schema): readonly Step[] {
  const early = tablesInTheWay(steps)
  const phases = new Map<number, Step[]>()
  for (const step of steps) {
    const phase = phaseOf(step, after, early)
    const list = phases.get(phase)
    if (list === undefined) phases.set(phase, [step])
    else list.push(step)
  }
  const numbers = [...phases.keys()].sort((a, b) => a - b)
  return numbers.flatMap(number => arrange(phases.get(number)!, before, after))
}

/** Puts the steps of one phase in order; a phase holds steps of few kinds. */
function arrange(steps: readonly Step[], before: Schema, after: Schema): readonly Step[] {
  if (steps.length < 2) return steps
  const created = of(steps, 'create table')
  if (created.length > 1)
    return dependantsLast(
      created,
      step => nameText(step.table.name),
      step => targets(step.table),
    )
  const dropped = of(steps, 'drop table')
  if (dropped.length > 1) {
    return dependantsLast(
      [...dropped].reverse(),
      step => nameText(step.table.name),
      step => targets(step.table),
    ).toReversed()
  }
  const gone = of(steps, 'drop view')
  if (gone.length > 1) {
    const uses = viewUses(before.views)
    return dependantsLast(
      [...gone].reverse(),
      step => nameText(step.view.name),
      step => uses(step.view),
    ).toReversed()
  }
  const views = steps.filter(step => step.kind === 'create view' || step.kind === 'alter view')
  if (views.length > 1) {
    const uses = viewUses(after.views)
    const viewOf = (step: Step) => (step.kind === 'create view' ? step.view : (step as StepOf<'alter view'>).to)
    const rest = steps.filter(step => step.kind !== 'create view' && step.kind !== 'alter view')
    return [
      ...dependantsLast(
        views,
        step => nameText(viewOf(step).name),
        step => uses(viewOf(step)),
      ),
      ...rest,
    ]
  }
  return steps
}

function of<K extends Step['kind']>(steps: readonly Step[], kind: K): readonly StepOf<K>[] {
  return steps[0]!.kind === kind ? (steps as readonly StepOf<K>[]) : []
}

function targets(table: StepOf<'create table'>['table']): readonly string[] {
  return table.constraints.flatMap(constraint => (constraint.kind === 'foreign' ? [nameText(constraint.target)] : []))
}
