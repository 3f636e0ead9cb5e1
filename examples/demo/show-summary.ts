import type { Colors } from '../../cli/output/colors.ts'
import type { DialectName } from '../../index.ts'
import { drawTable } from './draw-table.ts'
import type { Told, Travelled } from './travel.ts'

/** One line for each revision: its steps, how each database took it, and the rows that went through it; then the way back. */
export function showSummary(
  told: readonly Told[],
  far: ReadonlyMap<DialectName, Travelled>,
  paint: Colors,
): readonly string[] {
  const dialects = [...far.keys()]
  const rows = told.map(({ stored, journeys }) => {
    const { id, message, steps } = stored.revision
    return [
      id,
      message,
      String(steps.length),
      ...dialects.map(dialect => verdict(journeys.get(dialect)!)),
      kept(journeys, 0),
    ]
  })
  const back = [
    '',
    'all down to the first, and up again',
    '',
    ...dialects.map(dialect => verdict(far.get(dialect)!)),
    kept(far, 1),
  ]
  const [head, ...body] = drawTable([['revision', 'message', 'steps', ...dialects, 'rows kept'], ...rows, back])
  const problems = [...far].flatMap(([dialect, one]) => one.problems.map(problem => `${dialect}: ${problem}`))
  return ['', paint.bold(head!), ...body, ...problems.map(paint.red)]
}

function verdict({ milliseconds, problems }: Travelled): string {
  const all = milliseconds.reduce((sum, one) => sum + one, 0)
  return `${problems.length === 0 ? 'ok' : 'FAILED'} ${all.toFixed(0)} ms`
}

/** Of the rows that were there at one moment, how many were there at all others: the least of all databases. */
function kept(journeys: ReadonlyMap<DialectName, Travelled>, moment: number): string {
  const all = [...journeys.values()]
  const count = [...all[0]!.rows[moment]!.values()].reduce((sum, table) => sum + table.length, 0)
  return count === 0 ? '–' : `${count - Math.max(...all.map(({ lost }) => lost))} of ${count}`
}
