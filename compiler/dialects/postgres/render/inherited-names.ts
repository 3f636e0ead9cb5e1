import { madeName } from '../../../schema/made-name.ts'
import { nameText } from '../../../schema/name.ts'
import type { Table } from '../../../schema/table.ts'
import { constraintParts, indexParts, type MadeParts } from '../../../steps/follow/made-members.ts'
import { quoteBeside, quoteIdentifier } from '../quote.ts'
import { liveTable } from './live.ts'
import { emit, type Rendering } from './rendering.ts'

/** The names that Postgres gave the indexes of a partition which it made for those of the tables above it, in their order. */
export function inheritedNames(work: Rendering, table: Table): readonly string[] {
  const parent = table.partitionOf && work.live.tables.get(nameText(table.partitionOf.parent))
  const above = parent && liveTable(work, parent.name)
  if (above === undefined) return []
  const name = ({ words, label }: MadeParts) => madeName(table.name.name, words, label)
  return [
    ...above.constraints.flatMap(one =>
      one.kind === 'primary' || one.kind === 'unique' ? [name(constraintParts(one))] : [],
    ),
    ...above.indexes.map(one => name(indexParts(one))),
    ...inheritedNames(work, {
      ...table,
      ...(above.partitionOf && { partitionOf: above.partitionOf }),
      ...noParent(above),
    }),
  ]
}

function noParent({ partitionOf }: Table): object {
  return partitionOf === undefined ? { partitionOf: undefined } : {}
}

/** Renames those whose names were made from the name of a table or column that has another one. */
export function followInheritedNames(work: Rendering, table: Table, before: readonly string[]): void {
  inheritedNames(work, table).forEach((name, at) => {
    const old = before[at]
    if (old === undefined || old === name) return
    emit(work, `alter index if exists ${quoteBeside(table.name, old)} rename to ${quoteIdentifier(name)}`)
  })
}
