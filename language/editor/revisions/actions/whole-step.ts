import { nameText, type QName } from '../../../../compiler/schema/name.ts'
import { type Schema, triggerKey } from '../../../../compiler/schema/schema.ts'
import { columnOf, constraintOf, headOf, indexOf, type Table } from '../../../../compiler/schema/table.ts'
import type { Step } from '../../../../compiler/steps/step.ts'
import type { WrittenDrop } from './written-drop.ts'

/** The step with what is really there as the value that it drops, or from which it alters; nothing where that is not there. */
export function wholeStep(step: Step, before: Schema): Step | undefined {
  switch (step.kind) {
    case 'drop table':
      return dropStep({ kind: 'table', name: step.table.name }, before)
    case 'drop enum':
      return dropStep({ kind: 'enum', name: step.enum.name }, before)
    case 'drop view':
      return dropStep({ kind: 'view', name: step.view.name }, before)
    case 'drop column': {
      const whole = dropStep({ kind: 'column', table: step.table, name: step.column.name }, before)
      return whole && { ...step, ...whole }
    }
    case 'drop constraint':
      return dropStep({ kind: 'constraint', table: step.table, name: step.constraint.name }, before)
    case 'drop index':
      return dropStep({ kind: 'index', table: step.table, name: step.index.name }, before)
    case 'drop trigger':
      return dropStep({ kind: 'trigger', table: step.trigger.table, name: step.trigger.name }, before)
    case 'alter enum':
      return from(step, before.enums.get(nameText(step.from.name)))
    case 'alter view':
      return from(step, before.views.get(nameText(step.from.name)))
    case 'alter trigger':
      return from(step, before.triggers.get(triggerKey(step.from)))
    case 'alter table':
      return from(step, inTable(before, step.table, headOf))
    case 'alter column':
      return from(
        step,
        inTable(before, step.table, table => columnOf(table, step.from.name)),
      )
    case 'alter constraint':
      return from(
        step,
        inTable(before, step.table, table => constraintOf(table, step.from.name)),
      )
    case 'alter index':
      return from(
        step,
        inTable(before, step.table, table => indexOf(table, step.from.name)),
      )
    default:
      return undefined
  }
}

/** The drop of what is there under a name; nothing where nothing is. */
export function dropStep(drop: WrittenDrop, before: Schema): Step | undefined {
  switch (drop.kind) {
    case 'table': {
      const table = before.tables.get(nameText(drop.name))
      return table && { kind: 'drop table', table }
    }
    case 'enum': {
      const found = before.enums.get(nameText(drop.name))
      return found && { kind: 'drop enum', enum: found }
    }
    case 'view': {
      const view = before.views.get(nameText(drop.name))
      return view && { kind: 'drop view', view }
    }
    case 'trigger': {
      const trigger = before.triggers.get(triggerKey(drop))
      return trigger && { kind: 'drop trigger', trigger }
    }
    case 'column': {
      const column = inTable(before, drop.table, table => columnOf(table, drop.name))
      return column && { kind: 'drop column', table: drop.table, column }
    }
    case 'constraint': {
      const constraint = inTable(before, drop.table, table => constraintOf(table, drop.name))
      return constraint && { kind: 'drop constraint', table: drop.table, constraint }
    }
    case 'index': {
      const index = inTable(before, drop.table, table => indexOf(table, drop.name))
      return index && { kind: 'drop index', table: drop.table, index }
    }
  }
}

function from<S extends Extract<Step, { readonly from: object }>>(
  step: S,
  there: S['from'] | undefined,
): S | undefined {
  return there && { ...step, from: there }
}

function inTable<T>({ tables }: Schema, name: QName, find: (table: Table) => T): T | undefined {
  const table = tables.get(nameText(name))
  return table && find(table)
}
