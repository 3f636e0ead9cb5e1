import { MigError } from '../../compiler/failure.ts'
import { loadGraph, type RevisionGraph } from '../../compiler/revisions/graph.ts'
import { findConflicts } from '../../compiler/revisions/merge/find-conflicts.ts'
import { ancestors } from '../../compiler/revisions/reach.ts'
import type { Allow, Revision } from '../../compiler/revisions/revision.ts'
import type { StoredRevision } from '../../compiler/revisions/stored-revision.ts'
import { oldestFirst } from '../../compiler/revisions/topological.ts'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import { applySteps } from '../../compiler/steps/apply.ts'
import { mergeRequest } from '../../language/planning/merge-request.ts'
import { type NextRevision, nextRevision } from '../../language/planning/next-revision.ts'
import { type OpenHistory, schemaOf } from '../../language/planning/open-history.ts'
import type { Context } from '../command.ts'
import type { Problem } from '../output/problem.ts'
import { openSchema } from './open-schema.ts'
import { planUpon } from './plan-upon.ts'
import { settleHazards } from './settle-hazards.ts'

/** A branch that is written anew on top of another head. */
export interface RebasePlan {
  /** The revisions of the branch as they are, the older first. */
  readonly old: readonly StoredRevision[]
  /** What takes the place of each; undefined where the other branch, or the schema files, leave nothing to do. */
  readonly made: readonly (NextRevision | undefined)[]
  readonly warnings: readonly Problem[]
}

/** What a rebase is told. */
export interface RebaseWords {
  readonly created: string
  readonly allows: readonly Allow[]
}

/**
 * Plans the revisions of the branch that ends in `head` anew on top of `onto`: the same steps, with SQL for the schema that
 * they will find. The last one, where its steps no longer fit, is planned from the schema files. Throws MIG357 when more is needed.
 */
export function planRebase(
  open: OpenHistory,
  context: Context,
  [head, onto]: readonly [string, string],
  targets: readonly DialectName[],
  { created, allows }: RebaseWords,
): RebasePlan {
  const ids = branchAbove(open.graph, head, onto)
  const astray = unfitting(open, ids, [head, onto], targets)
  const place = new Map<string, string>()
  const made: (NextRevision | undefined)[] = []
  let warnings: readonly Problem[] = []
  let now = withRevisions(open, ids, [])
  for (const id of ids) {
    const { revision, sql } = open.revisions.get(id)!
    const below = revision.parents.length === 0 ? [onto] : revision.parents
    const parents = [...new Set(below.map(parent => place.get(parent) ?? onto))]
    const keep = { labels: revision.labels, needs: revision.needs.map(need => place.get(need) ?? need) }
    if (astray.has(id)) {
      const { loaded, problems } = openSchema(context)
      const change = planUpon(now, loaded, parents, context.cwd)
      const settled = settleHazards(change.hazards, allows, loaded, context.cwd)
      warnings = [...problems, ...settled.warnings]
      const words = { message: revision.message, created, keep: { ...keep, allows: [] } }
      const next = nextRevision(change, settled.hazards, targets, words)
      const isNeeded = change.steps.length > 0 || keep.labels.length > 0
      made.push(isNeeded ? next : undefined)
      place.set(id, isNeeded ? next.revision.id : parents[0]!)
    } else {
      const { steps, message } = revision
      const before = schemaOf(now, parents)
      const change = { parents, steps, hazards: [], before, after: applySteps(before, steps) }
      const words = { message, created, keep: { ...keep, allows: revision.allows } }
      const next = nextRevision(change, [], targets, words)
      const isDraft = targets.some(dialect => sql(dialect, 'up') === undefined)
      made.push(isDraft ? { ...next, files: { 'revision.mig': next.files['revision.mig']! } } : next)
      place.set(id, next.revision.id)
    }
    now = withRevisions(
      open,
      ids,
      made.flatMap(one => one?.revision ?? []),
    )
  }
  return { old: ids.map(id => open.revisions.get(id)!), made, warnings }
}

/** The revisions of the branch, none of which another revision may stand on. */
function branchAbove(graph: RevisionGraph, head: string, onto: string): readonly string[] {
  const own = ancestors(graph, [head]).difference(ancestors(graph, [onto]))
  const ids = oldestFirst(graph, own)
  for (const id of ids) {
    const other = (graph.dependents.get(id) ?? []).find(above => !own.has(above))
    if (other !== undefined) throw cannot(id, `revision ${other} stands on it too`, [id, other])
  }
  return ids
}

/** The revision whose steps no longer fit, if any: only the last can be planned anew, and only if it holds no SQL of its own. */
function unfitting(
  open: OpenHistory,
  ids: readonly string[],
  heads: readonly string[],
  targets: readonly DialectName[],
): ReadonlySet<string> {
  const found = findConflicts({ ...mergeRequest(open, heads, targets), render: () => [] })
  const own = new Set(ids)
  for (const { sides, message } of found) {
    const id = sides.map(side => side.revision).find(revision => own.has(revision))!
    if (id !== ids.at(-1))
      throw cannot(id, `its steps do not fit there, and ${ids.at(-1)!} stands on it. ${message}`, [id])
    const byHand = open.revisions.get(id)!.revision.steps.some(step => step.kind === 'sql')
    if (byHand)
      throw cannot(id, `its steps do not fit there, and it holds SQL that was written by hand. ${message}`, [id])
  }
  return new Set(found.length === 0 ? [] : ids.slice(-1))
}

function cannot(id: string, why: string, revisions: readonly string[]): MigError {
  return new MigError({
    code: 'MIG357',
    message: `Revision ${id} cannot be written anew on top of the other branch: ${why.replace(/\.$/, '')}.`,
    remedy:
      'Undo the branch on your own database, remove its folders, and run mig compile: it plans from the schema files. Hand-written SQL goes into a new mig revision.',
    facts: { revisions },
    exit: 1,
  })
}

/** The history without a branch, and with other revisions in its place. */
function withRevisions(open: OpenHistory, without: readonly string[], added: readonly Revision[]): OpenHistory {
  const gone = new Set(without)
  const kept = open.history.revisions.filter(({ revision }) => !gone.has(revision.id))
  const fresh = added.map(revision => ({ revision, folder: '', file: '', sql: () => undefined }))
  const revisions = [...kept, ...fresh]
  return {
    path: open.path,
    history: { ...open.history, revisions },
    graph: loadGraph(revisions.map(stored => stored.revision)),
    revisions: new Map(revisions.map(stored => [stored.revision.id, stored])),
  }
}
