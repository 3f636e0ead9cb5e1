import { descendantsOf } from '../../compiler/schema/inheritance.ts'
import { nameText, quoteName } from '../../compiler/schema/name.ts'
import { samePartitionBy } from '../../compiler/schema/partition.ts'
import { draftOf, type Schema } from '../../compiler/schema/schema.ts'
import { applyStep } from '../../compiler/steps/apply.ts'
import type { Step } from '../../compiler/steps/step.ts'

/** A table that is divided in another way: its rows may be in any of its partitions, before and after. */
export interface DividedAnew {
  /** The table and its partitions before the steps, the table first. */
  readonly before: readonly string[]
  /** The same after them, without what came from elsewhere. */
  readonly after: readonly string[]
}

/** The tables whose rows are written anew because they are divided in another way. */
export function dividedAnew(before: Schema, steps: readonly Step[]): readonly DividedAnew[] {
  if (!steps.some(divides)) return []
  const draft = draftOf(before)
  // What each table of the draft was called before the steps.
  const origin = new Map([...draft.tables.keys()].map(key => [key, key]))
  const found: { readonly old: readonly string[]; now: string }[] = []
  for (const step of steps) {
    if (divides(step)) {
      const root = origin.get(nameText(step.table))
      if (root !== undefined) found.push({ old: treeBefore(root), now: nameText(step.table) })
    }
    applyStep(draft, step)
    const rename = renaming(step)
    if (rename === undefined) continue
    const origins = [...origin]
    origin.clear()
    for (const [key, old] of origins) origin.set(rename(key), old)
    for (const one of found) one.now = rename(one.now)
  }
  function treeBefore(root: string): readonly string[] {
    const there = new Map([...origin].map(([key, old]) => [old, key]))
    const within = new Set(descendantsOf(draft.tables, there.get(root)!).map(key => origin.get(key)))
    const stays = (key: string) => within.has(key) || !draft.tables.has(there.get(key) ?? key)
    return [root, ...descendantsOf(before.tables, root).filter(stays)]
  }
  const outer = found.filter(({ old }) => !found.some(one => one.old.indexOf(old[0]!) > 0))
  return outer.map(({ old, now }) => {
    const isOwn = (key: string) => origin.get(key) === undefined || old.includes(origin.get(key)!)
    return { before: old, after: [now, ...descendantsOf(draft.tables, now).filter(isOwn)] }
  })
}

function divides(step: Step): step is Step & { readonly kind: 'alter table' } {
  return step.kind === 'alter table' && !samePartitionBy(step.from.partitionBy, step.to.partitionBy)
}

function renaming(step: Step): ((key: string) => string) | undefined {
  if (step.kind === 'rename table') {
    const [from, to] = [nameText(step.from), nameText(step.to)]
    return key => (key === from ? to : key)
  }
  if (step.kind !== 'rename schema') return undefined
  const [from, to] = [`${quoteName(step.from)}.`, `${quoteName(step.to)}.`]
  return key => (key.startsWith(from) ? to + key.slice(from.length) : key)
}
