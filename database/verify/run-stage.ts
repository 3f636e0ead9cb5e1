import { MigError } from '../../compiler/failure.ts'
import { readSqlFile, type SqlFile } from '../../compiler/revisions/sql-file.ts'
import { type Direction, sqlFileName } from '../../compiler/revisions/stored-revision.ts'
import { applySqlFile } from '../apply.ts'
import type { Failed } from './failure-finding.ts'
import type { Finding, PlacedFinding } from './finding.ts'
import { readRows, type TableRows } from './read-rows.ts'
import { rowsFindings } from './rows-findings.ts'
import { schemaFinding } from './schema-finding.ts'
import { refusedTriggers, refusedViews } from './stored-sql.ts'
import type { RunTimes } from './verified.ts'
import type { Stage } from './verify-stages.ts'
import type { Workbench } from './workbench.ts'

/** How a revision took being run up, down and up again, once. */
export interface StageRun {
  readonly times: RunTimes
  readonly rows: number
  readonly findings: readonly PlacedFinding[]
  /** The statement that failed, which ended the run. */
  readonly failed?: Failed
}

interface Course {
  readonly bench: Workbench
  readonly stage: Stage
  readonly first: TableRows
  readonly times: { up: number | null; down: number | null; again: number | null }
  readonly findings: PlacedFinding[]
  /** The tables whose rows are known to have suffered: once is enough to say it. */
  readonly hurt: Set<string>
}

/**
 * Runs the SQL of a revision up, down and up again on a database that holds what is before it, and compares the catalog and
 * the rows each time. The database holds the schema after it when all went well.
 */
export async function runStage(bench: Workbench, stage: Stage): Promise<StageRun> {
  const first = await readRows(bench.connection.query, bench.dialect.name, stage.before)
  const rows = [...first.values()].reduce((sum, table) => sum + table.length, 0)
  const times = { up: null, down: null, again: null }
  const course: Course = { bench, stage, first, times, findings: [], hurt: new Set() }
  bench.holds = undefined
  const failed = await runAll(course)
  return { times: course.times, rows, findings: course.findings, ...(failed && { failed }) }
}

async function runAll(course: Course): Promise<Failed | undefined> {
  const files = { up: fileOf(course, 'up'), down: fileOf(course, 'down') }
  if (files.up === undefined || files.down === undefined) return undefined
  for (const way of ['up', 'down', 'again'] as const) {
    const direction = way === 'down' ? 'down' : 'up'
    const file = files[direction]!
    if (file.refused !== undefined) {
      course.findings.push(cannotUndo(course, file.refused))
      break
    }
    const failed = await run(course, way, file)
    if (failed !== undefined) return failed
    await compare(course, direction)
  }
  const sound = course.findings.every(({ code, severity }) => severity !== 'error' || code === 'MIG522')
  if (sound) course.bench.holds = course.stage.after
  return undefined
}

function fileOf({ bench, stage, findings }: Course, direction: Direction): SqlFile | undefined {
  const { stored } = stage
  const text = stored.sql(bench.dialect.name, direction)
  if (text !== undefined) return readSqlFile(text)
  const message = `Revision ${stored.revision.id} has no ${sqlFileName(bench.dialect.name, direction)}.`
  findings.push({ code: 'MIG340', severity: 'error', message, remedy: 'Run `mig compile` to render it.', direction })
  return undefined
}

async function run(
  { bench, stage, times }: Course,
  way: Failed['direction'],
  file: SqlFile,
): Promise<Failed | undefined> {
  const name = `${stage.stored.folder}/${sqlFileName(bench.dialect.name, way === 'down' ? 'down' : 'up')}`
  const began = bench.clock()
  try {
    await applySqlFile(bench.connection, file, name)
    times[way] = Math.round(bench.clock() - began)
    return undefined
  } catch (error) {
    if (error instanceof MigError) return { direction: way, error, file }
    throw error
  }
}

async function compare(course: Course, direction: Direction): Promise<void> {
  const { bench, stage, first, findings } = course
  const { before, handWritten, stored } = stage
  const { steps } = stored.revision
  const wanted = bench.catalogs.get(direction === 'up' ? stage.after! : before)
  const byHand = [...handWritten, ...steps.filter(step => step.kind === 'sql')]
  const found: Finding[] = []
  if (wanted !== undefined && !(wanted instanceof Error)) {
    const live = await bench.dialect.inspect(bench.connection.query)
    const finding = schemaFinding(bench.dialect, live, wanted, direction, byHand)
    if (finding !== undefined) found.push(finding)
  }
  const dialect = bench.dialect.name
  const read = readRows(bench.connection.query, dialect, direction === 'up' ? stage.after! : before)
  const now = found.length === 0 ? await read : await read.catch(() => undefined)
  if (now !== undefined) {
    for (const { table, ...finding } of rowsFindings({ before, steps, first, now, direction, dialect })) {
      if (!course.hurt.has(table)) found.push(finding)
      course.hurt.add(table)
    }
  }
  if (dialect === 'sqlite' && direction === 'up') {
    const refused = await refusedViews(bench.connection, stage.after!, bench.toldViews)
    findings.push(...refused, ...(await refusedTriggers(bench.connection, stage.after!, bench.toldViews)))
  }
  const known = new Set(findings.map(({ message }) => message))
  findings.push(...found.filter(({ message }) => !known.has(message)).map(finding => ({ ...finding, direction })))
}

function cannotUndo({ stage }: Course, reason: string): PlacedFinding {
  const at = stage.stored.revision.steps.findIndex(
    step => step.kind === 'sql' && 'none' in step.down && step.down.none !== '',
  )
  const line = stage.stored.stepLines?.[at]
  return {
    code: 'MIG525',
    severity: 'note',
    message: `Revision ${stage.stored.revision.id} cannot be undone, so it was only run up: ${reason}`,
    remedy: '',
    direction: 'down',
    ...(line === undefined ? {} : { line }),
  }
}
