import { MigError } from '../failure.ts'
import { type Draft, draftOf, EMPTY_SCHEMA, type Schema } from '../schema/schema.ts'
import { applyStep } from '../steps/apply.ts'
import type { RevisionGraph } from './graph.ts'
import { ancestors } from './reach.ts'
import type { Revision } from './revision.ts'
import type { StoredRevision } from './stored-revision.ts'
import { oldestFirst } from './topological.ts'

/** A revision with as much of where it lies as is known. */
export type FoldedRevision = { readonly revision: Revision } & Partial<Pick<StoredRevision, 'file' | 'stepLines'>>

/**
 * The schema at some revisions: the fold of the steps of all their ancestors, the older first. Throws MIG310 with the
 * revision, its file and the number of the step that does not fit.
 */
export function schemaAt(
  graph: RevisionGraph,
  revisions: ReadonlyMap<string, FoldedRevision>,
  heads: readonly string[],
): Schema {
  const draft = draftOf(EMPTY_SCHEMA)
  for (const id of oldestFirst(graph, ancestors(graph, heads))) applyRevision(draft, revisions.get(id)!)
  return draft
}

/** Writes the steps of one revision into a draft. */
export function applyRevision(draft: Draft, stored: FoldedRevision): void {
  stored.revision.steps.forEach((step, at) => {
    try {
      applyStep(draft, step)
    } catch (error) {
      throw error instanceof MigError ? placed(error, stored, at) : error
    }
  })
}

function placed(error: MigError, { revision, file, stepLines }: FoldedRevision, at: number): MigError {
  const line = stepLines?.[at]
  const where = file === undefined ? '' : ` (${file}${line === undefined ? '' : `:${line}`})`
  return new MigError({
    code: error.code,
    message: `Step ${at + 1} of revision ${revision.id}${where} does not fit what is there before it: ${error.message}`,
    remedy: error.remedy,
    facts: {
      ...error.facts,
      revision: revision.id,
      step: at + 1,
      ...(file === undefined ? {} : { file }),
      ...(line === undefined ? {} : { line }),
    },
    exit: error.exit,
  })
}
