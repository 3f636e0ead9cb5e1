import { downOf, type RevisionGraph } from '../../../compiler/revisions/graph.ts'
import { oldestFirst } from '../../../compiler/revisions/topological.ts'
import { type Draft, draftOf, EMPTY_SCHEMA } from '../../../compiler/schema/schema.ts'
import { applyStep } from '../../../compiler/steps/apply.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import type { NameKind } from '../occurrence.ts'
import type { Past } from '../past.ts'
import { followNames, tablesBefore } from './follow-names.ts'
import { type Life, Lives, type LivingKind, type ObjectHistory } from './life.ts'
import { liveStep } from './live-step.ts'
import { type Moment, momentOf } from './moment.ts'

type Known = ReadonlyMap<string, readonly (readonly [LivingKind, Life])[]>

const known = new WeakMap<Past, Known>()

/**
 * What the revisions did to the object that has a key at the head: when it came, what it was called, what changed it last.
 * `kind` tells a column from a key of the same name. Nothing for what no revision made.
 */
export function historyOf(past: Past, key: string, kind?: NameKind): ObjectHistory | undefined {
  const found = historiesOf(past).get(key)
  return (kind === undefined ? found?.[0] : found?.find(([one]) => one === kind))?.[1]
}

function historiesOf(past: Past): Known {
  let found = known.get(past)
  if (found === undefined) {
    found = byKey(liveThrough(past))
    known.set(past, found)
  }
  return found
}

/** Goes through all steps once, each revision after those that it stands on. */
function liveThrough({ graph, revisions }: Past): Lives {
  const lives = new Lives()
  const draft = draftOf(EMPTY_SCHEMA)
  for (const id of inTime(graph)) {
    const stored = revisions.get(id)
    stored?.revision.steps.forEach((step, at) => {
      live(lives, draft, step, momentOf(stored, at))
    })
  }
  return lives
}

/** By the clock, so that the last change is the last on either of two branches; as the graph has it where clocks went wrong. */
function inTime(graph: RevisionGraph): readonly string[] {
  const ids = [...graph.nodes.keys()]
  const place = (id: string) => graph.order.get(id) ?? 0
  const isInOrder = ids.every(id => downOf(graph, id).every(below => place(below) < place(id)))
  return isInOrder ? ids : oldestFirst(graph, new Set(ids))
}

function live(lives: Lives, draft: Draft, step: Step, moment: Moment): void {
  const before = tablesBefore(draft, step)
  const fits = apply(draft, step)
  liveStep(lives, step, moment)
  if (fits) followNames(lives, before, draft.tables, moment)
}

/** A step of one head may not fit after those of another; its own objects are followed all the same. */
function apply(draft: Draft, step: Step): boolean {
  try {
    applyStep(draft, step)
    return true
  } catch {
    return false
  }
}

/** The kinds that are meant first where several things have one key. */
const FIRST: ReadonlySet<LivingKind> = new Set(['table', 'view', 'enum', 'column', 'enum value'])

function byKey(lives: Lives): Known {
  const found = new Map<string, (readonly [LivingKind, Life])[]>()
  const add = (key: string, kind: LivingKind, life: Life) => {
    const others = found.get(key)
    if (others === undefined) found.set(key, [[kind, life]])
    else if (FIRST.has(kind)) others.unshift([kind, life])
    else others.push([kind, life])
  }
  for (const [kind, name, life] of lives.all()) {
    add(name, kind, life)
    for (const [inner, member, own] of life.members.all()) add(`${name}.${member}`, inner, own)
  }
  return found
}
