import { planChange } from '../../compiler/compile.ts'
import { loadGraph, type RevisionGraph } from '../../compiler/revisions/graph.ts'
import type { Revision } from '../../compiler/revisions/revision.ts'
import type { Direction, StoredRevision } from '../../compiler/revisions/stored-revision.ts'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import { EMPTY_SCHEMA, type Schema } from '../../compiler/schema/schema.ts'
import { applySteps } from '../../compiler/steps/apply.ts'
import type { SqlStep, Step } from '../../compiler/steps/step.ts'
import { revisionSql } from '../../language/planning/revision-sql.ts'
import { loadDeclarations } from '../language/load-text.ts'

/** A revision to make: the schema text that it leads to, or a step written by hand; on top of the one before unless said. */
export interface Made {
  readonly id: string
  readonly schema?: string
  readonly sql?: Pick<SqlStep, 'up' | 'down'>
  readonly parents?: readonly string[]
  /** Edits the SQL files, as a person would. */
  readonly edit?: (sql: string, direction: Direction, dialect: DialectName) => string
}

/** A history with its graph, as `verifyRevisions` takes it. */
export interface MadeHistory {
  readonly graph: RevisionGraph
  readonly revisions: ReadonlyMap<string, StoredRevision>
}

/** Makes revisions from schema texts, with SQL as `mig compile` renders it. */
export function madeHistory(...made: readonly Made[]): MadeHistory {
  const schemas = new Map<string, Schema>()
  const stored: StoredRevision[] = []
  for (const [at, one] of made.entries()) {
    const parents = one.parents ?? (at === 0 ? [] : [made[at - 1]!.id])
    const before = parents.length === 0 ? EMPTY_SCHEMA : schemas.get(parents[0]!)!
    const steps = stepsOf(one, before)
    const after = applySteps(before, steps)
    schemas.set(one.id, after)
    const revision: Revision = {
      id: one.id,
      message: `make ${one.id}`,
      parents,
      needs: [],
      labels: [],
      created: `2026-01-05T05:30:0${at}Z`,
      allows: [],
      steps,
    }
    const edit = one.edit ?? (sql => sql)
    stored.push({
      revision,
      folder: `20260105_0530_${one.id}`,
      file: `/p/migrations/20260105_0530_${one.id}/revision.mig`,
      sql: (dialect, direction) =>
        edit(revisionSql(revision, { before, after }, dialect, direction), direction, dialect),
    })
  }
  const revisions = new Map(stored.map(one => [one.revision.id, one]))
  return { graph: loadGraph(stored.map(one => one.revision)), revisions }
}

function stepsOf({ id, schema, sql }: Made, before: Schema): readonly Step[] {
  if (sql !== undefined) return [{ kind: 'sql', name: id, ...sql }]
  const loaded = loadDeclarations(schema!)
  const errors = loaded.diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new Error(errors.map(({ code, message }) => `${code} ${message}`).join('\n'))
  const { hints } = loaded
  return planChange({ before, after: loaded.schema, hints, targets: ['postgres', 'sqlite'] }).steps
}
