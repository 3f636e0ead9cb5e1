import { nameText } from '../../schema/name.ts'
import type { Enum } from '../../schema/objects.ts'
import { oldName } from '../old-name.ts'
import type { PlanContext } from '../plan-context.ts'
import type { HazardRule } from '../rule.ts'

/** An enum goes and one with similar values comes: renamed, or dropped and created? */
export const rule: HazardRule = {
  code: 'MIG203',
  name: 'ambiguous-enum',
  severity: 'error',
  title: 'An enum disappears and another with similar values appears',
  explain: [
    'Two readings fit: the enum was renamed, which changes nothing in the rows, or it is dropped and another created, for which every column that holds it changes its type. Enums count as similar when at least half of their values are the same.',
    'Write `was OLD` behind the name of the new enum to rename, or `dropped enum OLD` at the top of a file to drop.',
  ],
  check(step, plan) {
    if (step.kind !== 'drop enum') return []
    const old = nameText(step.enum.name)
    if (plan.isSaid('enum', old)) return []
    const created = mostAlike(step.enum, plan)
    if (created === undefined) return []
    const name = nameText(created.name)
    const written = oldName(step.enum.name, created.name)
    return [
      {
        object: name,
        message: `Enum ${old} disappears and enum ${name} appears with similar values: a renamed enum leaves the rows as they are, a new one makes every column that held the old one change its type.`,
        remedy: `Write \`enum ${name} was ${written} {\` to rename it, or \`dropped enum ${written}\` to drop it.`,
        fix: { fix: 'rename or drop', kind: 'enum', from: written, to: name, others: [] },
      },
    ]
  },
}

const indexes = new WeakMap<PlanContext, ReadonlyMap<string, readonly Enum[]>>()

function mostAlike(dropped: Enum, plan: PlanContext): Enum | undefined {
  const index = indexes.get(plan) ?? indexValues(plan)
  const counts = new Map<Enum, number>()
  for (const value of dropped.values) {
    for (const created of index.get(value) ?? []) counts.set(created, (counts.get(created) ?? 0) + 1)
  }
  const alike = [...counts].filter(
    ([created, shared]) => shared * 2 >= Math.max(dropped.values.length, created.values.length),
  )
  return alike.sort(([, a], [, b]) => b - a)[0]?.[0]
}

function indexValues(plan: PlanContext): ReadonlyMap<string, readonly Enum[]> {
  const index = new Map<string, Enum[]>()
  for (const step of plan.steps) {
    if (step.kind !== 'create enum') continue
    for (const value of step.enum.values) {
      const list = index.get(value)
      if (list === undefined) index.set(value, [step.enum])
      else list.push(step.enum)
    }
  }
  indexes.set(plan, index)
  return index
}
