import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeRevision } from '../compiler/revisions/folder.ts'
import { revisionId } from '../compiler/revisions/identity.ts'
import type { Revision } from '../compiler/revisions/revision.ts'
import { DIALECTS } from '../compiler/schema/dialect.ts'
import { EMPTY_SCHEMA, type Schema } from '../compiler/schema/schema.ts'
import { applySteps } from '../compiler/steps/apply.ts'
import type { Step } from '../compiler/steps/step.ts'
import { revisionSqlFiles } from '../language/planning/revision-sql.ts'
import { printRevision } from '../language/print/revision.ts'
import { printStep } from '../language/print/step.ts'

const TEXT = { all: { kind: 'builtin', name: 'text' } } as const

/**
 * Writes a project of `count` small revisions with their SQL into `folder`: each tenth creates a table, the others add
 * a column to it, and of each fifty two stand on the same parent, which the next one joins.
 */
export function writeHistory(folder: string, count: number): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'schema.mig'), 'project bench {\n  targets postgres 14, sqlite 3.38\n}\n')
  let schema: Schema = EMPTY_SCHEMA
  let below: readonly string[] = []
  let heads: readonly string[] = []
  for (let number = 0; number < count; number++) {
    const isBranch = number % 50 === 25
    const revision = revisionOf(number, isBranch ? below : heads)
    const before = schema
    schema = applySteps(before, revision.steps)
    const files = revisionSqlFiles(revision, { before, after: schema }, DIALECTS)
    writeRevision(join(folder, 'migrations'), revision, { ...files, 'revision.mig': printRevision(revision) })
    below = heads
    heads = isBranch ? [...heads, revision.id] : [revision.id]
  }
}

function revisionOf(number: number, parents: readonly string[]): Revision {
  const message = `change number ${number}`
  const step = stepOf(number)
  const created = `${new Date(Date.UTC(2026, 0, 1) + number * 3_600_000).toISOString().slice(0, 19)}Z`
  const id = revisionId(parents, message, printStep(step))
  return { id, message, parents, needs: [], labels: [], created, allows: [], steps: [step] }
}

function stepOf(number: number): Step {
  const name = { name: `table_${Math.floor(number / 10)}` }
  if (number % 10 > 0)
    return { kind: 'add column', table: name, column: { name: `c${number}`, type: TEXT, nullable: true } }
  const columns = [{ name: 'id', type: TEXT, nullable: false }]
  return { kind: 'create table', table: { name, columns, constraints: [], indexes: [] } }
}
