import { nameText } from '../../compiler/schema/name.ts'
import type { AlterColumn } from '../../compiler/steps/step.ts'
import { joinSides } from './alter.ts'
import { writeColumnLine } from './column.ts'
import { writeSql } from './parts.ts'
import { writeValue } from './value.ts'

/** `alter column`: `backfill` on either side is for rows that hold null where that side allows none. */
export function writeAlterColumn({ table, from, to, convert, revert, fill, fillDown }: AlterColumn): string {
  const first = [`alter column ${nameText(table)}: ${writeColumnLine(from, '')}`]
  if (fillDown !== undefined) first.push(`backfill ${writeValue(fillDown, '')}`)
  const second = [`to ${writeColumnLine(to, '')}`]
  if (fill !== undefined) second.push(`backfill ${writeValue(fill, '')}`)
  if (convert !== undefined) second.push(`convert ${writeSql(convert, '')}`)
  if (revert !== undefined) second.push(`revert ${writeSql(revert, '')}`)
  return joinSides(from, to, first.join(' '), second.join(' '))
}
