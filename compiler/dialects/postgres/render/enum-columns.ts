import type { Column } from '../../../schema/column.ts'
import { nameText, type QName, sameName } from '../../../schema/name.ts'
import type { Type } from '../../../schema/type.ts'
import { ownTable } from '../own.ts'
import { quoteQName } from '../quote.ts'
import type { Rendering } from './rendering.ts'

/** A table of the database and its columns that hold values of one enum. */
export interface EnumColumns {
  readonly table: QName
  readonly columns: readonly Column[]
}

/** Every column of the database that holds values of the enum, alone or in arrays. */
export function enumColumns(work: Rendering, name: QName): readonly EnumColumns[] {
  const found: EnumColumns[] = []
  for (const table of work.live.tables.values()) {
    const columns =
      ownTable(table)?.columns.filter(
        column => column.inherited === undefined && holdsPlainly(column.type.all!, name),
      ) ?? []
    if (columns.length > 0) found.push({ table: table.name, columns })
  }
  return found
}

/** Whether values of a type are of another, alone or in arrays. */
export function holdsPlainly(type: Type, name: QName): boolean {
  switch (type.kind) {
    case 'enum':
      return sameName(type.name, name)
    case 'array':
      return holdsPlainly(type.of, name)
    case 'raw':
      return type.sql.replace(/(?:\s*\[\d*\])+$/, '').trim() === spelled(type.sql, name)
    case 'builtin':
      return false
  }
}

function spelled(sql: string, name: QName): string {
  return sql.includes('"') ? nameText(name) : quoteQName(name)
}

/** Whether the column holds arrays. */
export function isArray(column: Column): boolean {
  const type = column.type.all!
  return type.kind === 'array' || (type.kind === 'raw' && type.sql.trim().endsWith(']'))
}
