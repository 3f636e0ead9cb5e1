import type { Constraint, ForeignKey } from '../../compiler/schema/constraint.ts'
import { nameText } from '../../compiler/schema/name.ts'
import type { MemberDraft, TableDraft } from './table-draft.ts'
import { unknownTable } from './unknown-table.ts'

/** The columns that a foreign key goes to: the ones it names, or the primary key of its target. */
export function findTarget(
  value: ForeignKey,
  member: MemberDraft<Constraint>,
  tables: ReadonlyMap<string, TableDraft>,
): readonly string[] {
  const { target, targetColumns, columns } = value
  const key = nameText(target)
  const table = tables.get(key)
  if (value.missing) {
    if (table !== undefined) isThere(key, member)
    return targetColumns
  }
  if (table === undefined) {
    unknownTable(key, { node: member.node, property: 'target' }, member.context, tables.keys())
    return targetColumns
  }
  const found = targetColumns.length > 0 ? targetColumns : primaryColumnsOf(table, tables)
  if (found.length !== columns.length) unclear(value, member, key, found)
  return found
}

/** The same for a partition, whose primary key is that of the table it is part of. */
export function primaryColumnsOf(table: TableDraft, tables: ReadonlyMap<string, TableDraft>): readonly string[] {
  const found = primaryColumns(table)
  const parent = table.head.partitionOf && tables.get(nameText(table.head.partitionOf.parent))
  return found.length > 0 || parent === undefined || parent === table ? found : primaryColumnsOf(parent, tables)
}

/** The columns of a table's primary key; none where it has no such key. */
export function primaryColumns({ constraints }: TableDraft): readonly string[] {
  for (const { value } of constraints) if (value.kind === 'primary') return value.columns
  return []
}

function isThere(key: string, { context, node }: MemberDraft<Constraint>): void {
  const message = `The table \`${key}\` is there, so it is not \`missing\`.`
  context.report.error('MIG122', message, 'Remove `missing`.', { node, property: 'missing' }, { name: key })
}

function unclear(
  { columns }: ForeignKey,
  { context, node }: MemberDraft<Constraint>,
  key: string,
  found: readonly string[],
): void {
  const wants = columns.length === 1 ? '1 column' : `${columns.length} columns`
  const message =
    found.length === 0
      ? `\`${key}\` has no primary key that the foreign key could go to.`
      : `The foreign key has ${wants}, its target has ${found.length} (${found.join(', ')}).`
  const remedy = `Name the target columns: \`-> ${key} (…)\`.`
  context.report.error('MIG129', message, remedy, { node, property: 'target' })
}
