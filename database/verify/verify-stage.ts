import { childrenFirst } from './children-first.ts'
import { type Failed, failureFinding, isAboutRows, reasonOf } from './failure-finding.ts'
import type { Unfilled } from './fill-rows.ts'
import type { PlacedFinding } from './finding.ts'
import { addedChecks, demandOf, enumsThatStay, foreseen, foreseenText, touchedTables } from './row-demands.ts'
import { runStage, type StageRun } from './run-stage.ts'
import type { Stage } from './verify-stages.ts'
import type { Cause } from './why-refused.ts'
import { addRows, type Fill, restoreSchema, type Workbench } from './workbench.ts'

const NOTHING_RUN: StageRun = { times: { up: null, down: null, again: null }, rows: 0, findings: [] }

/** Verifies one revision on a workbench; whatever happens, the next one can be verified on it, too. */
export async function verifyStage(bench: Workbench, stage: Stage): Promise<StageRun> {
  const unbuilt = await holdBefore(bench, stage)
  if (unbuilt !== undefined) return { ...NOTHING_RUN, findings: [unbuilt] }
  const seed = `${stage.stored.revision.id} ${bench.dialect.name}`
  const unfilled = await addRows(bench, stage.before, { seed, manner: 'wild' })
  const notes = unfilled.map(withoutRows)
  const first = await runStage(bench, stage)
  const settled = first.failed && isAboutRows(first.failed) ? await tryMilder(bench, stage, first, seed) : first
  const failure = settled.failed === undefined ? [] : [placed(settled.failed, failureFinding(settled.failed))]
  const uncompared = notCompared(bench, stage, settled.failed)
  return { ...settled, findings: [...notes, ...uncompared, ...settled.findings, ...failure] }
}

async function holdBefore(bench: Workbench, { before, handWritten }: Stage): Promise<PlacedFinding | undefined> {
  if (bench.holds === before) return undefined
  try {
    await restoreSchema(bench, { schema: before, handWritten })
    return undefined
  } catch (error) {
    return {
      code: 'MIG527',
      severity: 'error',
      message: `This revision was not run: the schema before it cannot be built. ${(error as Error).message}`,
      remedy: 'Verify all revisions, so that it is run on what the older ones make.',
      direction: 'up',
    }
  }
}

type Rows = Omit<Fill, 'seed'>

/** So many tables are left empty each alone before all of them are. */
const MOST_SINGLE = 4

/** What is tried when rows with everything that types allow are too much for a revision: plain ones, a single one, none. */
function milderRows(stage: Stage): readonly Rows[] {
  const plain = { manner: 'tame', enums: enumsThatStay(stage) } as const
  const touched = touchedTables(stage)
  const single = touched.length > 1 && touched.length <= MOST_SINGLE ? childrenFirst(touched, stage.before) : []
  const empty = [...single.map(table => [table]), touched].map(tables => ({ ...plain, without: new Set(tables) }))
  return [plain, { ...plain, most: 1 }, ...empty, { ...plain, most: 0 }]
}

/** Runs the revision on milder rows after a failure that rows may have caused, and says what rows it needs. */
async function tryMilder(bench: Workbench, stage: Stage, first: StageRun, seed: string): Promise<StageRun> {
  const failed = first.failed!
  const wishes = addedChecks(stage, bench.dialect.name)
  for (const fill of milderRows(stage)) {
    if ((await holdBefore(bench, stage)) !== undefined) return first
    await addRows(bench, stage.before, { ...fill, seed, wishes })
    const run = await runStage(bench, stage)
    if (run.failed !== undefined && isAboutRows(run.failed)) continue
    if (run.failed !== undefined) return run
    return { ...run, findings: [demand(bench, stage, failed, fill), ...run.findings] }
  }
  return first
}

function demand(bench: Workbench, stage: Stage, failed: Failed, { most, without }: Rows): PlacedFinding {
  const direction = failed.direction === 'down' ? 'down' : 'up'
  const known = foreseen(stage, direction, bench.dialect.name)
  const isKnown = known.hazards.length + known.byHand.length > 0
  const error = failureFinding(failed)
  const empty = most === 0 ? 'any table' : [...(without ?? [])].join(', ')
  if (empty !== '' && !isKnown) {
    return placed(failed, { ...error, remedy: `${error.remedy}\nIt passes only while there are no rows in ${empty}.` })
  }
  const what = empty === '' ? demandOf(failed.error) : `that there are no rows in ${empty}`
  const because = isKnown ? ` Known of it: ${foreseenText(known)}.` : ''
  return placed(failed, {
    code: 'MIG524',
    severity: known.allowed || (isKnown && empty === '') ? 'note' : 'warning',
    message: `Going ${direction} needs ${what}: ${sentence(reasonOf(failed.error))}${because}`,
    remedy:
      empty === ''
        ? 'It was run with plain rows that differ from each other.'
        : `It was run without those: no row got through, not even a plain one. Unless ${empty === 'any table' ? 'all is' : `${empty} ${(without?.size ?? 0) > 1 ? 'are' : 'is'}`} empty wherever this runs, mend the value, the check or the conversion.`,
    ...(error.line === undefined ? {} : { line: error.line }),
  })
}

function placed(failed: Failed, finding: ReturnType<typeof failureFinding>): PlacedFinding {
  return { ...finding, direction: failed.direction === 'down' ? 'down' : 'up' }
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}

function withoutRows({ table, reason, cause, running, state }: Unfilled): PlacedFinding {
  return {
    code: 'MIG526',
    severity: cause === 'broken' ? 'warning' : 'note',
    message: `No rows could be made for ${table}, so nothing is known of what becomes of them: ${sentence(reason)}`,
    remedy: remedyFor(reason, cause),
    direction: 'up',
    ...(running && {
      refused: { sql: '', about: '', direction: 'up', said: reason, running, ...(state !== undefined && { state }) },
    }),
  }
}

const TRY_IT = 'try the revision on a copy of real rows before it is released'

/** What is to be done where no rows could be made. */
function remedyFor(reason: string, cause: Cause): string {
  switch (cause) {
    case 'parents': {
      const above = /there are no rows in (.*) to point to/.exec(reason)?.[1]
      return `Once ${above} has rows, this table gets some, too; until then ${TRY_IT}.`
    }
    case 'values':
      return `Say in the check or the bound itself what is allowed (a list of values, a range, a pattern), or ${TRY_IT}.`
    case 'rights':
      return 'Verify as a role that owns the database and that row security does not hold for, or without --on.'
    case 'broken':
      return 'Mend the routine: Postgres looks at the names in it only when it runs.'
    case 'code':
      return `Let the trigger or the rule pass rows that an application could write, or ${TRY_IT}.`
  }
}

/** Schemas that cannot be built anew cannot be compared with; where the revision itself fails with the same words, that says it. */
function notCompared(
  { catalogs }: Workbench,
  { before, after }: Stage,
  failed: Failed | undefined,
): readonly PlacedFinding[] {
  const said = failed === undefined ? '' : reasonOf(failed.error)
  const errors = [before, after!]
    .map(schema => catalogs.get(schema))
    .filter(found => found instanceof Error && !said.startsWith(found.message)) as Error[]
  if (errors.length === 0) return []
  return [
    {
      code: 'MIG527',
      severity: 'warning',
      message: `The schema was not compared, since the steps alone cannot build it: ${sentence(errors[0]!.message)}`,
      remedy: 'What it uses belongs into the schema files, where all can see it.',
      direction: 'up',
    },
  ]
}
