import { type DialectName, dialectTitle } from '../schema/dialect.ts'
import type { QName } from '../schema/name.ts'
import type { Step } from '../steps/step.ts'
import type { PlanContext } from './plan-context.ts'
import { queryBefore } from './query-before.ts'
import { sqlTable } from './sql-table.ts'

/** A query for one database: `table` writes the name of a table as that database knows it. */
export type QueryFor = (target: DialectName, table: (name: QName) => string) => string | undefined

/**
 * The query that finds, before the plan is run, the rows that will be in its way, in backticks; one for each database where they differ. Empty
 * where the rows cannot be told before: the query would name what only the plan brings.
 */
export function countedBy(plan: PlanContext, targets: readonly DialectName[], query: QueryFor, step?: Step): string {
  const found = targets.flatMap(target => {
    const table = (name: QName) => sqlTable(target === 'sqlite' ? { name: name.name } : name)
    const written = query(target, table)
    const text = written === undefined ? undefined : queryBefore(plan, written, target, step)
    return text === undefined ? [] : [{ target, text }]
  })
  const [first] = found
  if (first === undefined) return ''
  if (found.length === targets.length && found.every(({ text }) => text === first.text)) return `\`${first.text}\``
  return found.map(({ target, text }) => `\`${text}\` in ${dialectTitle(target)}`).join(', ')
}

/** A sentence with such a query, after a blank; empty where there is none. */
export function saidCount(query: string, does: 'count' | 'find' = 'count'): string {
  if (query === '') return ''
  return ` ${query} ${(query.match(/`select /g) ?? []).length > 1 ? does : `${does}s`} them.`
}
