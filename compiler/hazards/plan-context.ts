import type { Column } from '../schema/column.ts'
import type { DialectName, PerDialect } from '../schema/dialect.ts'
import { DIALECTS, forDialect } from '../schema/dialect.ts'
import { nameText, type QName, quoteName } from '../schema/name.ts'
import type { Schema } from '../schema/schema.ts'
import type { Table } from '../schema/table.ts'
import type { Type } from '../schema/type.ts'
import type { Step } from '../steps/step.ts'

/** The hints that say that something is meant to go; `Hints` of the planning has this shape. */
export interface SaidDrops {
  readonly drops: readonly { readonly kind: string; readonly in?: string; readonly name: string }[]
  readonly moves: readonly { readonly in: string; readonly value: string; readonly to?: string }[]
  readonly fills?: readonly { readonly in: string; readonly column: string; readonly down?: true }[]
}

/** What hazards are looked for in. */
export interface Plan {
  readonly steps: readonly Step[]
  readonly before: Schema
  readonly after: Schema
  readonly hints: SaidDrops
  readonly targets: readonly DialectName[]
  /** The steps of the revisions before, the older first, as far as they are known: SQL by hand stands in no schema. */
  readonly past?: readonly Step[]
}

/** A column that holds values of an enum before the plan runs. */
export interface EnumUse {
  readonly table: Table
  readonly column: Column
}

/** A plan with what the rules ask of it, looked up once. */
export interface PlanContext extends Plan {
  /** Whether the plan itself creates the table, so that it has no rows. Names are those after the renames. */
  readonly tableIsNew: (table: QName) => boolean
  readonly columnIsNew: (table: QName, column: string) => boolean
  /** The columns that the plan adds to a table that is there, in the order of the steps. */
  readonly columnsAdded: (table: QName) => readonly Column[]
  readonly columnsDropped: (table: QName) => readonly Column[]
  /** The tables that the plan creates and drops. */
  readonly tablesCreated: readonly Table[]
  readonly tablesDropped: readonly Table[]
  /** Whether a `dropped` or `removed` line speaks of it. */
  readonly isSaid: (kind: string, name: string, within?: string) => boolean
  /** Whether `dropped NAME backfill V` says what rows get when the column comes back. */
  readonly isFilledBack: (table: string, column: string) => boolean
  /** The columns with rows that hold an enum. */
  readonly usesOf: (name: QName) => readonly EnumUse[]
  /** The table after the plan. */
  readonly tableOf: (name: QName) => Table | undefined
}

/** Looks a plan over once, so that every rule is linear. */
export function readPlan(plan: Plan): PlanContext {
  const { steps, after } = plan
  const created = new Map(
    steps.flatMap(step => (step.kind === 'create table' ? [[nameText(step.table.name), step.table]] : [])),
  )
  const added = byTable(steps, 'add column')
  const dropped = byTable(steps, 'drop column')
  const said = new Set(plan.hints.drops.map(drop => key(drop.kind, drop.name, drop.in)))
  for (const { kind, name, in: within } of plan.hints.drops) said.add(key(kind, name.replace(/^public\./, ''), within))
  for (const move of plan.hints.moves) said.add(key('enum value', move.value, move.in))
  const filled = plan.hints.fills?.filter(fill => fill.down).map(fill => key('column', fill.column, fill.in))
  const filledBack = new Set(filled)
  const tableIsNew = (table: QName) => created.has(nameText(table))
  const newColumns = new Set(
    [...added].flatMap(([table, columns]) => columns.map(column => key('column', column.name, table))),
  )
  const columnIsNew = (table: QName, column: string) =>
    tableIsNew(table) || newColumns.has(key('column', column, nameText(table)))
  let uses: ReadonlyMap<string, readonly EnumUse[]> | undefined
  return {
    ...plan,
    tableIsNew,
    columnIsNew,
    columnsAdded: table => (tableIsNew(table) ? [] : (added.get(nameText(table)) ?? [])),
    columnsDropped: table => dropped.get(nameText(table)) ?? [],
    tablesCreated: [...created.values()],
    tablesDropped: steps.flatMap(step => (step.kind === 'drop table' ? [step.table] : [])),
    isSaid: (kind, name, within) =>
      said.has(key(kind, name, within)) || (within !== undefined && said.has(key('any member', name, within))),
    isFilledBack: (table, column) => filledBack.has(key('column', column, table)),
    usesOf: name => {
      uses ??= enumUses(after, columnIsNew)
      return uses.get(nameText(name)) ?? []
    },
    tableOf: name => after.tables.get(nameText(name)),
  }
}

/** The name of the enum that a column holds, alone or in arrays. */
export function enumsOf(type: PerDialect<Type>): readonly string[] {
  return DIALECTS.flatMap(dialect => {
    let held = forDialect(type, dialect)
    while (held?.kind === 'array') held = held.of
    return held?.kind === 'enum' ? [nameText(held.name)] : []
  })
}

function enumUses(
  schema: Schema,
  isNew: (table: QName, column: string) => boolean,
): ReadonlyMap<string, readonly EnumUse[]> {
  const uses = new Map<string, EnumUse[]>()
  for (const table of schema.tables.values()) {
    for (const column of table.columns) {
      for (const name of new Set(enumsOf(column.type))) {
        if (isNew(table.name, column.name)) continue
        const list = uses.get(name)
        if (list === undefined) uses.set(name, [{ table, column }])
        else list.push({ table, column })
      }
    }
  }
  return uses
}

function byTable(steps: readonly Step[], kind: 'add column' | 'drop column'): Map<string, Column[]> {
  const found = new Map<string, Column[]>()
  for (const step of steps) {
    if (step.kind !== kind) continue
    const table = nameText(step.table)
    const list = found.get(table)
    if (list === undefined) found.set(table, [step.column])
    else list.push(step.column)
  }
  return found
}

function key(kind: string, name: string, within = ''): string {
  return `${kind} ${quoteName(within)} ${quoteName(name)}`
}
