import { descendantsOf } from '../../compiler/schema/inheritance.ts'
import { nameText, type QName, quoteName } from '../../compiler/schema/name.ts'
import { samePartitionBy } from '../../compiler/schema/partition.ts'
import { draftOf, type Schema } from '../../compiler/schema/schema.ts'
import type { Table } from '../../compiler/schema/table.ts'
import { applyStep } from '../../compiler/steps/apply.ts'
import { samePartitionOf } from '../../compiler/steps/same.ts'
import type { Step } from '../../compiler/steps/step.ts'

/** A table that is divided in another way, or whose default partition hands rows on: they may be in any of its partitions, before and after. */
export interface DividedAnew {
  /** The table and its partitions before the steps, the table first. */
  readonly before: readonly string[]
  /** The same after them, without what came from elsewhere. */
  readonly after: readonly string[]
}

/** The tables whose rows go from one partition to another. */
export function dividedAnew(before: Schema, steps: readonly Step[]): readonly DividedAnew[] {
  if (!steps.some(step => divides(step) || joinedBy(step) !== undefined)) return []
  const draft = draftOf(before)
  // What each table of the draft was called before the steps.
  const origin = new Map([...draft.tables.keys()].map(key => [key, key]))
  const found: { old: readonly string[]; now: string; readonly isHandedOn?: true }[] = []
  for (const step of steps) {
    handOn(step)
    if (divides(step)) {
      const root = origin.get(nameText(step.table))
      const handed = found.findIndex(one => one.old[0] === root)
      const old = root === undefined ? [] : [...new Set([...treeBefore(root), ...(found[handed]?.old ?? [])])]
      if (root !== undefined) found.splice(handed < 0 ? found.length : handed, 1, { old, now: nameText(step.table) })
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
  const last = new Map([...origin].map(([key, old]) => [old, key]))
  for (const one of found) if (one.isHandedOn) one.old = one.old.filter(key => draft.tables.has(last.get(key) ?? key))
  function handOn(step: Step): void {
    const joined = joinedBy(step)
    if (joined === undefined || !hasDefault(draft.tables, joined.parent)) return
    const key = topOf(draft.tables, joined.parent)
    const [root, own] = [origin.get(key), origin.get(joined.key)]
    if (root === undefined) return
    let tree = found.find(one => one.old[0] === root)
    if (tree === undefined) {
      tree = { old: treeBefore(root), now: key, isHandedOn: true }
      found.push(tree)
    }
    if (own !== undefined && !tree.old.includes(own)) tree.old = [...tree.old, own]
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

/** The table that a step makes a partition, and what of. */
function joinedBy(step: Step): { readonly key: string; readonly parent: QName } | undefined {
  if (step.kind !== 'create table' && step.kind !== 'alter table') return undefined
  const { partitionOf } = step.kind === 'create table' ? step.table : step.to
  if (partitionOf === undefined || (step.kind === 'alter table' && samePartitionOf(step.from.partitionOf, partitionOf)))
    return undefined
  return { key: nameText(step.kind === 'create table' ? step.table.name : step.table), parent: partitionOf.parent }
}

function hasDefault(tables: ReadonlyMap<string, Table>, parent: QName): boolean {
  return tables.values().some(({ partitionOf }) => {
    return partitionOf?.bound.kind === 'default' && nameText(partitionOf.parent) === nameText(parent)
  })
}

function topOf(tables: ReadonlyMap<string, Table>, name: QName): string {
  const above = tables.get(nameText(name))?.partitionOf?.parent
  return above === undefined ? nameText(name) : topOf(tables, above)
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
