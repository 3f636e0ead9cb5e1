import { descendantsOf } from '../../../schema/inheritance.ts'
import { nameText, type QName } from '../../../schema/name.ts'
import type { Table } from '../../../schema/table.ts'
import { liveTable } from './live.ts'
import type { Rendering } from './rendering.ts'

/** The partitions and heirs of a table that the database holds, and theirs. */
export function liveDescendants(work: Rendering, table: QName): readonly Table[] {
  return descendantsOf(work.live.tables, nameText(table)).flatMap(key => {
    const found = work.live.tables.get(key)
    return found === undefined ? [] : (liveTable(work, found.name) ?? [])
  })
}

/** The partitions of a table that the database holds. */
export function childrenOf(work: Rendering, parent: QName): readonly Table[] {
  return liveDescendants(work, parent).filter(
    one => one.partitionOf !== undefined && nameText(one.partitionOf.parent) === nameText(parent),
  )
}
