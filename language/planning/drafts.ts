import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { checkSql, isRenderedFrom, type SqlProblem } from '../../compiler/revisions/check-sql.ts'
import type { RevisionFiles } from '../../compiler/revisions/folder.ts'
import { downOf } from '../../compiler/revisions/graph.ts'
import {
  DIRECTIONS,
  type Direction,
  type StoredRevision,
  sqlFileName,
} from '../../compiler/revisions/stored-revision.ts'
import { oldestFirst } from '../../compiler/revisions/topological.ts'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import { applySteps } from '../../compiler/steps/apply.ts'
import type { SqlSide, Step } from '../../compiler/steps/step.ts'
import { folderOf, type OpenHistory, schemaOf } from './open-history.ts'
import { RENDERER, revisionSql, revisionSqlFiles, type Sides, sourceSum } from './revision-sql.ts'

/** A revision whose SQL is to be rendered: it lacks files, or has some that its steps no longer give. */
export interface Draft {
  readonly stored: StoredRevision
  /** The names of the files it lacks. */
  readonly lacking: readonly string[]
  /** The names of the files that are as they were rendered, but not from the steps of today. */
  readonly stale: readonly string[]
  /** Files that stand in the way: edited by hand, or those of another revision. Nothing overwrites them. */
  readonly spoilt: readonly SqlProblem[]
  /** Whether a step of it still waits to be filled in; its SQL is not rendered before. */
  readonly empty: boolean
}

/**
 * The revisions whose SQL is to be rendered. A revision is rendered to compare only when its `revision.mig`, or one that it
 * stands on, is not the one that its SQL names as its source; `thoroughly` when nothing is taken on trust.
 */
export function findDrafts(open: OpenHistory, targets: readonly DialectName[], thoroughly: boolean): readonly Draft[] {
  const doubtful = new Set<string>()
  return oldestFirst(open.graph, new Set(open.graph.nodes.keys())).flatMap(id => {
    const stored = open.revisions.get(id)!
    const files = filesOf(stored, targets)
    const trusted = !thoroughly && isTrusted(stored, files)
    if (!trusted || downOf(open.graph, id).some(below => doubtful.has(below))) doubtful.add(id)
    const empty = stored.revision.steps.some(isEmpty)
    const lacking = files.filter(file => file.text === undefined).map(file => file.name)
    const wrong = empty || !doubtful.has(id) ? [] : wrongFiles(open, stored, files)
    if (lacking.length + wrong.length === 0) return []
    const stale = wrong.filter(problem => problem.derived).map(problem => basename(problem.file))
    return [{ stored, lacking, stale, spoilt: wrong.filter(problem => !problem.derived), empty }]
  })
}

interface SqlPlace {
  readonly dialect: DialectName
  readonly direction: Direction
  readonly name: string
  readonly text: string | undefined
}

function filesOf(stored: StoredRevision, targets: readonly DialectName[]): readonly SqlPlace[] {
  return targets.flatMap(dialect =>
    DIRECTIONS.map(direction => ({
      dialect,
      direction,
      name: sqlFileName(dialect, direction),
      text: stored.sql(dialect, direction),
    })),
  )
}

function isTrusted(stored: StoredRevision, files: readonly SqlPlace[]): boolean {
  const source = sourceSum(readFileSync(stored.file, 'utf8'))
  const { revision } = stored
  return files.every(file => file.text === undefined || isRenderedFrom(file.text, { revision, ...file }, source))
}

function wrongFiles(open: OpenHistory, stored: StoredRevision, files: readonly SqlPlace[]): readonly SqlProblem[] {
  const { revision } = stored
  const sides = sidesOf(open, stored)
  return files.flatMap(({ dialect, direction, name, text }) => {
    if (text === undefined) return []
    const render = () => revisionSql(revision, sides, dialect, direction)
    const file = join(folderOf(stored), name)
    return checkSql({ revision, dialect, direction, text, file }, RENDERER, render) ?? []
  })
}

/** The schemas on both sides of a revision. */
export function sidesOf(open: OpenHistory, { revision }: StoredRevision): Sides {
  const before = schemaOf(open, downOf(open.graph, revision.id))
  return { before, after: applySteps(before, revision.steps) }
}

/** The SQL of a draft by the names of its files: all of it where some is stale, else what it lacks. */
export function draftFiles(
  open: OpenHistory,
  { stored, lacking, stale }: Draft,
  targets: readonly DialectName[],
): RevisionFiles {
  const text = readFileSync(stored.file, 'utf8')
  const files = revisionSqlFiles(stored.revision, sidesOf(open, stored), targets, text)
  if (stale.length > 0) return files
  return Object.fromEntries(Object.entries(files).filter(([name]) => lacking.includes(name)))
}

/** Whether a hand-written step still waits to be filled in: its revision is not rendered before. */
export function isEmpty(step: Step): boolean {
  const blank = (side: SqlSide) => 'run' in side && Object.values(side.run).every(sql => sql.trim() === '')
  return step.kind === 'sql' && (blank(step.up) || blank(step.down))
}
