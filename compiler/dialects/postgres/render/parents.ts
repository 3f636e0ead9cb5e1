import { noteChild, parentsOf } from '../../../schema/inheritance.ts'
import { nameText, type QName } from '../../../schema/name.ts'
import { sameBound } from '../../../schema/partition.ts'
import type { Table, TableHead } from '../../../schema/table.ts'
import { changeParents as changed } from '../../../steps/follow/change-parents.ts'
import { quoteQName } from '../quote.ts'
import { joinDivided, misfitsToDefault } from './default-partition.ts'
import { liftReferences } from './lift.ts'
import { editLive, liveTable } from './live.ts'
import { refuseMisfits } from './misfits.ts'
import { forValues } from './partition-text.ts'
import { childrenOf } from './partition-tree.ts'
import { referencesTo } from './references.ts'
import { emit, type Rendering } from './rendering.ts'

/** Takes a table from its parents and gives it to others; its rows stay in it. */
export function changeParents(work: Rendering, table: QName, from: TableHead, to: TableHead): void {
  const name = quoteQName(table)
  const [old, now] = [from.partitionOf, to.partitionOf]
  const isSame =
    old && now ? nameText(old.parent) === nameText(now.parent) && sameBound(old.bound, now.bound) : old === now
  const has = (names: readonly QName[] | undefined, one: QName) =>
    names?.some(other => nameText(other) === nameText(one))
  if (old !== undefined && !isSame && now !== undefined) liftKeysTo(work, old.parent)
  if (old !== undefined && !isSame) detach(work, table, old.parent)
  if (old !== undefined && !isSame && now !== undefined) detachOthers(work, old.parent)
  for (const one of from.inherits ?? [])
    if (!has(to.inherits, one)) emit(work, `alter table ${name} no inherit ${quoteQName(one)}`)
  for (const one of to.inherits ?? [])
    if (!has(from.inherits, one)) emit(work, `alter table ${name} inherit ${quoteQName(one)}`)
  if (now !== undefined && !isSame) {
    const isPartition = old !== undefined && nameText(old.parent) === nameText(now.parent)
    if (!(isPartition && misfitsToDefault(work, table, now))) refuseMisfits(work, table, now)
    joinDivided(work, {
      name: table,
      partitionOf: now,
      isThere: true,
      isDivided: false,
      join: () => emit(work, `alter table ${quoteQName(now.parent)} attach partition ${name} ${forValues(now)}`),
    })
  }
  if (parentsOf(from).length === 0 && parentsOf(to).length === 0) return
  editLive(work, table, ({ partitionOf: _partitionOf, inherits: _inherits, ...there }) =>
    changed(
      { ...there, ...(now && { partitionOf: now }), ...(to.inherits && { inherits: to.inherits }) },
      from,
      work.live.tables,
    ),
  )
  noteChild(work.live.tables, to)
}

/** A partition that was detached already, so that another could take its place, is so once. */
function detach(work: Rendering, table: QName, parent: QName): void {
  if (work.detached.delete(nameText(table))) return
  emit(work, `alter table ${quoteQName(parent)} detach partition ${quoteQName(table)}`)
}

/** Detaches the partitions of a table that get other bounds further on: the new bounds of one may be the old ones of another. */
function detachOthers(work: Rendering, parent: QName): void {
  for (const { name, partitionOf } of childrenOf(work, parent)) {
    const key = nameText(name)
    const ahead = work.partitionsAhead.get(key)?.partitionOf
    if (ahead === undefined || work.detached.has(key) || sameBound(partitionOf!.bound, ahead.bound)) continue
    detach(work, name, parent)
    work.detached.add(key)
  }
}

/** Keys that point at a divided table do not let a partition go whose rows they point at (ALTER TABLE, DETACH PARTITION). */
export function liftKeysTo(work: Rendering, parent: QName): void {
  liftReferences(work, referencesTo(work, parent))
  const above = liveTable(work, parent)?.partitionOf
  if (above !== undefined) liftKeysTo(work, above.parent)
}

/** A partition of a table that keys point at is taken out before it goes: Postgres looks whether they point at its rows (2BP01). */
export function freePartition(work: Rendering, { name, partitionOf }: Table): void {
  let above = partitionOf?.parent
  while (above !== undefined) {
    const parent = above
    if (referencesTo(work, parent).some(({ table }) => nameText(table) !== nameText(name))) {
      emit(work, `alter table ${quoteQName(partitionOf!.parent)} detach partition ${quoteQName(name)}`)
      return
    }
    above = liveTable(work, parent)?.partitionOf?.parent
  }
}
