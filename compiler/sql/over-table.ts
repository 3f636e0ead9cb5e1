import type { QName } from '../schema/name.ts'
import { sqlName } from './name-text.ts'

const MARK = '/*:*/ '

function pathOf({ schema, name }: QName): string {
  return schema === undefined ? sqlName(name) : `${sqlName(schema)}.${sqlName(name)}`
}

/** An expression over the rows of a table as a query, so that its columns, and those of queries inside of it, can be told apart. */
export function overTable(expression: string, table: QName): string {
  return `select 1 from ${pathOf(table)} where ${MARK}${expression}`
}

/** The expression with an edit of queries made in it. */
export function editOverTable(expression: string, table: QName, edit: (query: string) => string): string {
  return behindMark(edit(overTable(expression, table)))
}

/** The same for an expression over the rows `new` and `old` of a table. */
export function editOverRows(expression: string, table: QName, edit: (query: string) => string): string {
  return behindMark(edit(overRows(expression, table)))
}

/** An expression over the rows `new` and `old` of a table as a query. */
export function overRows(expression: string, table: QName): string {
  const path = pathOf(table)
  return `select 1 from ${path} as new, ${path} as old where ${MARK}${expression}`
}

/** A command that `new` and `old` stand in as the text of a trigger. */
export function inTrigger(command: string): string {
  return `after insert begin ${MARK}${command}`
}

/** The same for a command that `new` and `old` stand in, as one of a trigger's: `edit` is told of the table. */
export function editInTrigger(command: string, edit: (text: string) => string): string {
  return behindMark(edit(inTrigger(command)))
}

function behindMark(query: string): string {
  return query.slice(query.indexOf(MARK) + MARK.length)
}
