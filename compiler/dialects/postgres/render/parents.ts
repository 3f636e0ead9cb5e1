import { descendantsOf, noteChild, parentsOf } from '../../../schema/inheritance.ts'
import { nameText, type QName } from '../../../schema/name.ts'
import {
  boundText,
  type PartitionBound,
  type PartitionBy,
  type PartitionKey,
  type PartitionOf,
  sameBound,
} from '../../../schema/partition.ts'
import type { Table, TableHead } from '../../../schema/table.ts'
import { changeParents as changed } from '../../../steps/follow/change-parents.ts'
import { inParentheses, quoteIdentifier, quoteQName } from '../quote.ts'
import { collation } from './column-text.ts'
import { percentDoubled, refuseRows } from './guard.ts'
import { liftReferences } from './lift.ts'
import { editLive, liveTable } from './live.ts'
import { referencesTo } from './references.ts'
import { emit, type Rendering } from './rendering.ts'

/** `for values from ('2022-01-01') to ('2022-02-01')`. */
export function forValues({ bound }: PartitionOf): string {
  return bound.kind === 'default' ? 'default' : `for ${boundText(bound)}`
}

/** `partition by range (paid_on)`. */
export function partitionClause({ strategy, keys }: PartitionBy): string {
  return `partition by ${strategy} (${keys.map(keyText).join(', ')})`
}

function keyText({ column, sql, collate, opclass }: PartitionKey): string {
  const parts = [column === undefined ? inParentheses(sql!.all!) : quoteIdentifier(column)]
  if (collate !== undefined) parts.push(`collate ${collation(collate)}`)
  if (opclass !== undefined) parts.push(opclass)
  return parts.join(' ')
}

/** The partitions and heirs of a table that the database holds, and theirs. */
export function liveDescendants(work: Rendering, table: QName): readonly Table[] {
  return descendantsOf(work.live.tables, nameText(table)).flatMap(key => {
    const found = work.live.tables.get(key)
    return found === undefined ? [] : (liveTable(work, found.name) ?? [])
  })
}

function childrenOf(work: Rendering, parent: QName): readonly Table[] {
  return liveDescendants(work, parent).filter(
    one => one.partitionOf !== undefined && nameText(one.partitionOf.parent) === nameText(parent),
  )
}

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
    refuseMisfits(work, table, now)
    emit(work, `alter table ${quoteQName(now.parent)} attach partition ${name} ${forValues(now)}`)
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

/** Stops with the number of rows that do not belong to a partition, before Postgres stops at the first of them. */
function refuseMisfits(work: Rendering, table: QName, { parent, bound }: PartitionOf): void {
  const keys = liveTable(work, parent)?.partitionBy?.keys ?? []
  const fits = conditionOf(bound, keys)
  if (fits === undefined) return
  refuseRows(
    work,
    `(select count(*) from ${quoteQName(table)} where (${fits}) is not true)`,
    `MIG501: ${percentDoubled(nameText(table))} holds % rows that do not belong to ${percentDoubled(`${nameText(parent)} ${boundText(bound)}`)}. Change, move or delete them, then run this again.`,
  )
}

/** The condition that rows of a partition meet; undefined where only Postgres can say. */
function conditionOf(bound: PartitionBound, keys: readonly PartitionKey[]): string | undefined {
  const texts = keys.map(({ column, sql }) =>
    column === undefined ? inParentheses(sql!.all!) : quoteIdentifier(column),
  )
  if (bound.kind === 'list') {
    const values = bound.values.filter(value => value !== 'null')
    const listed = values.length === 0 ? 'false' : `${texts[0]} in (${values.join(', ')})`
    return values.length < bound.values.length ? `${texts[0]} is null or ${listed}` : listed
  }
  if (bound.kind !== 'range') return undefined
  const limits = [limit(texts, bound.from, '>=', '>'), limit(texts, bound.to, '<', '<=')].filter(
    one => one !== undefined,
  )
  return [...texts.map(text => `${text} is not null`), ...limits].join(' and ')
}

/** `minvalue` comes before all values of its column, `maxvalue` after them; what stands behind them does not count (CREATE TABLE). */
function limit(texts: readonly string[], values: readonly string[], before: string, after: string): string | undefined {
  const end = values.findIndex(value => value === 'minvalue' || value === 'maxvalue')
  const told = end === -1 ? values : values.slice(0, end)
  if (told.length === 0) return undefined
  const row = (parts: readonly string[]) => (parts.length === 1 ? parts[0]! : `(${parts.join(', ')})`)
  return `${row(texts.slice(0, told.length))} ${values[end] === 'maxvalue' ? after : before} ${row(told)}`
}

/** Stops with the number of rows of the default partition that a new one would have to take over, which Postgres does not do. */
export function refuseRowsInDefault(work: Rendering, { name, partitionOf }: Table): void {
  if (partitionOf === undefined) return
  const parent = nameText(partitionOf.parent)
  const rest = childrenOf(work, partitionOf.parent).find(one => one.partitionOf?.bound.kind === 'default')
  const keys = liveTable(work, partitionOf.parent)?.partitionBy?.keys ?? []
  const fits = conditionOf(partitionOf.bound, keys)
  if (rest === undefined || fits === undefined || !work.tablesBefore.has(nameText(rest.name))) return
  const [part, held] = [percentDoubled(nameText(name)), percentDoubled(nameText(rest.name))]
  refuseRows(
    work,
    `(select count(*) from ${quoteQName(rest.name)} where ${fits})`,
    `MIG501: ${held} holds % rows that belong into the new partition ${part} of ${percentDoubled(parent)}. Move or delete them, then run this again.`,
  )
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
