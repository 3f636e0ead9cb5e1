import { descendantsOf } from '../schema/inheritance.ts'
import { nameText, type QName } from '../schema/name.ts'
import type { PartitionOf } from '../schema/partition.ts'
import type { PlanContext } from './plan-context.ts'

/** The default partition that may hold rows of one that comes, under its name after the renames. */
export interface DefaultPartition {
  readonly name: QName
  /** Whether its rows go where they belong; keys that point at them, or forced row security, keep them where they are. */
  readonly isMovable: boolean
}

interface Known {
  readonly defaults: ReadonlyMap<string, { readonly key: string; readonly name: QName }>
  readonly referenced: ReadonlySet<string>
  readonly keyBefore: (name: string) => string
}

const known = new WeakMap<PlanContext, Known>()

/** The default partition, there before the plan, of the table that a partition joins, or in which it gets other bounds. */
export function defaultBeside(
  plan: PlanContext,
  { parent, bound }: PartitionOf,
  joins: 'anew' | 'with other bounds',
): DefaultPartition | undefined {
  if (bound.kind === 'default' || bound.kind === 'hash') return undefined
  const found = known.get(plan) ?? look(plan)
  known.set(plan, found)
  const { tables } = plan.before
  const above: string[] = []
  for (let one: QName | undefined = parent; one !== undefined; one = tables.get(above.at(-1)!)?.partitionOf?.parent)
    above.push(above.length === 0 ? found.keyBefore(nameText(one)) : nameText(one))
  const rest = found.defaults.get(above[0]!)
  if (rest === undefined) return undefined
  const under = [rest.key, ...descendantsOf(tables, rest.key)]
  const all = [...above, ...under]
  // Keys that point at the table are dropped and made again where a partition gets other bounds, as Postgres wants it.
  const held = joins === 'anew' ? all : under
  return {
    name: rest.name,
    isMovable: !held.some(key => found.referenced.has(key)) && !all.some(key => tables.get(key)?.forceRowSecurity),
  }
}

function look({ before, steps }: PlanContext): Known {
  const old = new Map<string, string>()
  const names = new Map<string, QName>()
  for (const step of steps) {
    if (step.kind !== 'rename table') continue
    const [from, to] = [nameText(step.from), nameText(step.to)]
    const first = old.get(from) ?? from
    old.delete(from)
    old.set(to, first)
    names.set(first, step.to)
  }
  const defaults = new Map<string, { readonly key: string; readonly name: QName }>()
  const referenced = new Set<string>()
  for (const [key, table] of before.tables) {
    for (const one of table.constraints) if (one.kind === 'foreign') referenced.add(nameText(one.target))
    if (table.partitionOf?.bound.kind === 'default')
      defaults.set(nameText(table.partitionOf.parent), { key, name: names.get(key) ?? table.name })
  }
  return { defaults, referenced, keyBefore: name => old.get(name) ?? name }
}
