import type { RevisionGraph } from '../../compiler/revisions/graph.ts'
import { type StoredRevision, sqlFileName } from '../../compiler/revisions/stored-revision.ts'
import type { DialectName } from '../../compiler/schema/dialect.ts'
import type { PlacedFinding } from './finding.ts'
import type { StageRun } from './run-stage.ts'
import type { Scratch } from './scratch.ts'
import type { Verified, VerifiedRevision, VerifyProblem } from './verified.ts'
import { verifyStage } from './verify-stage.ts'
import { type Stage, strangersBelow, verifyStages } from './verify-stages.ts'
import { prepareCatalog, type Workbench, workbenchOn } from './workbench.ts'

/** What to verify, and where. */
export interface VerifyRequest {
  readonly graph: RevisionGraph
  readonly revisions: ReadonlyMap<string, StoredRevision>
  /** The ids of the revisions to verify; left out, all. */
  readonly only?: ReadonlySet<string>
  /** An empty database; its dialect is the target. It is not closed here. */
  readonly scratch: Scratch
  /** Milliseconds that only go forward; left out, those of the process. */
  readonly clock?: () => number
  /** Called before each revision. */
  readonly onProgress?: (progress: VerifyProgress) => void
  /** Stops before the next revision once it is aborted, by throwing its reason. */
  readonly signal?: AbortSignal
}

/** How far the verification has come. */
export interface VerifyProgress {
  readonly target: DialectName
  /** Counted from 1. */
  readonly revision: number
  readonly of: number
  readonly id: string
}

/**
 * Runs revisions up, down and up again, parents first, on a database with generated rows: after each the catalog must be that
 * of a database which was built from the steps, and what the steps keep of the rows must be there. What does not hold comes
 * back as problems; only a database that fails altogether throws.
 */
export async function verifyRevisions(request: VerifyRequest): Promise<Verified> {
  const { graph, scratch, onProgress, signal } = request
  const stages = verifyStages(graph, request.revisions, request.only)
  const bench = workbenchOn(scratch, request.clock ?? (() => performance.now()))
  await prepareCatalogs(bench, stages, signal)
  const revisions: VerifiedRevision[] = []
  const problems: VerifyProblem[] = []
  for (const [at, stage] of stages.entries()) {
    signal?.throwIfAborted()
    const { id } = stage.stored.revision
    const target = bench.dialect.name
    onProgress?.({ target, revision: at + 1, of: stages.length, id })
    const run = stage.misfit === undefined ? await verifyStage(bench, stage) : misfit(stage)
    const found = run.findings.map(finding => problemOf(finding, stage, target))
    problems.push(...(found.some(isError) ? withStrangers(found, graph, stages, at) : found))
    revisions.push({ id, target, ...run.times, rows: run.rows, ok: !found.some(isError) })
  }
  return { revisions, problems }
}

async function prepareCatalogs(
  bench: Workbench,
  stages: readonly Stage[],
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const { before, after, handWritten, stored } of stages) {
    signal?.throwIfAborted()
    await prepareCatalog(bench, { schema: before, handWritten })
    const own = stored.revision.steps.filter(step => step.kind === 'sql')
    if (after !== undefined) await prepareCatalog(bench, { schema: after, handWritten: [...handWritten, ...own] })
  }
}

/** The steps of a revision do not fit what is there when it is its turn. */
function misfit({ misfit }: Stage): StageRun {
  const { code, message, remedy, facts } = misfit!
  const line = facts.line as number | undefined
  const finding: PlacedFinding = {
    code,
    severity: 'error',
    message,
    remedy,
    direction: 'up',
    ...(line === undefined ? {} : { line }),
  }
  return { times: { up: null, down: null, again: null }, rows: 0, findings: [finding] }
}

function isError({ severity }: VerifyProblem): boolean {
  return severity === 'error'
}

function problemOf(
  { direction, ...finding }: PlacedFinding,
  { stored, misfit }: Stage,
  target: DialectName,
): VerifyProblem {
  const ofSteps = misfit !== undefined || finding.code === 'MIG525'
  const file = ofSteps ? stored.file : stored.file.replace(/revision\.mig$/, sqlFileName(target, direction))
  return { ...finding, revision: stored.revision.id, target, file }
}

/** Says which revisions of other branches had run before a revision that has errors: they may be why. */
function withStrangers(
  problems: readonly VerifyProblem[],
  graph: RevisionGraph,
  stages: readonly Stage[],
  at: number,
): readonly VerifyProblem[] {
  const { id } = stages[at]!.stored.revision
  const ran = stages.slice(0, at).map(stage => stage.stored.revision.id)
  const strangers = strangersBelow(graph, id, ran)
  if (strangers.length === 0) return problems
  const remark = `Revision ${id} does not stand on ${strangers.join(', ')}, which ran before it: its SQL was made without ${strangers.length === 1 ? 'it' : 'them'}.`
  return problems.map(problem => (isError(problem) ? { ...problem, remedy: `${problem.remedy}\n${remark}` } : problem))
}
