import { MigError } from '../compiler/failure.ts'
import { type ParsedRevision, readMigrations } from '../compiler/revisions/folder.ts'
import { loadGraph, type RevisionGraph } from '../compiler/revisions/graph.ts'
import type { LightRevision } from '../compiler/revisions/light-revision.ts'
import type { Problem } from '../compiler/revisions/problem.ts'
import type { RevisionHead } from '../compiler/revisions/revision.ts'
import type { History } from '../compiler/revisions/stored-revision.ts'
import { lightHead } from './light/light-head.ts'

export type { LightRevision } from '../compiler/revisions/light-revision.ts'

/** A migrations folder as running needs it. */
export interface RevisionHeads {
  /** The migrations folder, as it was given. */
  readonly path: string
  readonly graph: RevisionGraph
  /** By id, in load order. */
  readonly revisions: ReadonlyMap<string, LightRevision>
}

/** Something in the migrations folder cannot be read; `problems` are all that was found. */
export class UnreadableMigrations extends MigError {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    const { code, message, remedy, file, line } = problems.find(problem => problem.severity === 'error')!
    const place = line === undefined ? file : `${file}:${line}`
    super({ code, message: `${place}: ${message}`, remedy, facts: { file, problems }, exit: 1 })
    this.problems = problems
  }
}

/**
 * Reads the heads of all revisions of a migrations folder, and hangs them together. The steps are not read, and the
 * language is loaded only for a head that is written in an unusual way. Throws `UnreadableMigrations` when a file in
 * the folder has errors, and what is wrong with the graph.
 */
export async function readRevisionHeads(path: string): Promise<RevisionHeads> {
  const { revisions, problems } = await readHeads(path)
  if (problems.some(problem => problem.severity === 'error')) throw new UnreadableMigrations(problems)
  const graph = loadGraph(revisions.map(({ revision }) => revision))
  const light = revisions.map(
    ({ revision: head, folder, file, sql }) => [head.id, { head, folder, file, sql }] as const,
  )
  return { path, graph, revisions: new Map(light) }
}

async function readHeads(path: string): Promise<History<RevisionHead>> {
  let isSure = true
  const light = (text: string) => {
    const revision = lightHead(text)
    if (revision === undefined) isSure = false
    return revision === undefined ? { problems: [] } : { revision, problems: [] }
  }
  const history = readMigrations(path, light, { strays: false })
  if (isSure) return history
  const { parseRevision } = await import('./parse-revision.ts')
  const full = (text: string, file: string) => {
    const revision = lightHead(text)
    return revision === undefined ? withoutSteps(parseRevision(text, file)) : { revision, problems: [] }
  }
  return readMigrations(path, full, { strays: false })
}

function withoutSteps({ revision, problems }: ParsedRevision): ParsedRevision<RevisionHead> {
  if (revision === undefined) return { problems }
  const { steps: _, ...head } = revision
  return { revision: head, problems }
}
