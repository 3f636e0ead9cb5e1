import { dirname, sep } from 'node:path'
import { MigError } from '../../../compiler/failure.ts'
import { heads as headsOf } from '../../../compiler/revisions/graph.ts'
import type { History } from '../../../compiler/revisions/stored-revision.ts'
import { checkProject } from '../../checks/check-project.ts'
import { type Diagnostic, hasErrors } from '../../diagnostic.ts'
import { readFiles } from '../../load/read-files.ts'
import { type Loaded, understand } from '../../load.ts'
import { type OpenHistory, openHistory } from '../../planning/open-history.ts'
import { type NextChange, nextParents, planNext } from '../../planning/plan-next.ts'
import { pastOfOpen } from '../read-past.ts'
import { saidOfHeads } from '../revisions/several-heads.ts'
import { spentHints } from '../spent-hints.ts'
import { hazardDiagnostics } from './hazard-diagnostics.ts'
import { standingHazards, standingLenses } from './keep-standing.ts'
import { ObjectRanges } from './object-ranges.ts'
import type { PlanAnswer } from './plan-answer.ts'
import { planLenses } from './plan-lenses.ts'
import type { PlanRequest, ProjectPlan } from './plan-request.ts'
import { stepsByOwner } from './steps-by-owner.ts'

/** Plans the next revision as `mig compile` would, and puts what there is to know of it on the lines of the text. */
export function planProject(request: PlanRequest): ProjectPlan {
  const { main, order, last } = request
  const loaded = loadAll(request)
  const { migrations } = loaded.project
  const history = request.history(migrations)
  const revisionProblems = request.revisionProblems(history, loaded)
  const past = tried(() => openPast(history, migrations))
  const heads = past instanceof MigError ? 0 : headsOf(past.graph).length
  const known = tried(() => (past instanceof MigError ? past : pastOfOpen(past)))
  const spent = known instanceof MigError || !loaded.isWhole ? [] : spentHints({ loaded, past: known })
  const said = { main, diagnostics: loaded.diagnostics, spent, revisionProblems }
  if (!loaded.isWhole) {
    const ranges = new ObjectRanges(loaded, undefined, order)
    const status = { ...(last?.answer.status ?? NOTHING), heads, state: 'broken' as const }
    const lenses = standingLenses(last?.answer.lenses ?? [], ranges)
    const hazards = standingHazards(last?.answer.hazards ?? [], ranges)
    const { change, owners = new Map() } = last ?? {}
    return { answer: { ...said, hazards, lenses, status }, loaded, ...(change && { change }), owners }
  }
  order.note(loaded)
  const change = past instanceof MigError ? past : tried(() => planNext(past, loaded, nextParents(past, undefined)))
  if (change instanceof MigError) {
    const failure = failureDiagnostic(change, new ObjectRanges(loaded, undefined, order))
    const status = { ...NOTHING, heads, state: 'unreadable past' as const }
    const answer: PlanAnswer = {
      ...said,
      revisionProblems: [...revisionProblems, failure],
      hazards: [],
      lenses: [],
      status,
    }
    return { answer, loaded, owners: new Map() }
  }
  return planned(change, loaded, { ...said, heads }, request)
}

const NOTHING = { steps: 0, heads: 0, hazards: 0 }

type Said = Pick<PlanAnswer, 'main' | 'diagnostics' | 'spent' | 'revisionProblems'>

function planned(
  change: NextChange,
  loaded: Loaded,
  { heads, ...said }: Said & { readonly heads: number },
  { order }: PlanRequest,
): ProjectPlan {
  const { steps, hazards, before } = change
  const ranges = new ObjectRanges(loaded, before, order)
  const owners = stepsByOwner(steps)
  const targets = loaded.project.targets.map(({ dialect }) => dialect)
  const answer: PlanAnswer = {
    ...said,
    hazards: hazardDiagnostics(hazards, ranges),
    lenses: planLenses({ main: said.main, steps, owners, targets, before, after: loaded.schema }, ranges),
    status: {
      state: hasErrors(loaded.diagnostics) ? 'broken' : 'planned',
      steps: steps.length,
      heads,
      hazards: hazards.length,
    },
  }
  return { answer, loaded, change, owners }
}

function loadAll({ main, read, parse, tables, unreached }: PlanRequest): Loaded {
  const loaded = understand(readFiles(main, read, parse), checkProject, undefined, tables)
  const paths = loaded.files.map(({ parsed }) => parsed.file)
  return { ...loaded, diagnostics: [...loaded.diagnostics, ...unreached(paths, loaded.project.migrations)] }
}

const opened = new WeakMap<History, OpenHistory>()

function openPast(history: History, migrations: string): OpenHistory {
  let open = opened.get(history)
  if (open === undefined) {
    open = openHistory(history, migrations)
    opened.set(history, open)
  }
  return open
}

/** What a function gives, or the failure that a person can do something about. */
function tried<T>(work: () => T): T | MigError {
  try {
    return work()
  } catch (error) {
    if (error instanceof MigError) return error
    throw error
  }
}

/** Why nothing is planned, where the project begins. */
function failureDiagnostic(failure: MigError, ranges: ObjectRanges): Diagnostic {
  const { revisions } = failure.facts
  const { code, message, remedy } = saidOfHeads(failure, revisions)
  const data = Array.isArray(revisions) ? { data: { revisions } } : {}
  const line = ranges.projectLine()
  const said = message.replaceAll(dirname(line.file) + sep, '')
  return { code, severity: 'error', message: said, remedy, ...line, ...data }
}
