import type { IndexProperties } from '../../../schema/index-properties.ts'
import type { QName } from '../../../schema/name.ts'
import type { Table } from '../../../schema/table.ts'
import type { IndexKey } from '../../../schema/table-index.ts'
import { quoteBeside, quoteIdentifier, quoteQName } from '../quote.ts'
import { parameterChanges } from './index-text.ts'
import { draftTable, liveTable } from './live.ts'
import { emit, type Rendering } from './rendering.ts'

/** An index, or a key or exclusion that has one of its name. */
type Marked = { readonly name: string } & Pick<IndexProperties, 'clustered' | 'replicaIdentity'>

/** Says of a new index that the table is clustered on it, or that replication knows rows by it. */
export function markIndex(work: Rendering, table: QName, member: Marked | object): void {
  if (!('name' in member)) return
  const alter = `alter table ${quoteQName(table)}`
  if (member.clustered) emit(work, `${alter} cluster on ${quoteIdentifier(member.name)}`)
  if (member.replicaIdentity) emit(work, `${alter} replica identity using index ${quoteIdentifier(member.name)}`)
}

/** Replication would know no rows at all once the index is gone that it knows them by (ALTER TABLE, REPLICA IDENTITY). */
export function unmarkIndex(work: Rendering, table: QName, member: object | undefined): void {
  if (member !== undefined && 'replicaIdentity' in member && member.replicaIdentity) {
    emit(work, `alter table ${quoteQName(table)} replica identity ${identityBeside(work, table, member as Marked)}`)
  }
}

/** What a row is replicated by where it is not `member`: another index that is there, or what the table says. */
export function identityBeside(work: Rendering, table: QName, member?: Marked): string {
  const live = liveTable(work, table)
  const other = live && membersOf(live).find(one => one.replicaIdentity && one.name !== member?.name)
  if (other !== undefined) return `using index ${quoteIdentifier(other.name)}`
  return draftTable(work, table)?.replicaIdentity ?? 'default'
}

function membersOf({ constraints, indexes }: Table): readonly Marked[] {
  return [...constraints.filter(one => one.kind !== 'check' && one.kind !== 'foreign'), ...indexes]
}

type Named = IndexProperties & { readonly name: string }

/** Changes what can be changed of an index that is there. */
export function changeIndexProperties(work: Rendering, table: QName, from: Named, to: Named): void {
  const index = `alter index ${quoteBeside(table, to.name)}`
  for (const change of parameterChanges(from.with, to.with)) emit(work, `${index} ${change}`)
  if (from.tablespace !== to.tablespace)
    emit(work, `${index} set tablespace ${quoteIdentifier(to.tablespace ?? 'pg_default')}`)
  if (from.clustered && !to.clustered) {
    const live = liveTable(work, table)
    const moved = live && membersOf(live).some(one => one.clustered && one.name !== to.name)
    if (!moved) emit(work, `alter table ${quoteQName(table)} set without cluster`)
  }
  if (from.replicaIdentity && !to.replicaIdentity) unmarkIndex(work, table, from)
  markIndex(work, table, {
    name: to.name,
    ...(to.clustered && !from.clustered && { clustered: true }),
    ...(to.replicaIdentity && !from.replicaIdentity && { replicaIdentity: true }),
  })
}

interface Keyed {
  readonly keys: readonly IndexKey[]
}

/** How finely the expressions of an index are looked at; Postgres counts its columns from 1. */
export function setKeyStatistics(
  work: Rendering,
  table: QName,
  from: Keyed,
  to: Keyed & { readonly name: string },
): void {
  for (const [at, { statistics }] of to.keys.entries()) {
    if (from.keys[at]?.statistics === statistics) continue
    const index = quoteBeside(table, to.name)
    emit(work, `alter index ${index} alter column ${at + 1} set statistics ${statistics ?? '-1'}`)
  }
}
