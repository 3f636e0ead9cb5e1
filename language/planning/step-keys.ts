import { memberKey } from '../../compiler/hazards/member-key.ts'
import { nameText, quoteName } from '../../compiler/schema/name.ts'
import { keyOfId, objectKey } from '../../compiler/schema/objects/object-key.ts'
import { triggerKey } from '../../compiler/schema/schema.ts'
import type { Table } from '../../compiler/schema/table.ts'
import type { Step } from '../../compiler/steps/step.ts'

/** The keys of the objects that a step makes or changes, under the names that they have after it. */
export function stepKeys(step: Step): readonly string[] {
  switch (step.kind) {
    case 'create table':
      return [nameText(step.table.name), ...membersOf(step.table)]
    case 'alter table':
      return [nameText(step.table)]
    case 'rename table':
    case 'rename enum':
    case 'rename view':
      return [nameText(step.to)]
    case 'add column':
      return [memberKey(step.table, step.column.name)]
    case 'add constraint':
      return [memberKey(step.table, step.constraint.name)]
    case 'add index':
      return [memberKey(step.table, step.index.name)]
    case 'alter column':
    case 'alter constraint':
    case 'alter index':
      return [memberKey(step.table, step.to.name)]
    case 'rename column':
    case 'rename constraint':
    case 'rename index':
    case 'rename trigger':
      return [memberKey(step.table, step.to)]
    case 'create enum':
      return [nameText(step.enum.name)]
    case 'alter enum':
    case 'alter view':
      return [nameText(step.to.name)]
    case 'create view':
      return [nameText(step.view.name)]
    case 'create trigger':
      return [triggerKey(step.trigger)]
    case 'alter trigger':
      return [triggerKey(step.to)]
    case 'create schema':
      return [quoteName(step.schema.name)]
    case 'create extension':
      return [quoteName(step.extension.name)]
    case 'create object':
      return [objectKey(step.object)]
    case 'alter object':
      return [objectKey(step.to)]
    case 'rename object':
      return [keyOfId(step.to)]
    default:
      return []
  }
}

/** The key of the declaration that a step belongs to, under the name that it has after the step; of one that goes, its old key. */
export function stepOwner(step: Step): string | undefined {
  switch (step.kind) {
    case 'create schema':
    case 'drop schema':
      return quoteName(step.schema.name)
    case 'rename schema':
      return quoteName(step.to)
    case 'alter schema':
    case 'alter extension':
      return quoteName(step.to.name)
    case 'create extension':
    case 'drop extension':
      return quoteName(step.extension.name)
    case 'create enum':
    case 'drop enum':
      return nameText(step.enum.name)
    case 'alter enum':
    case 'alter view':
      return nameText(step.to.name)
    case 'rename enum':
    case 'rename table':
    case 'rename view':
      return nameText(step.to)
    case 'create table':
    case 'drop table':
      return nameText(step.table.name)
    case 'create view':
    case 'drop view':
      return nameText(step.view.name)
    case 'create trigger':
    case 'drop trigger':
      return triggerKey(step.trigger)
    case 'rename trigger':
      return memberKey(step.table, step.to)
    case 'alter trigger':
      return triggerKey(step.to)
    case 'create object':
    case 'drop object':
      return objectKey(step.object)
    case 'alter object':
      return objectKey(step.to)
    case 'rename object':
      return keyOfId(step.to)
    case 'sql':
      return undefined
    default:
      return nameText(step.table)
  }
}

function membersOf({ name, columns, constraints, indexes }: Table): readonly string[] {
  return [...columns, ...constraints, ...indexes].map(member => memberKey(name, member.name))
}
