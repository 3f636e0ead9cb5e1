import type { DialectName } from '../../schema/dialect.ts'
import { draftOf, type Schema } from '../../schema/schema.ts'
import { invertSteps } from '../../steps/invert.ts'
import type { Step } from '../../steps/step.ts'
import { applyRevision, type FoldedRevision, schemaAt } from '../fold.ts'
import { irreversibleSteps } from '../irreversible.ts'
import { ancestors } from '../reach.ts'
import { type Claims, newClaims } from './claims.ts'
import type { MergeRequest, RenderedStatement } from './request.ts'

/** A revision as its author saw it: on top of nothing but what it stands on. */
export interface Side {
  readonly stored: FoldedRevision
  readonly steps: readonly Step[]
  /** The inverted steps; undefined where one of them says that there is no way back. */
  readonly back: readonly Step[] | undefined
  /** All that it stands on, itself among it. */
  readonly line: ReadonlySet<string>
  /** Whether it changes the schema at all. */
  readonly changes: boolean
  readonly claims: Claims
  readonly up: Readonly<Partial<Record<DialectName, readonly RenderedStatement[]>>>
  readonly down: Readonly<Partial<Record<DialectName, readonly RenderedStatement[]>>>
}

/** Looks at a revision alone: the names it takes, and its SQL both ways. */
export function sideOf({ graph, revisions, targets, render }: MergeRequest, id: string): Side {
  const stored = revisions.get(id)!
  const { steps } = stored.revision
  const line = ancestors(graph, [id])
  const before = schemaAt(graph, revisions, [...graph.nodes.get(id)!.parents, ...(graph.needs.get(id) ?? [])])
  const after: Schema = afterRevision(before, stored)
  const back = irreversibleSteps(steps).length > 0 ? undefined : invertSteps(steps)
  const each = (list: readonly Step[] | undefined, schema: Schema) =>
    Object.fromEntries(targets.map(dialect => [dialect, render(list ?? [], schema, dialect)]))
  return {
    stored,
    steps,
    back,
    line,
    changes: steps.some(step => step.kind !== 'sql'),
    claims: newClaims(before, after, targets),
    up: each(steps, before),
    down: each(back, after),
  }
}

/** The schema after one more revision. */
export function afterRevision(schema: Schema, stored: FoldedRevision): Schema {
  const draft = draftOf(schema)
  applyRevision(draft, stored)
  return draft
}
