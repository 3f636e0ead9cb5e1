import type { Column } from '../../../schema/column.ts'
import type { Table } from '../../../schema/table.ts'
import type { Statement } from '../../dialect.ts'
import { quoteIdentifier } from '../quote.ts'
import { conversionLoss, keepsGarbage } from './conversion.ts'
import { createTable } from './create-table.ts'
import { type Guard, guardStatements } from './guard.ts'
import { nativeChange, nativeStatements } from './native.ts'
import { rebuild } from './rebuild.ts'
import { rowidAlias } from './rowid.ts'
import { statement } from './statement.ts'
import { aboutChange, type TableChange } from './table-change.ts'

/** What a change of a table comes to. */
export interface ChangeStatements {
  readonly how: 'create' | 'drop' | 'alter' | 'rebuild'
  readonly statements: readonly Statement[]
  /** Whether views and triggers that read the table would break meanwhile. */
  readonly disturbs: boolean
}

/** The statements for a change of a table, its indexes left aside. */
export function changeStatements(change: TableChange, to: Table | undefined): ChangeStatements {
  const about = aboutChange(change)
  const { from } = change
  if (from === undefined)
    return to === undefined ? done('create', []) : done('create', [statement(createTable(to), about)])
  if (to === undefined) return dropStatements(from, about)
  const native = nativeChange(change, from, to)
  if (native === undefined) return rebuildStatements(change, from, to, about)
  const statements = nativeStatements(from, native).map(({ sql, column }) =>
    statement(sql, about, column === undefined ? undefined : droppedLoss(from, column)),
  )
  const guards = change.guards.flatMap(guard => guardStatements(guard, about))
  return { how: 'alter', statements: [...guards, ...statements], disturbs: native.dropped.length > 0 }
}

function done(how: ChangeStatements['how'], statements: readonly Statement[]): ChangeStatements {
  return { how, statements, disturbs: false }
}

function dropStatements(from: Table, about: string): ChangeStatements {
  const name = quoteIdentifier(from.name.name)
  const sql = statement(`drop table ${name}`, about, `the rows of ${from.name.name} are dropped`)
  return { how: 'drop', statements: [sql], disturbs: true }
}

function rebuildStatements(change: TableChange, from: Table, to: Table, about: string): ChangeStatements {
  const parts = rebuild(change, from, to)
  const before = [...change.guards, ...valueGuards(change, from, to)]
  const losses = [...change.losses, ...columnLosses(change, from, to)]
  const copied = garbageGuards(change, from, to, parts.copyName)
  return {
    how: 'rebuild',
    disturbs: true,
    statements: [
      ...before.flatMap(guard => guardStatements(guard, about)),
      statement(parts.create, about),
      statement(parts.copy, about, losses.length === 0 ? undefined : losses.join('; ')),
      ...copied.flatMap(guard => guardStatements(guard, about)),
      ...[...parts.mark, ...parts.replace].map(sql => statement(sql, about)),
    ],
  }
}

/** Columns that may not be null and have nothing to put into the rows that are there. */
function valueGuards(change: TableChange, from: Table, to: Table): readonly Guard[] {
  const alias = rowidAlias(to)
  const before = new Map(from.columns.map(column => [column.name, column]))
  return to.columns.flatMap((column): readonly Guard[] => {
    if (column.nullable || column.generated !== undefined || column.name === alias) return []
    const value = change.values.get(column.name)
    const table = quoteIdentifier(from.name.name)
    if (value === undefined) {
      return column.default === undefined ? [valueGuard(from, column, `select count(*) from ${table}`)] : []
    }
    if (value.origin === 'new' || value.filled || !before.get(column.name)?.nullable) return []
    return [valueGuard(from, column, `select count(*) from ${table} where ${value.sql} is null`)]
  })
}

function valueGuard(table: Table, column: Column, count: string): Guard {
  const message = `MIG501: rows of ${table.name.name} have no value for ${column.name}, which is not null; write backfill VALUE on it`
  return { message, count }
}

function garbageGuards(change: TableChange, from: Table, to: Table, copy: string): readonly Guard[] {
  const before = new Map(from.columns.map(column => [column.name, column]))
  return to.columns.flatMap((column): readonly Guard[] => {
    const value = change.values.get(column.name)
    const old = before.get(column.name)
    if (old === undefined || value === undefined || value.origin === 'new' || value.converted) return []
    if (!keepsGarbage(old, column)) return []
    return [
      {
        message: `MIG504: rows of ${from.name.name} hold text in ${column.name} that is no number; write convert SQL on it`,
        count: `select count(*) from main.${quoteIdentifier(copy)} where typeof(${quoteIdentifier(column.name)}) = 'text'`,
      },
    ]
  })
}

function columnLosses(change: TableChange, from: Table, to: Table): readonly string[] {
  const now = new Map(to.columns.map(column => [column.name, column]))
  return from.columns.flatMap(old => {
    const column = now.get(old.name)
    const value = change.values.get(old.name)
    if (column === undefined || value === undefined || value.origin === 'new') {
      return old.generated === undefined ? [droppedLoss(from, old.name)] : []
    }
    if (column.generated !== undefined) return old.generated === undefined ? [droppedLoss(from, old.name)] : []
    const loss = value.converted ? undefined : conversionLoss(old, column)
    return loss === undefined ? [] : [`values of ${from.name.name}.${column.name} ${loss}`]
  })
}

function droppedLoss(table: Table, column: string): string {
  return `the values of ${table.name.name}.${column} are dropped`
}
