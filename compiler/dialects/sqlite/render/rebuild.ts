import type { Table } from '../../../schema/table.ts'
import { quoteIdentifier, quoteString } from '../quote.ts'
import { countingKey, createTable } from './create-table.ts'
import { rowidAlias, rowidName } from './rowid.ts'
import type { TableChange } from './table-change.ts'

/** The parts of a rebuild, in the order in which they run (lang_altertable.html#otheralter, without step 12's pragma). */
export interface Rebuild {
  readonly create: string
  readonly copy: string
  /** Run between the copy and the drop: the AUTOINCREMENT mark. */
  readonly mark: readonly string[]
  readonly replace: readonly string[]
  /** The name of the table while both are there. */
  readonly copyName: string
}

/** Makes a table anew with its final definition, copies the rows, and puts it in the place of the old one. */
export function rebuild(change: TableChange, from: Table, to: Table): Rebuild {
  const copyName = `_mig_${to.name.name}`
  const pairs = copiedColumns(change, from, to)
  const target = `insert ${hasConflicts(to) ? 'or abort ' : ''}into ${quoteIdentifier(copyName)} (${pairs.map(([column]) => column).join(', ')})`
  const source = `select ${pairs.map(([, sql]) => sql).join(', ')}\nfrom ${quoteIdentifier(from.name.name)}`
  return {
    create: createTable(to, copyName),
    copy: `${target}\n${source}`,
    mark: countingKey(from) !== undefined && countingKey(to) !== undefined ? carryMark(from.name.name, copyName) : [],
    replace: [
      `drop table ${quoteIdentifier(from.name.name)}`,
      `alter table ${quoteIdentifier(copyName)} rename to ${quoteIdentifier(to.name.name)}`,
    ],
    copyName,
  }
}

/** Rows that are copied are not to vanish by what the table does with conflicts: `or abort` goes before (lang_conflict.html). */
function hasConflicts({ columns, constraints }: Table): boolean {
  return columns.some(one => one.nullConflict) || constraints.some(one => 'conflict' in one && one.conflict)
}

/** Columns and what goes into them; rowids are kept where the new table has any. Generated columns compute themselves. */
function copiedColumns(change: TableChange, from: Table, to: Table): readonly (readonly [string, string])[] {
  const columns = to.columns.flatMap(column => {
    const value = change.values.get(column.name)
    return value === undefined || column.generated !== undefined
      ? []
      : [[quoteIdentifier(column.name), value.sql] as const]
  })
  const alias = rowidAlias(to)
  const source = rowidName(from)
  const target = alias === undefined ? rowidName(to) : change.values.has(alias) ? undefined : quoteIdentifier(alias)
  return source === undefined || target === undefined ? columns : [[target, source], ...columns]
}

/** The highest number ever given moves along, or numbers of deleted rows would be given again (autoinc.html). */
function carryMark(name: string, copyName: string): readonly string[] {
  return [
    `delete from sqlite_sequence where name = ${quoteString(copyName)}`,
    `insert into sqlite_sequence (name, seq)\nselect ${quoteString(copyName)}, seq from sqlite_sequence where name = ${quoteString(name)}`,
  ]
}
