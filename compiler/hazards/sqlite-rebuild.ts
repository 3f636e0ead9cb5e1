import type { Column } from '../schema/column.ts'
import { forDialect } from '../schema/dialect.ts'
import { nameText, type QName } from '../schema/name.ts'
import type { Table } from '../schema/table.ts'
import { sameConstraintDefinition, sameList, sameType, sameValue } from '../steps/same.ts'
import type { AddColumn, AlterColumn, Step } from '../steps/step.ts'
import type { PlanContext } from './plan-context.ts'

/** The tables that SQLite cannot change in place for a step: it copies them (lang_altertable.html). */
export function tablesRebuilt(step: Step, plan: PlanContext): readonly QName[] {
  switch (step.kind) {
    case 'alter table':
      return step.from.strict !== step.to.strict || step.from.withoutRowid !== step.to.withoutRowid ? [step.table] : []
    case 'add column':
      return canAdd(step, plan.tableOf(step.table)) ? [] : [step.table]
    case 'drop column':
      return canDrop(plan.tableOf(step.table)) ? [] : [step.table]
    case 'alter column':
      return isOtherInSqlite(step) ? [step.table] : []
    case 'add constraint':
    case 'drop constraint':
      return step.constraint.only === 'postgres' || isInline(step, plan) ? [] : [step.table]
    case 'alter constraint':
      return sameConstraintDefinition(step.from, step.to) ? [] : [step.table]
    case 'alter enum':
      return sameList(step.from.values, step.to.values) && step.renames.length === 0
        ? []
        : plan.usesOf(step.to.name).map(use => use.table.name)
    default:
      return []
  }
}

function canAdd({ column, fill }: AddColumn, table: Table | undefined): boolean {
  if (column.only === 'postgres') return true
  if (column.identity !== undefined || (fill !== undefined && !sameValue(fill, column.default))) return false
  if (column.generated !== undefined) return !column.generated.stored && column.nullable
  if (column.default === undefined) return column.nullable
  return column.default.kind !== 'sql' && column.default.kind !== 'call' && table?.strict === undefined
}

/** As the renderer has it: only tables with an INTEGER PRIMARY KEY and without generated columns. */
function canDrop(table: Table | undefined): boolean {
  const key = table?.constraints.find(constraint => constraint.kind === 'primary')
  if (table === undefined || key?.columns.length !== 1) return false
  const column = table.columns.find(one => one.name === key.columns[0])
  const type = column && forDialect(column.type, 'sqlite')
  const counts = type?.kind === 'builtin' && /^(smallint|int|bigint)$/.test(type.name)
  return counts && table.withoutRowid === undefined && !table.columns.some(one => one.generated !== undefined)
}

function isOtherInSqlite({ from, to }: AlterColumn): boolean {
  if (to.only === 'postgres') return false
  const one = forDialect(from.type, 'sqlite')
  const two = forDialect(to.type, 'sqlite')
  const retyped = one === undefined || two === undefined ? one !== two : !sameType(one, two)
  return retyped || isOtherwise(from, to)
}

function isOtherwise(from: Column, to: Column): boolean {
  return (
    from.nullable !== to.nullable ||
    from.collate !== to.collate ||
    !sameValue(from.default, to.default) ||
    JSON.stringify([from.identity, from.generated]) !== JSON.stringify([to.identity, to.generated])
  )
}

/** A foreign key or check that comes with its one new column needs no copy. */
function isInline(step: Step, plan: PlanContext): boolean {
  if (step.kind !== 'add constraint') return false
  const { constraint, table } = step
  if (constraint.kind === 'foreign')
    return constraint.columns.length === 1 && plan.columnIsNew(table, constraint.columns[0]!)
  return (
    constraint.kind === 'check' &&
    plan.columnsAdded(table).some(column => constraint.name === `${nameText(table)}_${column.name}_check`)
  )
}
