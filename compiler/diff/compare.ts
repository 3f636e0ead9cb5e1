import type { Step } from '../steps/step.ts'

/** What to do with an object that is only wanted, only there, or there and different. */
export interface Outcomes<T> {
  readonly added: (object: T) => readonly Step[]
  readonly dropped: (object: T) => readonly Step[]
  readonly changed: (from: T, to: T) => readonly Step[]
}

/** Walks two maps by key: what went first, then what came or changed, each in its own map's order. */
export function compareMaps<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  same: (a: T, b: T) => boolean,
  outcomes: Outcomes<T>,
): readonly Step[] {
  const steps: Step[] = []
  for (const [key, object] of before) if (!after.has(key)) steps.push(...outcomes.dropped(object))
  for (const [key, object] of after) {
    const old = before.get(key)
    if (old === undefined) steps.push(...outcomes.added(object))
    else if (!same(old, object)) steps.push(...outcomes.changed(old, object))
  }
  return steps
}

/** The same for members of a table, which are found by their name. */
export function compareMembers<T extends { readonly name: string }>(
  before: readonly T[],
  after: readonly T[],
  same: (a: T, b: T) => boolean,
  outcomes: Outcomes<T>,
): readonly Step[] {
  if (before.length === after.length && before.every((item, at) => item === after[at])) return []
  return compareMaps(byName(before), byName(after), same, outcomes)
}

function byName<T extends { readonly name: string }>(members: readonly T[]): ReadonlyMap<string, T> {
  return new Map(members.map(member => [member.name, member]))
}
