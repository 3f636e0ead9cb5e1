import { MigError } from '../../compiler/failure.ts'
import { applyRevision } from '../../compiler/revisions/fold.ts'
import type { RevisionGraph } from '../../compiler/revisions/graph.ts'
import { ancestors } from '../../compiler/revisions/reach.ts'
import type { StoredRevision } from '../../compiler/revisions/stored-revision.ts'
import { oldestFirst } from '../../compiler/revisions/topological.ts'
import { draftOf, EMPTY_SCHEMA, type Schema } from '../../compiler/schema/schema.ts'
import type { SqlStep } from '../../compiler/steps/step.ts'

/** A revision to verify, and what is there when its turn comes: everything older of the revisions that are run. */
export interface Stage {
  readonly stored: StoredRevision
  readonly before: Schema
  /** The schema after it; undefined when its steps do not fit what is there. */
  readonly after: Schema | undefined
  /** Why they do not fit. */
  readonly misfit?: MigError
  /** The hand-written steps that ran before, the older first. */
  readonly handWritten: readonly SqlStep[]
}

/**
 * The stages at which revisions are verified, parents first: all of them, or `only` some. Two branches are run one after
 * the other in one database, as an upgrade of it would.
 */
export function verifyStages(
  graph: RevisionGraph,
  revisions: ReadonlyMap<string, StoredRevision>,
  only: ReadonlySet<string> = new Set(graph.nodes.keys()),
): readonly Stage[] {
  const stages: Stage[] = []
  let schema: Schema = EMPTY_SCHEMA
  let handWritten: readonly SqlStep[] = []
  for (const id of oldestFirst(graph, ancestors(graph, only))) {
    const stored = revisions.get(id)!
    const draft = draftOf(schema)
    const misfit = misfitOf(() => applyRevision(draft, stored))
    const after = misfit === undefined ? draft : undefined
    if (only.has(id)) stages.push({ stored, before: schema, after, handWritten, ...(misfit && { misfit }) })
    schema = after ?? schema
    const own = stored.revision.steps.filter(step => step.kind === 'sql')
    if (own.length > 0) handWritten = [...handWritten, ...own]
  }
  return stages
}

/** The revisions that run before this one though it does not stand on them: those of other branches. */
export function strangersBelow(graph: RevisionGraph, id: string, ran: readonly string[]): readonly string[] {
  const own = ancestors(graph, [id])
  return ran.filter(other => !own.has(other))
}

function misfitOf(apply: () => void): MigError | undefined {
  try {
    apply()
    return undefined
  } catch (error) {
    if (error instanceof MigError) return error
    throw error
  }
}
