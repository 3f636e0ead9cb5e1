import { planChange } from '../../compiler/compile.ts'
import type { Dialect, Statement } from '../../compiler/dialects/dialect.ts'
import { diff } from '../../compiler/diff/diff.ts'
import { schemaAt } from '../../compiler/revisions/fold.ts'
import { loadGraph, type RevisionGraph } from '../../compiler/revisions/graph.ts'
import type { MergeRequest } from '../../compiler/revisions/merge/request.ts'
import type { Revision } from '../../compiler/revisions/revision.ts'
import { oldestFirst } from '../../compiler/revisions/topological.ts'
import { EMPTY_SCHEMA, type Schema } from '../../compiler/schema/schema.ts'
import { describeStep } from '../../compiler/steps/describe.ts'
import { invertSteps } from '../../compiler/steps/invert.ts'
import type { Step } from '../../compiler/steps/step.ts'
import { driftOf } from '../../database/verify/drift.ts'
import { lostRows } from '../../database/verify/lost-rows.ts'
import { readRows } from '../../database/verify/read-rows.ts'
import type { TestEngine } from '../engines/test-engine.ts'
import { asksOfOldRows } from './engine-law.ts'
import { editSchema } from './random-edits.ts'
import type { Tape } from './tape.ts'

/** What walks of the same branches find once for all of them. */
interface Found {
  readonly sql: ReturnType<typeof writtenSql>
  /** The catalog of a fresh database for each set of revisions. */
  readonly catalogs: Map<string, Schema>
  /** The paths that were walked and looked at. */
  readonly paths: Set<string>
}

const found = new WeakMap<Branches, Found>()

function foundOf(branches: Branches, dialect: Dialect): Found {
  const known = found.get(branches) ?? {
    sql: writtenSql(branches.request, dialect),
    catalogs: new Map(),
    paths: new Set(),
  }
  found.set(branches, known)
  return known
}

/** Random branches upon one schema, each with one revision or several, as they were planned: knowing nothing of each other. */
export interface Branches {
  readonly start: Schema
  readonly request: MergeRequest
  /** The ids of each branch, the older first. */
  readonly lines: readonly (readonly string[])[]
}

/** Makes branches; undefined when one of them would be refused before it was written. */
export function randomBranches(
  start: Schema,
  tapes: readonly (readonly Tape[])[],
  dialect: Dialect,
): Branches | undefined {
  const revisions = new Map<string, { readonly revision: Revision }>()
  const add = (id: string, parents: readonly string[], steps: readonly Step[]) => {
    const rest = { needs: [], labels: [], created: '2026-01-05T05:30:00Z', allows: [] }
    revisions.set(id, { revision: { id, message: id, parents, steps, ...rest } })
  }
  add('start', [], diff(EMPTY_SCHEMA, start))
  const lines: string[][] = []
  for (const [branch, edits] of tapes.entries()) {
    let before = start
    const line: string[] = []
    for (const [at, tape] of edits.entries()) {
      const { after, hints } = editSchema(before, tape)
      const { steps, hazards } = planChange({ before, after, hints, targets: [dialect.name] })
      if (hazards.some(hazard => hazard.severity === 'error') || asksOfOldRows(steps)) return undefined
      const id = `${'abc'[branch]}${at + 1}`
      add(id, [line.at(-1) ?? 'start'], steps)
      line.push(id)
      before = after
    }
    lines.push(line)
  }
  const graph = loadGraph([...revisions.values()].map(({ revision }) => revision))
  const heads = lines.map(line => line.at(-1)!)
  const render: MergeRequest['render'] = (steps, before) => dialect.render(steps, before)
  return { start, request: { graph, revisions, heads, targets: [dialect.name], render }, lines }
}

/** The SQL of each revision as it was written, knowing only what the revision stands on. */
export function writtenSql({ graph, revisions }: MergeRequest, dialect: Dialect) {
  return new Map(
    [...revisions].map(([id, { revision }]) => {
      const before = schemaAt(graph, revisions, revision.parents)
      const after = schemaAt(graph, revisions, [id])
      const up = dialect.render(revision.steps, before)
      const down = dialect.render(invertSteps(revision.steps), after)
      return [id, { up, down }] as const
    }),
  )
}

/** A move of a walk: a revision to run, or one to undo. */
export type Move = { readonly up: string } | { readonly down: string }

/** All of one branch, then all of the next; and back in both orders. */
export function walksOf(lines: readonly (readonly string[])[]): readonly (readonly Move[])[] {
  const orders = permutations(lines)
  const mixed = woven(lines)
  const up = (ids: readonly string[]): readonly Move[] => ids.map(id => ({ up: id }))
  const down = (ids: readonly string[]): readonly Move[] => ids.toReversed().map(id => ({ down: id }))
  return [
    ...orders.flatMap((order, at) => {
      const other = orders[(at + 1) % orders.length]!.flat()
      return [
        [...up(order.flat()), ...down(order.flat())],
        [...up(order.flat()), ...down(other)],
      ]
    }),
    [...up(mixed), ...down(mixed)],
    [...up(mixed), ...down(lines.flat())],
  ]
}

function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length < 2) return [items]
  return items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map(rest => [item, ...rest]))
}

/** One of each branch in turn. */
function woven(lines: readonly (readonly string[])[]): readonly string[] {
  const longest = Math.max(...lines.map(line => line.length))
  return Array.from({ length: longest }, (_, at) => lines.flatMap(line => line[at] ?? [])).flat()
}

/**
 * Walks on a real database with the SQL as it was written, and tells what went wrong: a statement failed, or the catalog is
 * not that of a fresh database that holds the fold of what was run, or rows lost values that no step gave up.
 */
export async function walk(
  engine: TestEngine,
  dialect: Dialect,
  branches: Branches,
  moves: readonly Move[],
  rows: readonly string[],
): Promise<string | undefined> {
  const { start, request } = branches
  const { sql, catalogs, paths } = foundOf(branches, dialect)
  await findCatalogs(engine, dialect, request, moves, catalogs)
  await engine.fresh()
  await engine.run(sql.get('start')!.up)
  await engine.run(rows)
  const first = await readRows(engine.query, engine.dialect, start)
  const applied = new Set(['start'])
  const ran: Step[] = []
  const path: string[] = []
  for (const move of moves) {
    const id = 'up' in move ? move.up : move.down
    const { up, down } = sql.get(id)!
    path.push('up' in move ? id : `-${id}`)
    const statements = 'up' in move ? up : down
    const where = path.join(' ')
    try {
      await engine.run(statements)
    } catch (error) {
      return `${where}: ${(error as Error).message}`
    }
    if ('up' in move) applied.add(id)
    else applied.delete(id)
    if ('up' in move) ran.push(...request.revisions.get(id)!.revision.steps)
    if (paths.has(where)) continue
    paths.add(where)
    const drift = driftOf(dialect, await dialect.inspect(engine.query), catalogs.get(keyOf(applied))!)
    if (drift.length > 0) return `${where}: still to do: ${drift.map(describeStep).join('; ')}\n${script(statements)}`
    const full = path.every(step => !step.startsWith('-'))
    const lost = full
      ? lostRows({
          before: start,
          steps: ran,
          first,
          now: await readRows(engine.query, engine.dialect, foldOf(request, applied)),
          direction: 'up',
        })
      : applied.size === 1
        ? lostRows({
            before: start,
            steps: ran,
            first,
            now: await readRows(engine.query, engine.dialect, start),
            direction: 'down',
          })
        : []
    if (lost.length > 0) return `${where}: rows: ${JSON.stringify(lost)}\n${script(statements)}`
  }
  return undefined
}

async function findCatalogs(
  engine: TestEngine,
  dialect: Dialect,
  request: MergeRequest,
  moves: readonly Move[],
  catalogs: Map<string, Schema>,
): Promise<void> {
  const applied = new Set(['start'])
  for (const move of moves) {
    if ('up' in move) applied.add(move.up)
    else applied.delete(move.down)
    if (catalogs.has(keyOf(applied))) continue
    await engine.fresh()
    await engine.run(dialect.render(diff(EMPTY_SCHEMA, foldOf(request, applied)), EMPTY_SCHEMA))
    catalogs.set(keyOf(applied), await dialect.inspect(engine.query))
  }
}

function foldOf({ graph, revisions }: MergeRequest, applied: ReadonlySet<string>): Schema {
  return schemaAt(graph, revisions, oldestFirst(graph as RevisionGraph, applied))
}

function keyOf(applied: ReadonlySet<string>): string {
  return [...applied].sort().join(' ')
}

function script(statements: readonly Statement[]): string {
  return statements.map(statement => `${statement.sql};`).join('\n')
}
