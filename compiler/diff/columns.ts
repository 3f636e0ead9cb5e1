import type { Column } from '../schema/column.ts'
import { DIALECTS, isFor } from '../schema/dialect.ts'
import { nameText } from '../schema/name.ts'
import type { Schema } from '../schema/schema.ts'
import type { Table } from '../schema/table.ts'
import type { Value } from '../schema/value.ts'
import { sameColumn, sameTypes } from '../steps/same.ts'
import type { AlterColumn, Step } from '../steps/step.ts'
import { compareMembers } from './compare.ts'
import { losesEnumValue } from './enum-default.ts'
import type { HintIndex } from './hint-index.ts'
import type { ConvertHint } from './hints.ts'
import { type EnumStages, wayBackValue } from './way-back.ts'

/** What a table goes through: after the renames, after the enums as well, and what is wanted. */
export interface TableChange {
  readonly renamed: Table
  readonly settled: Table
  readonly to: Table
  readonly after: Schema
  readonly enums: EnumStages
}

/** Columns that come, go or change. */
export function diffColumns(change: TableChange, hints: HintIndex): readonly Step[] {
  const { renamed, settled, to, after } = change
  const table = to.name
  const key = nameText(table)
  return compareMembers(settled.columns, to.columns, sameColumn, {
    added: column => [addColumn(to, column, hints)],
    dropped: column => [dropColumn(change, column, hints)],
    changed: (from, next) => {
      const old = memberOf(renamed, from.name)
      return throughEnumChange(old, from, next, after).map(([one, two]) =>
        alterColumn(change, one, two, hints.convert(key, two.name), hints.fill(key, two.name, false)),
      )
    },
  })
}

function memberOf(table: Table, name: string): Column {
  return table.columns.find(column => column.name === name)!
}

function addColumn({ name: table }: Table, column: Column, hints: HintIndex): Step {
  const fill = hints.fill(nameText(table), column.name, false)
  return { kind: 'add column', table, column, ...(fill && { fill }) }
}

/** A NOT NULL column that does not give itself a value. */
function isBare(column: Column): boolean {
  return !column.nullable && column.default === undefined && !column.identity && !column.generated
}

/** Whether an altered column comes to a database that did not have it. */
function comes(from: Column, to: Column): boolean {
  return DIALECTS.some(dialect => isFor(to, dialect) && !isFor(from, dialect))
}

/** A column whose default names a value that its enum loses goes before that, so it stands as it was before. */
function dropColumn({ renamed, settled, to, after, enums }: TableChange, column: Column, hints: HintIndex): Step {
  const old = losesEnumValue(column, after) ? memberOf(renamed, column.name) : column
  const hinted = hints.fill(nameText(to.name), column.name, true)
  const fill = hinted ?? (isBare(column) ? wayBackValue(column, settled, enums) : undefined)
  return { kind: 'drop column', table: to.name, column: old, ...(fill && { fill }) }
}

function alterColumn(
  { settled, to: table, enums }: TableChange,
  from: Column,
  to: Column,
  convert: ConvertHint | undefined,
  backfill: Value | undefined,
): AlterColumn {
  const retyped = !sameTypes(from.type, to.type)
  const fill = (from.nullable && !to.nullable) || comes(from, to) ? backfill : undefined
  const relaxed = to.nullable && !from.nullable && !from.generated
  const fillDown = relaxed || (isBare(from) && comes(to, from)) ? wayBackValue(from, settled, enums) : undefined
  return {
    kind: 'alter column',
    table: table.name,
    from,
    to,
    ...(retyped && convert && { convert: convert.convert }),
    ...(retyped && convert?.revert && { revert: convert.revert }),
    ...(fill && { fill }),
    ...(fillDown && { fillDown }),
  }
}

/**
 * A default that names an enum value can be set only while the value is there. When the old default goes away with
 * its value, the column first loses the default (before the enum changes), then gets the new one.
 */
function throughEnumChange(
  old: Column,
  from: Column,
  to: Column,
  after: Schema,
): readonly (readonly [Column, Column])[] {
  if (!losesEnumValue(from, after)) return [[from, to]]
  const { default: _default, ...bare } = from
  const away: readonly [Column, Column] = [old, bare]
  return sameColumn(bare, to) ? [away] : [away, [bare, to]]
}
