import { planChange } from '../../compiler/compile.ts'
import type { Spent } from '../../compiler/diff/applicable.ts'
import { spentCycles } from '../../compiler/diff/spent-cycles.ts'
import type { Hazard } from '../../compiler/hazards/hazard.ts'
import { unknownRevision } from '../../compiler/revisions/failures.ts'
import { heads } from '../../compiler/revisions/graph.ts'
import { newParents, onlyHead } from '../../compiler/revisions/new-revision.ts'
import { ancestors } from '../../compiler/revisions/reach.ts'
import { resolveOne } from '../../compiler/revisions/resolve.ts'
import { oldestFirst } from '../../compiler/revisions/topological.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import { applySteps } from '../../compiler/steps/apply.ts'
import type { Step } from '../../compiler/steps/step.ts'
import type { Loaded } from '../load.ts'
import { type OpenHistory, schemaOf } from './open-history.ts'
import type { Sides } from './revision-sql.ts'

/** The change that the schema files ask for, upon some revisions. */
export interface NextChange extends Sides {
  readonly parents: readonly string[]
  readonly steps: readonly Step[]
  readonly hazards: readonly Hazard[]
}

/** The parents of the next revision: the head, or the one that `--head` names where there are several. */
export function nextParents({ graph }: OpenHistory, head: unknown): readonly string[] {
  if (head !== undefined) return newParents(graph, [String(head)])
  const only = onlyHead('head', heads(graph))
  return only === undefined ? [] : [only]
}

/** The revisions that a word names for a comparison: one, or none for `base`. */
export function revisionNamed({ graph }: OpenHistory, word: string): readonly string[] {
  const id = resolveOne(graph, word)
  if (id === undefined && word !== 'base' && word !== 'head') throw unknownRevision(word)
  return id === undefined ? [] : [id]
}

/**
 * Plans what leads from some revisions to the schema files. `after` is the fold, as everybody will see it who has only
 * the revisions: a column that was added in the middle of a table stands at its end.
 */
export function planNext(open: OpenHistory, loaded: Loaded, parents: readonly string[]): NextChange {
  const { before, past, spent } = groundOf(open, parents)
  const targets = loaded.project.targets.map(target => target.dialect)
  const plan = planChange({ before, after: loaded.schema, hints: loaded.hints, targets, spent, past })
  return { parents, before, after: applySteps(before, plan.steps), ...plan }
}

/** What a plan stands on. */
interface Ground {
  readonly before: Schema
  /** The steps so far, the older first. */
  readonly past: readonly Step[]
  readonly spent: Spent
}

const grounds = new WeakMap<OpenHistory, Map<string, Ground>>()

/** An editor plans many times upon the same revisions, which are folded once. */
function groundOf(open: OpenHistory, parents: readonly string[]): Ground {
  const known = grounds.get(open) ?? new Map<string, Ground>()
  grounds.set(open, known)
  const key = parents.join(' ')
  let ground = known.get(key)
  if (ground === undefined) {
    const ids = oldestFirst(open.graph, ancestors(open.graph, parents))
    const past = ids.flatMap(id => open.revisions.get(id)!.revision.steps)
    ground = { before: schemaOf(open, parents), past, spent: spentCycles(past) }
    known.set(key, ground)
  }
  return ground
}
