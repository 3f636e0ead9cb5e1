import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { checkSql, isRenderedFrom, type SqlProblem } from '../../compiler/revisions/check-sql.ts'
import { type RevisionFiles, rewriteFiles } from '../../compiler/revisions/folder.ts'
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
import type { Problem } from '../output/problem.ts'
import { ProblemsFound } from '../output/problems-found.ts'
import { displayPath } from './display-path.ts'
import { fileProblems } from './file-problems.ts'
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

function sidesOf(open: OpenHistory, { revision }: StoredRevision): Sides {
  const before = schemaOf(open, downOf(open.graph, revision.id))
  return { before, after: applySteps(before, revision.steps) }
}

/** Throws `ProblemsFound` when a file that is to be rendered anew was edited by hand: only a person can say what is meant. */
export function refuseSpoilt(drafts: readonly Draft[], cwd: string): void {
  const problems = drafts.flatMap(draft => draft.spoilt)
  if (problems.length === 0) return
  throw new ProblemsFound(fileProblems(problems, cwd), 'in the migrations folder', 'Nothing was written.')
}

/** What there is to say of drafts: those that still wait to be filled in, and SQL that is rendered anew. */
export function draftWarnings(drafts: readonly Draft[], cwd: string): readonly Problem[] {
  return drafts.flatMap(({ stored, stale, empty }): Problem[] => {
    const place = { file: displayPath(cwd, stored.file) }
    const { id } = stored.revision
    if (empty)
      return [
        {
          code: 'MIG423',
          severity: 'warning',
          message: `Revision ${id} is still empty, so its SQL was not rendered.`,
          remedy: 'Fill in its sql step: SQL between the backticks, or none where there is nothing to do.',
          place,
        },
      ]
    if (stale.length === 0) return []
    return [
      {
        code: 'MIG424',
        severity: 'warning',
        message: `The steps of revision ${id}, or of one before it, have changed: ${stale.join(', ')} ${stale.length === 1 ? 'is' : 'are'} rendered anew.`,
        remedy: 'If it is applied anywhere, restore revision.mig and the SQL from version control instead.',
        place,
      },
    ]
  })
}

/**
 * Writes the SQL that is missing or stale; answers the paths of the files, as they are printed. What stands on others is
 * written first: if this does not get to its end, the next run finds the rest by what is below it.
 */
export function renderDrafts(
  open: OpenHistory,
  drafts: readonly Draft[],
  targets: readonly DialectName[],
  cwd: string,
): readonly string[] {
  const ready = drafts.filter(draft => !draft.empty)
  const files = ready.map(draft => draftFiles(open, draft, targets))
  for (let at = ready.length - 1; at >= 0; at--) {
    rewriteFiles(open.path, basename(folderOf(ready[at]!.stored)), files[at]!)
  }
  return ready.flatMap(({ stored, lacking, stale }, at) => {
    const named = Object.keys(files[at]!).filter(name => lacking.includes(name) || stale.includes(name))
    return named.map(name => displayPath(cwd, join(folderOf(stored), name)))
  })
}

function draftFiles(
  open: OpenHistory,
  { stored, lacking, stale }: Draft,
  targets: readonly DialectName[],
): RevisionFiles {
  const text = readFileSync(stored.file, 'utf8')
  const files = revisionSqlFiles(stored.revision, sidesOf(open, stored), targets, text)
  if (stale.length > 0) return files
  return Object.fromEntries(Object.entries(files).filter(([name]) => lacking.includes(name)))
}

function isEmpty(step: Step): boolean {
  const blank = (side: SqlSide) => 'run' in side && Object.values(side.run).every(sql => sql.trim() === '')
  return step.kind === 'sql' && (blank(step.up) || blank(step.down))
}
