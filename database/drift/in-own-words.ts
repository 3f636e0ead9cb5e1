import type { Column } from '../../compiler/schema/column.ts'
import { nameText, type QName } from '../../compiler/schema/name.ts'
import { objectKey } from '../../compiler/schema/objects/object-key.ts'
import { type Schema, triggerKey } from '../../compiler/schema/schema.ts'
import { columnOf, constraintOf, indexOf, type Table } from '../../compiler/schema/table.ts'
import { sameDialectSql } from '../../compiler/sql/same.ts'
import { sameGenerated, sameTypes, sameValue } from '../../compiler/steps/same.ts'
import type { Step } from '../../compiler/steps/step.ts'

/**
 * A step that mends something, with what it makes in the words of the revisions instead of those of the server: `*` in the
 * server's words is the columns that are there now. What is the same already stays in the server's words.
 */
export function inOwnWords(step: Step, wanted: Schema): Step {
  switch (step.kind) {
    case 'add column':
      return { ...step, column: inTable(wanted, step.table, columnOf, step.column.name) ?? step.column }
    case 'alter column': {
      const own = inTable(wanted, step.table, columnOf, step.to.name)
      return own === undefined ? step : { ...step, to: mixedColumn(step.from, step.to, own) }
    }
    case 'add constraint':
      return { ...step, constraint: inTable(wanted, step.table, constraintOf, step.constraint.name) ?? step.constraint }
    case 'add index':
      return { ...step, index: inTable(wanted, step.table, indexOf, step.index.name) ?? step.index }
    case 'alter view': {
      const own = wanted.views.get(nameText(step.to.name))
      return own === undefined || sameDialectSql(step.from.sql, step.to.sql) ? step : { ...step, to: own }
    }
    case 'alter trigger': {
      const own = wanted.triggers.get(triggerKey(step.to))
      return own === undefined || sameDialectSql(step.from.sql, step.to.sql) ? step : { ...step, to: own }
    }
    case 'alter object': {
      const own = wanted.objects.get(objectKey(step.to))
      return own === undefined ? step : { ...step, to: own }
    }
    default:
      return step
  }
}

function inTable<T>(
  { tables }: Schema,
  name: QName,
  find: (table: Table, name: string) => T | undefined,
  member: string,
): T | undefined {
  const table = tables.get(nameText(name))
  return table && find(table, member)
}

function mixedColumn(from: Column, to: Column, own: Column): Column {
  const { default: _default, generated: _generated, collate: _collate, ...rest } = to
  const value = sameValue(from.default, to.default) ? to.default : own.default
  const generated = sameGenerated(from.generated, to.generated) ? to.generated : own.generated
  const collate = from.collate === to.collate ? to.collate : own.collate
  return {
    ...rest,
    type: sameTypes(from.type, to.type) ? to.type : own.type,
    ...(value && { default: value }),
    ...(generated && { generated }),
    ...(collate !== undefined && { collate }),
  }
}
