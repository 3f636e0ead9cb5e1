import type { Column } from '../../../schema/column.ts'
import { descendantsOf, standsAlone } from '../../../schema/inheritance.ts'
import { nameText, type QName } from '../../../schema/name.ts'
import type { Table, TableHead } from '../../../schema/table.ts'
import { ownTable } from '../own.ts'
import { doBlock, quoteIdentifier, quoteQName, quoteString } from '../quote.ts'
import { asideName } from './aside-name.ts'
import { constraintKey } from './constraint.ts'
import { createTable, tableKey } from './create-table.ts'
import { percentDoubled } from './guard.ts'
import { sequenceOf } from './identity-change.ts'
import { keepTable } from './keep-privileges.ts'
import { liftReferences, liftView, triggerNote } from './lift.ts'
import { editLive, liveTable } from './live.ts'
import { forgetLookups } from './lookups.ts'
import { liftHolders, loseDependants, releaseDependants } from './objects.ts'
import { liftKeysTo } from './parents.ts'
import { forValues } from './partition-text.ts'
import { liveDescendants } from './partition-tree.ts'
import { viewsReading } from './readers.ts'
import { referencesTo } from './references.ts'
import { emit, noteReason, type Rendering } from './rendering.ts'
import { changeRowSecurity } from './row-security.ts'
import { indexKey } from './table-index.ts'
import { dropTriggersOf, triggersOf } from './triggers-of.ts'

/** Whether a table that a partition is part of is divided in another way further on: the partition comes, changes or goes then. */
export function awaitsDivision(work: Rendering, { partitionOf }: TableHead): boolean {
  let above = partitionOf?.parent
  while (above !== undefined) {
    const key = nameText(above)
    if (work.divisionsAhead.has(key)) return true
    above = (work.draft.tables.get(key) ?? work.live.tables.get(key))?.partitionOf?.parent
  }
  return false
}

/**
 * Divides a table in another way: Postgres decides once how it is divided, so another table takes its place, with its partitions,
 * and all rows. What hangs on it comes back at the end of the segment.
 */
export function divideAnew(work: Rendering, name: QName, from: TableHead, to: TableHead): void {
  const old = liveTable(work, name)!
  const parts = new Map(liveDescendants(work, name).map(table => [nameText(table.name), table]))
  const wanted = partitionsWanted(work, name)
  for (const table of [name, ...wanted.map(one => one.name).filter(one => parts.has(nameText(one)))])
    keepTable(work, table)
  for (const table of [...[...parts.values()].reverse(), old]) setMembersAside(work, table)
  if (from.partitionOf !== undefined) leave(work, name, from.partitionOf.parent)
  if (from.forceRowSecurity) emit(work, `alter table ${quoteQName(name)} no force row level security`)
  for (const table of [old, ...parts.values()]) setAside(work, table)
  const { partitionOf: _partitionOf, forceRowSecurity: _forceRowSecurity, ...head } = to
  // It is attached with its rows: until then all columns are its own.
  const columns = from.inherits === undefined ? old.columns.map(standsAlone) : old.columns
  createTable(work, { ...head, ...bare(name, columns) })
  for (const one of wanted)
    createTable(work, { ...one, ...bare(one.name, parts.get(nameText(one.name))?.columns ?? one.columns) })
  moveRows(work, name, old.columns, to)
  emit(work, `drop table ${quoteQName(asideName(name))}`)
  changeRowSecurity(work, name, { ...(to.rowSecurity && { rowSecurity: true }) }, to)
  if (to.partitionOf !== undefined)
    emit(
      work,
      `alter table ${quoteQName(to.partitionOf.parent)} attach partition ${quoteQName(name)} ${forValues(to.partitionOf)}`,
    )
  editLive(work, name, there => ({ ...there, ...to, columns: old.columns }))
  forgetLookups(work.lookups)
}

/** The partitions that a table is to have, and theirs, each after its parent; their members come at the end of the segment. */
function partitionsWanted(work: Rendering, name: QName): readonly Table[] {
  const tables = new Map(work.draft.tables)
  for (const [key, ahead] of work.partitionsAhead) if ('name' in ahead) tables.set(key, ahead)
  return descendantsOf(tables, nameText(name)).flatMap(key => {
    const table = ownTable(tables.get(key)!)
    if (table?.partitionOf === undefined || work.leavingAhead.has(tableKey(table.name))) return []
    const head = work.divisionsAhead.get(key) ?? work.partitionsAhead.get(key)
    return [head === undefined ? table : { ...bare(table.name, table.columns), ...head }]
  })
}

function bare(name: QName, columns: readonly Column[]): Table {
  return { name, columns, constraints: [], indexes: [] }
}

/** Takes away what would hold the old table, and writes down what goes with it. */
function setMembersAside(work: Rendering, { name, columns, constraints, indexes }: Table): void {
  for (const view of viewsReading(work, name)) liftView(work, view.name)
  liftReferences(work, referencesTo(work, name))
  liftHolders(work, { space: 'relation', name }, { space: 'type', name })
  for (const column of columns) releaseDependants(work, { space: 'column', name: { name: column.name }, of: name })
  for (const [key] of triggersOf(work, name)) noteReason(work, triggerNote(key))
  dropTriggersOf(work, name)
  loseDependants(work, { space: 'relation', name })
  for (const column of columns) loseDependants(work, { space: 'column', name: { name: column.name }, of: name })
  for (const one of constraints) noteReason(work, constraintKey(name, one.name))
  for (const one of indexes) noteReason(work, indexKey(name, one.name))
}

function leave(work: Rendering, name: QName, parent: QName): void {
  liftKeysTo(work, parent)
  emit(work, `alter table ${quoteQName(parent)} detach partition ${quoteQName(name)}`)
}

function setAside(work: Rendering, table: Table): void {
  emit(work, `alter table ${quoteQName(table.name)} rename to ${quoteIdentifier(asideName(table.name).name)}`)
  for (const column of table.columns) {
    if (column.identity === undefined || column.inherited) continue
    const sequence = sequenceOf(table.name, column)
    emit(
      work,
      `alter sequence if exists ${quoteQName(sequence)} rename to ${quoteIdentifier(asideName(sequence).name)}`,
    )
  }
  work.live.tables.delete(nameText(table.name))
}

function moveRows(work: Rendering, name: QName, columns: readonly Column[], to: TableHead): void {
  const [table, aside] = [quoteQName(name), quoteQName(asideName(name))]
  if (to.partitionBy !== undefined) refuseHomeless(work, name)
  const list = columns.filter(({ generated }) => generated === undefined).map(column => quoteIdentifier(column.name))
  const overriding = columns.some(({ identity }) => identity?.always) ? ' overriding system value' : ''
  emit(work, `insert into ${table} (${list.join(', ')})${overriding}\nselect ${list.join(', ')} from ${aside}`)
  for (const column of columns) {
    if (column.identity === undefined || column.inherited) continue
    const sequence = (of: string) => `pg_get_serial_sequence(${quoteString(of)}, ${quoteString(column.name)})`
    emit(work, `select setval(${sequence(table)}, nextval(${sequence(aside)}), false)`)
  }
}

/** Stops with the number of rows that no partition would take, by the conditions that Postgres has for them. */
function refuseHomeless(work: Rendering, name: QName): void {
  const message = `MIG501: ${percentDoubled(nameText(name))} holds % rows that belong to none of its partitions. Declare a partition for them or a \`default\` one, or change or delete them, then run this again.`
  const body = [
    'declare',
    '  fits text;',
    '  held bigint;',
    'begin',
    `  select coalesce(string_agg(format('(%s)', coalesce(pg_get_partition_constraintdef(relid), 'true')), ' or '), 'false') into fits`,
    `  from pg_partition_tree(${quoteString(quoteQName(name))}) where isleaf;`,
    `  execute format('select count(*) from %s where (%s) is not true', ${quoteString(quoteQName(asideName(name)))}, fits) into held;`,
    '  if held > 0 then',
    `    raise exception ${quoteString(message)}, held;`,
    '  end if;',
    'end',
  ]
  emit(work, doBlock(body.join('\n')))
}
