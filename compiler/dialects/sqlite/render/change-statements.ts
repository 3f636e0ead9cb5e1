import { affinityOf } from '../../../schema/affinity.ts'
import type { Column } from '../../../schema/column.ts'
import type { Table } from '../../../schema/table.ts'
import type { Statement } from '../../dialect.ts'
import { quoteIdentifier } from '../quote.ts'
import { declaredTypeOf } from './column-definition.ts'
import { createTable } from './create-table.ts'
import { type Guard, guardStatements } from './guard.ts'
import { keepsGarbage } from './keeps-garbage.ts'
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
  if (to === undefined) return dropStatements(change, from, about)
  const native = nativeChange(change, from, to)
  if (native === undefined) return rebuildStatements(change, from, to, about)
  const statements = nativeStatements(from, native).map(({ sql, column }) =>
    statement(sql, about, column === undefined ? undefined : lossText(change, column)),
  )
  const guards = change.guards.flatMap(guard => guardStatements(guard, about))
  return { how: 'alter', statements: [...guards, ...statements], disturbs: native.dropped.length > 0 }
}

function done(how: ChangeStatements['how'], statements: readonly Statement[]): ChangeStatements {
  return { how, statements, disturbs: false }
}

function dropStatements(change: TableChange, from: Table, about: string): ChangeStatements {
  const sql = statement(`drop table ${quoteIdentifier(from.name.name)}`, about, lossText(change))
  return { how: 'drop', statements: [sql], disturbs: true }
}

function rebuildStatements(change: TableChange, from: Table, to: Table, about: string): ChangeStatements {
  const parts = rebuild(change, from, to)
  const before = [...change.guards, ...valueGuards(change, from, to)]
  const losses = [lossText(change), ...strictLosses(change, from, to)].filter(loss => loss !== undefined)
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

/** All that a change loses, or what it loses of one column. */
function lossText({ losses }: TableChange, column?: string): string | undefined {
  const texts = losses.filter(loss => column === undefined || loss.column === column).map(loss => loss.text)
  return texts.length === 0 ? undefined : [...new Set(texts)].join('; ')
}

/** A decimal of a STRICT table is a REAL (stricttables.html), which no step says. */
function strictLosses(change: TableChange, from: Table, to: Table): readonly string[] {
  const before = new Map(to.strict ? from.columns.map(column => [column.name, column]) : [])
  const affinity = (column: Column) => affinityOf(declaredTypeOf(column))
  return to.columns
    .filter(column => {
      const old = before.get(column.name)
      const value = change.values.get(column.name)
      if (old === undefined || value === undefined || value.origin === 'new' || value.converted) return false
      if (change.losses.some(loss => loss.column === column.name)) return false
      return affinity(old) === 'INTEGER' && affinity(column) === 'REAL'
    })
    .map(column => `the old form of ${from.name.name}.${column.name}: values keep only 15 digits`)
}
