import type { Colors } from '../../cli/output/colors.ts'
import { invertStep, lossOf } from '../../index.ts'
import type { Chapter } from './chapter.ts'
import { drawTable } from './draw-table.ts'
import type { MigRun } from './run-mig.ts'
import { sqlExcerpt } from './sql-excerpt.ts'
import type { Told, Travelled } from './travel.ts'
import { countedRows, watchedRows } from './watched-rows.ts'
import type { Edit } from './write-chapter.ts'

const WIDTH = 100

/** The edits and commands of a chapter, and what the commands said. */
export function showWritten(
  chapter: Chapter,
  place: string,
  acts: readonly (Edit | MigRun)[],
  paint: Colors,
): readonly string[] {
  const title = `── ${place} · ${chapter.message} `.padEnd(WIDTH, '─')
  const shown = acts.flatMap(act => [...('lines' in act ? showEdit(act, paint) : showRun(act, paint)), ''])
  return ['', paint.bold(title), chapter.about, '', ...shown]
}

function showEdit({ file, lines }: Edit, paint: Colors): readonly string[] {
  const one = (line: string) =>
    line.startsWith('+') ? paint.green(line) : line.startsWith('-') ? paint.red(line) : line
  return [`  edit ${file}`, ...lines.map(line => (line === '' ? line : `  ${one(line)}`))]
}

/** A command and what it said; of its warnings only what they say. */
export function showRun({ command, out, err }: MigRun, paint: Colors): readonly string[] {
  const warnings = err.split('\n').flatMap(line => /\b(?:warning|note) (MIG\d+: .*)/.exec(line)?.[1] ?? [])
  return [
    `  ${paint.bold(`$ ${command}`)}`,
    ...out
      .trimEnd()
      .split('\n')
      .map(line => `  ${line}`),
    ...warnings.map(warning => `  ${paint.yellow(`! ${warning}`)}`),
  ]
}

/** The SQL of a revision, what it loses, how it ran on each database, and rows to look at. */
export function showTravelled({ watch }: Chapter, { stored, journeys }: Told, paint: Colors): readonly string[] {
  const { steps } = stored.revision
  const losses = [
    ...steps.flatMap(step => lossOf(step)?.replace(/^/, 'up loses ') ?? []),
    ...steps.toReversed().flatMap(step => lossOf(invertStep(step))?.replace(/^/, 'down loses ') ?? []),
  ]
  const first = [...journeys.values()][0]!
  const seen = watch === undefined ? countedRows(first.rows) : watchedRows(watch, first.rows)
  const [head, ...body] = drawTable(seen)
  return [
    ...[...journeys.keys()].flatMap(dialect => [
      paint.cyan(`  ${dialect}.up.sql`),
      ...sqlExcerpt(stored, dialect).map(line => `    ${line}`),
    ]),
    ...losses.map(loss => `  ${paint.yellow(`! ${loss}`)}`),
    '',
    ...[...journeys].map(([dialect, travelled]) => `  ${showRunOn(dialect, travelled, paint)}`),
    '',
    `  ${paint.dim(head!)}`,
    ...body.map(line => `  ${line}`),
  ]
}

function showRunOn(dialect: string, { milliseconds, problems }: Travelled, paint: Colors): string {
  const times = ['up', 'down', 'up again'].map((word, at) => `${word} ${milliseconds[at]!.toFixed(0)} ms`).join(', ')
  const verdict =
    problems.length === 0 ? paint.green('ok: catalog and rows are as they should be') : paint.red('not ok')
  return [`${dialect.padEnd(9)}${times}   ${verdict}`, ...problems.map(problem => `    ${paint.red(problem)}`)].join(
    '\n',
  )
}
