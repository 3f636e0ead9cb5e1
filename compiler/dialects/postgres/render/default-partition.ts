import { nameText, type QName, sameName } from '../../../schema/name.ts'
import type { PartitionOf } from '../../../schema/partition.ts'
import type { Table } from '../../../schema/table.ts'
import { quoteQName } from '../quote.ts'
import { tableKey } from './create-table.ts'
import { percentDoubled, refuseRows } from './guard.ts'
import { liveTable } from './live.ts'
import { refuseHomeless } from './misfits.ts'
import { moveRows } from './move-rows.ts'
import { conditionOf } from './partition-text.ts'
import { childrenOf, liveDescendants } from './partition-tree.ts'
import { referencesTo } from './references.ts'
import { emit, type Rendering } from './rendering.ts'
import { type FiringTrigger, ownTriggers, triggersFromAbove } from './row-triggers.ts'

/** A table that becomes a partition, and how. */
export interface Joining {
  readonly name: QName
  readonly partitionOf: PartitionOf
  /** A table that is there already gets its rows before it is a partition, and so before it has the triggers of one. */
  readonly isThere: boolean
  /** Whether rows find no place in it yet. */
  readonly isDivided: boolean
  readonly join: () => void
}

/**
 * Makes a partition of a table. Postgres refuses as long as rows of the default partition belong to it, so they are moved while the
 * default one is detached; where that cannot be, the migration stops with their number.
 */
export function joinDivided(work: Rendering, joining: Joining): void {
  const { name, partitionOf, join } = joining
  const parent = partitionOf.parent
  const rest = defaultOf(work, parent)
  const fits = conditionOf(partitionOf.bound, liveTable(work, parent)?.partitionBy?.keys ?? [])
  const isAside = rest !== undefined && work.detached.has(nameText(rest.name))
  if (rest === undefined || fits === undefined || sameName(rest.name, name) || !isOld(work, rest) || isAside) {
    join()
    return
  }
  if (joining.isDivided || !isMovable(work, rest, parent)) {
    refuseRowsIn(work, rest, joining, fits)
    join()
    return
  }
  const key = nameText(parent)
  if (!work.defaultsAside.has(key)) {
    work.defaultsAside.set(key, rest)
    emit(work, `alter table ${quoteQName(parent)} detach partition ${quoteQName(rest.name)}`)
  }
  if (!joining.isThere) join()
  moveRows(work, {
    from: rest.name,
    to: name,
    columns: columnsOf(work, rest),
    where: fits,
    silent: [
      ...triggersUnder(work, rest.name),
      ...(joining.isThere ? ownTriggers(work, name) : triggersFromAbove(work, name, partitionOf)),
    ],
  })
  if (joining.isThere) join()
}

/** Attaches the default partitions again that were detached for others. */
export function attachDefaults(work: Rendering): void {
  for (const { name, partitionOf } of work.defaultsAside.values())
    emit(work, `alter table ${quoteQName(partitionOf!.parent)} attach partition ${quoteQName(name)} default`)
  work.defaultsAside.clear()
}

/** Puts the rows that a partition loses with its old bounds into the default one. Answers whether there is one that takes them. */
export function misfitsToDefault(work: Rendering, name: QName, to: PartitionOf): boolean {
  const rest = defaultOf(work, to.parent)
  const fits = conditionOf(to.bound, liveTable(work, to.parent)?.partitionBy?.keys ?? [])
  if (rest === undefined || fits === undefined || sameName(rest.name, name) || work.detached.has(nameText(rest.name)))
    return false
  if (!isMovable(work, rest, to.parent) || liveTable(work, name)?.forceRowSecurity) return false
  refuseHomeless(work, name, to, fits, rest.name)
  moveRows(work, {
    from: name,
    to: rest.name,
    columns: columnsOf(work, rest),
    where: `(${fits}) is not true`,
    silent: [
      ...triggersUnder(work, name),
      ...triggersUnder(work, rest.name),
      ...triggersFromAbove(work, rest.name, rest.partitionOf!),
    ],
  })
  return true
}

/**
 * Puts the rows of a partition whose creation is undone into the default one. Answers whether it did: there may be none, or something
 * may be in the way.
 */
export function leaveToDefault(work: Rendering, table: Table): boolean {
  let top = table
  while (top.partitionOf !== undefined && work.leavingAhead.has(tableKey(top.partitionOf.parent)))
    top = liveTable(work, top.partitionOf.parent)!
  const parent = top.partitionOf?.parent
  const rest = parent && defaultOf(work, parent)
  if (parent === undefined || rest === undefined || sameName(rest.name, top.name)) return false
  if (work.leavingAhead.has(tableKey(rest.name)) || !isMovable(work, rest, parent) || !isMovable(work, table, parent))
    return false
  if (!work.detached.has(nameText(top.name)))
    emit(work, `alter table ${quoteQName(parent)} detach partition ${quoteQName(top.name)}`)
  if (sameName(top.name, table.name)) work.detached.delete(nameText(top.name))
  else work.detached.add(nameText(top.name))
  if (table.partitionBy !== undefined) return true
  moveRows(work, {
    from: table.name,
    to: rest.name,
    columns: columnsOf(work, rest),
    silent: [
      ...ownTriggers(work, table.name),
      ...triggersUnder(work, rest.name),
      ...triggersFromAbove(work, rest.name, rest.partitionOf!),
    ],
  })
  return true
}

function defaultOf(work: Rendering, parent: QName): Table | undefined {
  return childrenOf(work, parent).find(one => one.partitionOf?.bound.kind === 'default')
}

/** Whether a table was there before the first step, and may hold rows. */
function isOld(work: Rendering, { name }: Table): boolean {
  return work.tablesBefore.has(nameText(name))
}

/** Keys that point at rows do not let them go, and forced row security hides them. */
function isMovable(work: Rendering, table: Table, parent: QName): boolean {
  const above: QName[] = []
  for (let one: QName | undefined = parent; one !== undefined; one = liveTable(work, one)?.partitionOf?.parent)
    above.push(one)
  const all = [table.name, ...liveDescendants(work, table.name).map(one => one.name), ...above]
  return all.every(one => referencesTo(work, one).length === 0 && !liveTable(work, one)?.forceRowSecurity)
}

function refuseRowsIn(work: Rendering, rest: Table, { name, partitionOf }: Joining, fits: string): void {
  const [part, held] = [percentDoubled(nameText(name)), percentDoubled(nameText(rest.name))]
  refuseRows(
    work,
    `(select count(*) from ${quoteQName(rest.name)} where ${fits})`,
    `MIG501: ${held} holds % rows that belong into the new partition ${part} of ${percentDoubled(nameText(partitionOf.parent))}. Move or delete them, then run this again.`,
  )
}

function triggersUnder(work: Rendering, table: QName): readonly FiringTrigger[] {
  return [table, ...liveDescendants(work, table).map(({ name }) => name)].flatMap(name => ownTriggers(work, name))
}

/** The columns of a partition are those of the table at the top (CREATE TABLE, PARTITION OF). */
function columnsOf(work: Rendering, table: Table): Table['columns'] {
  const above = table.partitionOf && liveTable(work, table.partitionOf.parent)
  return above === undefined ? table.columns : columnsOf(work, above)
}
