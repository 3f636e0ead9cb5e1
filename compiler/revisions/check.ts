import { MigError } from '../failure.ts'
import type { DialectName } from '../schema/dialect.ts'
import { draftOf, type Schema } from '../schema/schema.ts'
import { applySteps } from '../steps/apply.ts'
import { invertSteps } from '../steps/invert.ts'
import { checkSql } from './check-sql.ts'
import { severalHeads } from './failures.ts'
import { applyRevision, schemaAt } from './fold.ts'
import { downOf, heads, loadGraph, type RevisionGraph } from './graph.ts'
import { findGraphProblems } from './graph-problems.ts'
import { irreversibleSteps } from './irreversible.ts'
import { type Problem, problemOf } from './problem.ts'
import type { RevisionHead } from './revision.ts'
import { DIRECTIONS, type Direction, type History, type StoredRevision, sqlFileName } from './stored-revision.ts'
import { oldestFirst } from './topological.ts'

/** What `checkMigrations` is to check against. */
export interface MigrationCheck {
  readonly history: History
  /** The path of the migrations folder, for problems of no single revision. */
  readonly path: string
  readonly targets: readonly DialectName[]
  /** The version of the renderer at hand. */
  readonly renderer: string
  /** The whole text of the SQL file that this renderer makes of a revision. */
  readonly render: (
    stored: StoredRevision,
    before: Schema,
    after: Schema,
    dialect: DialectName,
    direction: Direction,
  ) => string
}

/**
 * Everything that is wrong with a migrations folder: what the reading found, revisions that do not hang together, steps
 * that no longer fold or cannot be undone, SQL that is missing, edited, stale, or that of another revision.
 */
export function checkMigrations(check: MigrationCheck): readonly Problem[] {
  const { history, path } = check
  const unread = history.unread ?? []
  const nodes = inLoadOrder([...history.revisions.map(one => one.revision), ...unread.map(one => one.head)])
  const stored = new Map(history.revisions.map(one => [one.revision.id, one]))
  const broken = findGraphProblems(nodes)
  if (broken.length > 0) {
    const heads = new Map(unread.map(one => [one.head.id, one]))
    const fileOf = (error: MigError) => {
      const [id] = error.facts.revisions as readonly string[]
      return (stored.get(id!) ?? heads.get(id!))?.file ?? path
    }
    return [...history.problems, ...broken.map(error => problemOf(error, fileOf(error)))]
  }
  const graph = loadGraph(nodes)
  const tips = heads(graph)
  const several = tips.length > 1 ? [problemOf(severalHeads('head', tips), path)] : []
  return [...history.problems, ...several, ...checkEach(check, graph, stored)]
}

/** As they are where all could be read: by `created`, then by id. */
function inLoadOrder(nodes: readonly RevisionHead[]): readonly RevisionHead[] {
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return nodes.toSorted((a, b) => order(a.created, b.created) || order(a.id, b.id))
}

function checkEach(
  check: MigrationCheck,
  graph: RevisionGraph,
  stored: ReadonlyMap<string, StoredRevision>,
): readonly Problem[] {
  const problems: Problem[] = []
  const unfit = new Set(check.history.unread?.map(({ head }) => head.id))
  let last: { readonly id: string; readonly schema: Schema } | undefined
  for (const id of oldestFirst(graph, new Set(graph.nodes.keys()))) {
    const one = stored.get(id)
    if (one === undefined) continue
    const down = downOf(graph, id)
    if (down.some(below => unfit.has(below))) {
      unfit.add(id)
      problems.push(...checkFiles(check, one, undefined))
      continue
    }
    try {
      const before = down.length === 1 && last && last.id === down[0] ? last.schema : schemaAt(graph, stored, down)
      const draft = draftOf(before)
      applyRevision(draft, one)
      last = { id, schema: draft }
      problems.push(...checkWayBack(one, draft), ...checkFiles(check, one, { before, after: draft }))
    } catch (error) {
      unfit.add(id)
      problems.push(...unfitProblem(error, one), ...checkFiles(check, one, undefined))
    }
  }
  return problems
}

function unfitProblem(error: unknown, one: StoredRevision): readonly Problem[] {
  if (!(error instanceof MigError)) throw error
  return [problemOf(error, one.file, error.facts.line as number | undefined)]
}

/** A warning for each step that says it cannot be undone, an error when the steps cannot be undone one by one. */
function checkWayBack(one: StoredRevision, after: Schema): readonly Problem[] {
  const problems = irreversibleSteps(one.revision.steps).map(({ at, name, reason }): Problem => {
    const message = `Revision ${one.revision.id} cannot be undone: its step '${name}' says "${reason}".`
    const line = one.stepLines?.[at]
    const remedy = 'Write a `down` for the step if there is a way back after all.'
    return {
      code: 'MIG344',
      severity: 'warning',
      message,
      remedy,
      file: one.file,
      ...(line === undefined ? {} : { line }),
    }
  })
  try {
    applySteps(after, invertSteps(one.revision.steps))
    return problems
  } catch (error) {
    if (!(error instanceof MigError)) throw error
    const message = `Revision ${one.revision.id} cannot be undone: ${error.message}`
    return [...problems, { ...problemOf(error, one.file), code: 'MIG345', message }]
  }
}

/** The SQL files of one revision; without schemas only what the files say of themselves is checked. */
function checkFiles(
  check: MigrationCheck,
  one: StoredRevision,
  schemas: { readonly before: Schema; readonly after: Schema } | undefined,
): readonly Problem[] {
  return check.targets.flatMap(dialect =>
    DIRECTIONS.flatMap(direction => {
      const file = one.file.replace(/revision\.mig$/, sqlFileName(dialect, direction))
      try {
        const text = one.sql(dialect, direction)
        if (text === undefined) return [missing(one, file, sqlFileName(dialect, direction))]
        const render = schemas && (() => check.render(one, schemas.before, schemas.after, dialect, direction))
        return checkSql({ revision: one.revision, text, file, dialect, direction }, check.renderer, render) ?? []
      } catch (error) {
        if (error instanceof MigError) return [problemOf(error, file)]
        return [unreadable(file, error)]
      }
    }),
  )
}

function missing(one: StoredRevision, file: string, name: string): Problem {
  const message = `Revision ${one.revision.id} has no ${name}.`
  return { code: 'MIG340', severity: 'error', message, remedy: 'Run `mig compile` to render it.', file }
}

function unreadable(file: string, error: unknown): Problem {
  const message = `This file cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}.`
  return { code: 'MIG332', severity: 'error', message, remedy: 'Check who may read it.', file }
}
