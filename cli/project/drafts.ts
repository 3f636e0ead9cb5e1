import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type RevisionFiles, rewriteFiles } from '../../compiler/revisions/folder.ts'
import { downOf } from '../../compiler/revisions/graph.ts'
import { DIRECTIONS, type StoredRevision, sqlFileName } from '../../compiler/revisions/stored-revision.ts'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import { applySteps } from '../../compiler/steps/apply.ts'
import type { SqlSide, Step } from '../../compiler/steps/step.ts'
import type { Problem } from '../output/problem.ts'
import { displayPath } from './display-path.ts'
import { folderOf, type OpenHistory, schemaOf } from './open-history.ts'
import { revisionSqlFiles } from './revision-sql.ts'

/** A revision that lacks SQL files: one that `mig revision` made, or one whose files were removed to be made anew. */
export interface Draft {
  readonly stored: StoredRevision
  /** The names of the files it lacks. */
  readonly lacking: readonly string[]
  /** Whether a step of it still waits to be filled in; its SQL is not rendered before. */
  readonly empty: boolean
}

/** The revisions whose SQL is to be rendered. */
export function findDrafts({ history }: OpenHistory, targets: readonly DialectName[]): readonly Draft[] {
  const names = targets.flatMap(dialect => DIRECTIONS.map(direction => sqlFileName(dialect, direction)))
  return history.revisions
    .map(stored => ({
      stored,
      lacking: names.filter(name => !existsSync(join(folderOf(stored), name))),
      empty: stored.revision.steps.some(isEmpty),
    }))
    .filter(({ lacking }) => lacking.length > 0)
}

/** The drafts that still wait to be filled in, as warnings. */
export function emptyDrafts(drafts: readonly Draft[], cwd: string): readonly Problem[] {
  return drafts
    .filter(draft => draft.empty)
    .map(({ stored }) => ({
      code: 'MIG423',
      severity: 'warning',
      message: `Revision ${stored.revision.id} is still empty, so its SQL was not rendered.`,
      remedy: 'Fill in its sql step: SQL between the backticks, or none where there is nothing to do.',
      place: { file: displayPath(cwd, stored.file) },
    }))
}

/** Writes the SQL that drafts lack; answers the paths of the files, as they are printed. */
export function renderDrafts(
  open: OpenHistory,
  drafts: readonly Draft[],
  targets: readonly DialectName[],
  cwd: string,
): readonly string[] {
  return drafts
    .filter(draft => !draft.empty)
    .flatMap(({ stored, lacking }) => {
      const folder = folderOf(stored)
      rewriteFiles(open.path, basename(folder), draftFiles(open, stored, lacking, targets))
      return lacking.map(name => displayPath(cwd, join(folder, name)))
    })
}

function draftFiles(
  open: OpenHistory,
  { revision }: StoredRevision,
  lacking: readonly string[],
  targets: readonly DialectName[],
): RevisionFiles {
  const before = schemaOf(open, downOf(open.graph, revision.id))
  const after = applySteps(before, revision.steps)
  const files = revisionSqlFiles(revision, { before, after }, targets)
  return Object.fromEntries(lacking.map(name => [name, files[name]!]))
}

function isEmpty(step: Step): boolean {
  const blank = (side: SqlSide) => 'run' in side && Object.values(side.run).every(sql => sql.trim() === '')
  return step.kind === 'sql' && (blank(step.up) || blank(step.down))
}
