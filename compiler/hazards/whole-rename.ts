import { nameText, quoteName } from '../schema/name.ts'
import { keyOfId, labelOf } from '../schema/objects/object-key.ts'
import type { Step } from '../steps/step.ts'
import { memberKey } from './member-key.ts'
import type { PlanContext } from './plan-context.ts'

/** A rename as a sentence shows it. */
export interface WholeRename {
  /** `table`, `column`, … */
  readonly what: string
  /** The object under its new name. */
  readonly object: string
  readonly from: string
  readonly to: string
}

interface Rename extends WholeRename {
  /** Where it stands before and after, as a key. */
  readonly leaves: string
  readonly reaches: string
}

/** The rename that a step ends; undefined for one that only sets a name aside, as where two names change places. */
export function wholeRename(step: Step, plan: PlanContext): WholeRename | undefined {
  const rename = renameOf(step)
  if (rename === undefined) return undefined
  const { passing, starts } = journeys(plan)
  return passing.has(step) ? undefined : { ...rename, from: starts.get(step)?.from ?? rename.from }
}

/** The steps that only pass through a name, and where those began that end such a way. */
interface Journeys {
  readonly passing: ReadonlySet<Step>
  readonly starts: ReadonlyMap<Step, WholeRename>
}

const known = new WeakMap<PlanContext, Journeys>()

function journeys(plan: PlanContext): Journeys {
  const there = known.get(plan)
  if (there !== undefined) return there
  const passing = new Set<Step>()
  const starts = new Map<Step, WholeRename>()
  const reached = new Map<string, Step>()
  for (const step of plan.steps) {
    const rename = renameOf(step)
    if (rename === undefined) continue
    const before = reached.get(rename.leaves)
    if (before !== undefined) {
      passing.add(before)
      starts.set(step, starts.get(before) ?? renameOf(before)!)
    }
    reached.delete(rename.leaves)
    reached.set(rename.reaches, step)
  }
  const found = { passing, starts }
  known.set(plan, found)
  return found
}

function renameOf(step: Step): Rename | undefined {
  switch (step.kind) {
    case 'rename table':
    case 'rename enum':
    case 'rename view':
      return renamed(step.kind, nameText(step.to), nameText(step.from), nameText(step.to), nameText(step.from))
    case 'rename object': {
      if (step.to.table !== undefined) return undefined
      const [from, to] = [labelOf(step.from), labelOf(step.to)]
      return { ...renamed('rename object', keyOfId(step.to), from, to, keyOfId(step.from)), what: step.to.kind }
    }
    case 'rename schema':
      return renamed(step.kind, quoteName(step.to), quoteName(step.from), quoteName(step.to), quoteName(step.from))
    case 'rename column': {
      const [from, to] = [memberKey(step.table, step.from), memberKey(step.table, step.to)]
      return renamed(step.kind, to, from, quoteName(step.to), from)
    }
    default:
      return undefined
  }
}

function renamed(kind: string, object: string, from: string, to: string, leaves: string): Rename {
  const key = (name: string) => `${kind} ${name}`
  return { what: kind.slice('rename '.length), object, from, to, leaves: key(leaves), reaches: key(object) }
}
