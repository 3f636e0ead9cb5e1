import type { ColumnLine } from './column.ts'
import type { Context } from './context.ts'
import { lowerSql } from './sql.ts'
import { lowerValue } from './value.ts'

/** Takes down what the line of a column says about getting there. */
export function columnHints(line: ColumnLine, table: string, context: Context): void {
  const { hints, sources, report } = context
  const column = line.column.name
  if (line.was?.was !== undefined) {
    const place = sources.hint({ node: line.was })
    hints.renames.push({ kind: 'column', in: table, from: line.was.was, to: column, place })
  }
  const value = lowerValue(line.backfill?.value, context)
  if (line.backfill !== undefined && value !== undefined)
    hints.fills.push({ in: table, column, value, place: sources.hint({ node: line.backfill }) })
  if (line.convert !== undefined) {
    const revert = line.revert === undefined ? {} : { revert: lowerSql(line.revert.sql, context) }
    const convert = lowerSql(line.convert.sql, context)
    hints.converts.push({ in: table, column, convert, ...revert, place: sources.hint({ node: line.convert }) })
  } else if (line.revert !== undefined) {
    const remedy = 'Add `convert` with the SQL that goes forward, or remove `revert`.'
    report.error('MIG130', '`revert` undoes a `convert`, and there is none.', remedy, { node: line.revert })
  }
}
