import { schemaAt } from '../../compiler/revisions/fold.ts'
import { ancestors } from '../../compiler/revisions/reach.ts'
import { oldestFirst } from '../../compiler/revisions/topological.ts'
import type { Schema } from '../../compiler/schema/schema.ts'
import type { SqlStep } from '../../compiler/steps/step.ts'
import type { LedgerRow } from '../ledger/ledger.ts'
import { rowsThere } from '../run/current.ts'
import type { Revisions } from './ledger-findings.ts'

/** What a database may hold by its ledger. */
export interface Folds {
  readonly fold: Schema
  /** The schema on the other side of a revision that stands half way. */
  readonly other?: Schema
  readonly handWritten: readonly SqlStep[]
}

/** The schemas that a ledger speaks of; undefined where it has revisions that no folder holds. */
export function foldsAt({ graph, revisions }: Revisions, rows: readonly LedgerRow[]): Folds | undefined {
  if (rows.some(row => !graph.nodes.has(row.id))) return undefined
  const ids = rowsThere(rows).map(row => row.id)
  const half = rows.find(row => row.finished === undefined)
  const others = half && (half.direction === 'up' ? [...ids, half.id] : ids.filter(id => id !== half.id))
  const ran = oldestFirst(graph, ancestors(graph, others === undefined ? ids : [...ids, ...others]))
  const steps = ran.flatMap(id => revisions.get(id)!.revision.steps)
  return {
    fold: schemaAt(graph, revisions, ids),
    handWritten: steps.filter(step => step.kind === 'sql'),
    ...(others && { other: schemaAt(graph, revisions, others) }),
  }
}
