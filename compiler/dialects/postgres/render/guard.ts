import { nameText, type QName } from '../../../schema/name.ts'
import { doBlock, quoteQName, quoteString } from '../quote.ts'
import { emit, type Rendering } from './rendering.ts'

/** Stops with MIG501 when the table holds rows for which a new NOT NULL column has no value. */
export function refuseRowsWithoutValue(work: Rendering, table: QName, column: string): void {
  refuseRows(
    work,
    `(select count(*) from ${quoteQName(table)})`,
    `MIG501: ${percentDoubled(nameText(table))} holds % rows and its new column ${percentDoubled(column)} has no value for them. ` +
      'Give the column a default or a backfill (a column that comes back going down: dropped NAME backfill VALUE), or empty the table, then run this again.',
  )
}

/** Stops with the count when `count`, an SQL expression, is not 0. `message` has one `%` where the count stands. */
export function refuseRows(work: Rendering, count: string, message: string): void {
  const body = [
    'declare',
    `  held bigint := ${count};`,
    'begin',
    '  if held > 0 then',
    `    raise exception ${quoteString(message)}, held;`,
    '  end if;',
    'end',
  ]
  emit(work, doBlock(body.join('\n')))
}

/** Text for `raise`, in which a percent sign stands for itself. */
export function percentDoubled(text: string): string {
  return text.replaceAll('%', '%%')
}
