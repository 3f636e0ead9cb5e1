import type { QName } from '../../../schema/name.ts'
import { nameText } from '../../../schema/name.ts'
import type { TableHead } from '../../../schema/table.ts'
import { quoteQName } from '../quote.ts'
import { identityBeside } from './index-properties.ts'
import { liftReferences } from './lift.ts'
import { liveTable } from './live.ts'
import { referencesTo } from './references.ts'
import { emit, type Rendering } from './rendering.ts'
import { storageChanges } from './storage-text.ts'

/** Changes how a table is kept. */
export function changeStorage(work: Rendering, table: QName, from: TableHead, to: TableHead): void {
  if (from.unlogged !== to.unlogged) changeLogging(work, table, to.unlogged === true)
  for (const change of storageChanges(from, to)) emit(work, `alter table ${quoteQName(table)} ${change}`)
  setReplicaIdentity(work, table, from.replicaIdentity, to.replicaIdentity)
}

/** A foreign key of a table that is logged cannot go to one that is not (ALTER TABLE, SET LOGGED): it comes back at the end. */
function changeLogging(work: Rendering, table: QName, unlogged: boolean): void {
  const isLogged = (name: QName) => liveTable(work, name)?.unlogged === undefined
  const own = nameText(table)
  const others = unlogged
    ? referencesTo(work, table).filter(one => nameText(one.table) !== own && isLogged(one.table))
    : (liveTable(work, table)?.constraints ?? []).flatMap(key =>
        key.kind === 'foreign' && nameText(key.target) !== own && !isLogged(key.target) ? [{ table, key }] : [],
      )
  liftReferences(work, others)
  emit(work, `alter table ${quoteQName(table)} set ${unlogged ? 'unlogged' : 'logged'}`)
}

/** What of an old row is replicated. */
export function setReplicaIdentity(
  work: Rendering,
  table: QName,
  from: TableHead['replicaIdentity'],
  to: TableHead['replicaIdentity'],
): void {
  if (from !== to) emit(work, `alter table ${quoteQName(table)} replica identity ${to ?? identityBeside(work, table)}`)
}
