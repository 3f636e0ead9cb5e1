import { dialects } from '../../../compiler/dialects/dialects.ts'
import { loadGraph } from '../../../compiler/revisions/graph.ts'
import type { Revision } from '../../../compiler/revisions/revision.ts'
import { sumOfBody } from '../../../compiler/revisions/sql-file.ts'
import type { StoredRevision } from '../../../compiler/revisions/stored-revision.ts'
import { EMPTY_SCHEMA } from '../../../compiler/schema/schema.ts'
import { applySteps } from '../../../compiler/steps/apply.ts'
import type { Step } from '../../../compiler/steps/step.ts'
import type { Connection } from '../../../database/connection.ts'
import type { Revisions } from '../../../database/drift/ledger-findings.ts'
import { ledgerOf } from '../../../database/ledger/ledger.ts'
import { createLedger, insertEntry } from '../../../database/ledger/ledger-sql.ts'
import { revisionSql } from '../../../language/planning/revision-sql.ts'
import { runStatements } from '../../engines/test-engine.ts'

/** Revisions `r1`, `r2` … one after another, with SQL as `mig compile` renders it. */
export function revisionsOf(...lists: readonly (readonly Step[])[]): Revisions {
  let before = EMPTY_SCHEMA
  const stored = lists.map((steps, at): StoredRevision => {
    const id = `r${at + 1}`
    const sides = { before, after: applySteps(before, steps) }
    before = sides.after
    const parents = at === 0 ? [] : [`r${at}`]
    const made = { created: '2026-01-05T05:30:00Z', needs: [], labels: [], allows: [] }
    const revision: Revision = { id, message: `make ${id}`, parents, ...made, steps }
    return {
      revision,
      folder: id,
      file: `/p/migrations/${id}/revision.mig`,
      sql: (dialect, direction) => revisionSql(revision, sides, dialect, direction),
    }
  })
  return {
    graph: loadGraph(stored.map(one => one.revision)),
    revisions: new Map(stored.map(one => [one.revision.id, one])),
  }
}

/** Runs revisions on an empty database, all of them unless `count` is given, and writes the ledger. */
export async function standAt(connection: Connection, { revisions }: Revisions, count = revisions.size): Promise<void> {
  const ledger = ledgerOf(connection.dialect)
  const dialect = dialects[connection.dialect]
  await connection.exec(createLedger(ledger))
  let before = EMPTY_SCHEMA
  for (const stored of [...revisions.values()].slice(0, count)) {
    const { steps } = stored.revision
    await runStatements(connection, dialect.render(steps, before))
    before = applySteps(before, steps)
    await connection.exec(insertEntry(ledger, entryOf(stored, connection), PROGRESS))
  }
}

const PROGRESS = { done: 1, begun: 1, elapsed: 0, finished: true }

function entryOf({ revision, sql }: StoredRevision, { dialect }: Connection) {
  const { id, parents, message } = revision
  const checksum = sumOfBody(sql(dialect, 'up')!)
  return { id, parents, message, checksum, direction: 'up', by: 'ada', tool: '1', statements: 1 } as const
}
