import { madeName } from '../../../schema/made-name.ts'
import type { Table } from '../../../schema/table.ts'
import { ownTable } from '../own.ts'
import { quoteBeside, quoteIdentifier } from '../quote.ts'
import { renameConstraint } from './rename-constraint.ts'
import { emit, type Rendering } from './rendering.ts'

/**
 * Renames the keys, indexes and sequences whose names were made from the name of a table or column that was renamed, which
 * Postgres leaves as they were. Members stand at the same places in both tables.
 */
export function followNames(work: Rendering, before: Table, after: Table): void {
  const old = ownTable(before)
  const now = ownTable(after)
  if (old === undefined || now === undefined) return
  now.constraints.forEach((constraint, at) => {
    const name = old.constraints[at]!.name
    if (name === constraint.name) return
    renameConstraint(work, now, name, constraint.name)
  })
  now.indexes.forEach((index, at) => {
    const name = old.indexes[at]!.name
    if (name !== index.name) renameRelation(work, now, 'index', name, index.name)
  })
  now.columns.forEach((column, at) => {
    if (column.identity === undefined || column.identity.sequence !== undefined) return
    const name = madeName(old.name.name, [old.columns[at]!.name], 'seq')
    const next = madeName(now.name.name, [column.name], 'seq')
    if (name !== next) renameRelation(work, now, 'sequence if exists', name, next)
  })
}

function renameRelation(work: Rendering, table: Table, kind: string, from: string, to: string): void {
  emit(work, `alter ${kind} ${quoteBeside(table.name, from)} rename to ${quoteIdentifier(to)}`)
}
