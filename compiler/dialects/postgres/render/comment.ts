import type { Constraint } from '../../../schema/constraint.ts'
import type { QName } from '../../../schema/name.ts'
import type { Trigger, View } from '../../../schema/objects.ts'
import type { Table } from '../../../schema/table.ts'
import type { Index } from '../../../schema/table-index.ts'
import { quoteBeside, quoteIdentifier, quoteQName, quoteString } from '../quote.ts'
import { emit, type Rendering } from './rendering.ts'

/** Sets or takes away the comment on an object where it differs; `object` is its kind and name, as in `table users`. */
export function changeComment(work: Rendering, object: string, from: string | undefined, to: string | undefined): void {
  if (from !== to) emit(work, `comment on ${object} is ${to === undefined ? 'null' : quoteString(to)}`)
}

/** A column as `comment on` calls it. */
export function columnObject(table: QName, column: string): string {
  return `column ${quoteQName(table)}.${quoteIdentifier(column)}`
}

/** A key or check as `comment on` calls it. */
export function constraintObject(table: QName, constraint: Constraint): string {
  return `constraint ${quoteIdentifier(constraint.name)} on ${quoteQName(table)}`
}

/** An index as `comment on` calls it. */
export function indexObject(table: QName, index: Index): string {
  return `index ${quoteBeside(table, index.name)}`
}

/** A view as `comment on` calls it. */
export function viewObject(view: View): string {
  return `view ${quoteQName(view.name)}`
}

/** A trigger as `comment on` calls it. */
export function triggerObject(trigger: Trigger): string {
  return `trigger ${quoteIdentifier(trigger.name)} on ${quoteQName(trigger.table)}`
}

/** The comments on a new table and its columns. */
export function commentTable(work: Rendering, table: Table): void {
  changeComment(work, `table ${quoteQName(table.name)}`, undefined, table.comment)
  for (const column of table.columns) {
    changeComment(work, columnObject(table.name, column.name), undefined, column.comment)
  }
}
