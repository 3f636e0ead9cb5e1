import { nameText } from '../schema/name.ts'
import type { AlterEnum } from '../steps/step.ts'
import type { PlanContext } from './plan-context.ts'

/** The values that go away without a word about the rows that hold them. */
export function valuesUnsaid({ from, to, renames, moves }: AlterEnum, plan: PlanContext): readonly string[] {
  const kept = new Set([...to.values, ...renames.map(pair => pair.from), ...moves.map(move => move.value)])
  return from.values.filter(value => !kept.has(value) && !plan.isSaid('enum value', value, nameText(to.name)))
}

/** The values that come, those that are renamed left out. */
export function valuesAdded({ from, to, renames }: AlterEnum): readonly string[] {
  const had = new Set([...from.values, ...renames.map(pair => pair.to)])
  return to.values.filter(value => !had.has(value))
}

/** The values that both sides have, in the order of one of them, under their new names. */
function kept(values: readonly string[], others: ReadonlySet<string>): string {
  return JSON.stringify(values.filter(value => others.has(value)))
}

/** Whether Postgres must put a new type in the place of the old one: a value goes, or they sort in another order. */
export function needsSwap({ from, to, renames }: AlterEnum): boolean {
  const next = new Map(renames.map(pair => [pair.from, pair.to]))
  const before = from.values.map(value => next.get(value) ?? value)
  const after = new Set(to.values)
  if (before.some(value => !after.has(value))) return true
  return kept(before, after) !== kept(to.values, new Set(before))
}
