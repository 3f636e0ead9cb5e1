import type { Column } from '../../schema/column.ts'
import type { Draft } from '../../schema/schema.ts'
import type { Table } from '../../schema/table.ts'
import { mentions } from '../../sql/mentions.ts'
import { renameLiteral } from '../../sql/rename.ts'
import type { AlterEnum } from '../step.ts'
import { usesEnum } from './rename-enum.ts'
import { renameInDefault } from './rename-in-default.ts'
import { mapTableSql } from './table-sql.ts'

/** Renamed values reach the defaults of the columns that hold them, and literals beside such columns in checks and indexes. */
export function renameEnumValues(draft: Draft, step: AlterEnum): void {
  if (step.renames.length === 0) return
  for (const [key, table] of draft.tables) {
    if (table.columns.some(column => usesEnum(column.type, step.from.name)))
      draft.tables.set(key, renamedIn(table, step))
  }
}

function renamedIn(table: Table, step: AlterEnum): Table {
  const holds = (column: Column) => usesEnum(column.type, step.from.name)
  const columns = table.columns.map(column => (holds(column) ? renameInDefault(column, step) : column))
  const names = new Set(table.columns.filter(holds).map(column => column.name))
  return mapTableSql({ ...table, columns }, sql => renamedLiterals(sql, step, name => names.has(name)))
}

/** All at once, so that two values can swap: each old value first becomes a text that no enum holds. */
function renamedLiterals(sql: string, step: AlterEnum, isColumn: (name: string) => boolean): string {
  const used = step.renames.filter(({ from }) => mentions(sql, from.replaceAll("'", "''")))
  const aside = (at: number) => `\u0001${at}`
  const parked = used.reduce((text, { from }, at) => renameLiteral(text, isColumn, from, aside(at)), sql)
  return used.reduce((text, { to }, at) => renameLiteral(text, isColumn, aside(at), to), parked)
}
