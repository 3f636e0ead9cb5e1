import { nameText, type QName, quoteName } from '../../schema/name.ts'
import { keyOfId, objectKey } from '../../schema/objects/object-key.ts'
import type { Step } from '../../steps/step.ts'

/** What a step changes: an object of the schema, and the member of it in question. */
export interface Touched {
  /** The key of a table, an enum, a view …; a trigger counts as a member of its table. */
  readonly object: string
  /** `users.phone`; left out when the whole object is meant. */
  readonly member?: string
}

/** What a step changes. Hand-written SQL changes nothing that a schema shows. */
export function touchedBy(step: Step): readonly Touched[] {
  switch (step.kind) {
    case 'create schema':
    case 'drop schema':
      return [{ object: quoteName(step.schema.name) }]
    case 'alter schema':
      return [{ object: quoteName(step.from.name) }]
    case 'rename schema':
      return [{ object: quoteName(step.from) }, { object: quoteName(step.to) }]
    case 'create extension':
    case 'drop extension':
      return [{ object: quoteName(step.extension.name) }]
    case 'alter extension':
      return [{ object: quoteName(step.from.name) }]
    case 'create enum':
    case 'drop enum':
      return [{ object: nameText(step.enum.name) }]
    case 'create table':
    case 'drop table':
      return [{ object: nameText(step.table.name) }]
    case 'create view':
    case 'drop view':
      return [{ object: nameText(step.view.name) }]
    case 'rename enum':
    case 'rename table':
    case 'rename view':
      return [{ object: nameText(step.from) }, { object: nameText(step.to) }]
    case 'alter enum':
    case 'alter view':
      return [{ object: nameText(step.from.name) }]
    case 'alter table':
      return [{ object: nameText(step.table) }]
    case 'add column':
    case 'drop column':
      return [memberOf(step.table, step.column.name)]
    case 'add constraint':
    case 'drop constraint':
      return [memberOf(step.table, step.constraint.name)]
    case 'add index':
    case 'drop index':
      return [memberOf(step.table, step.index.name)]
    case 'alter column':
    case 'alter constraint':
    case 'alter index':
      return [memberOf(step.table, step.from.name)]
    case 'rename column':
    case 'rename constraint':
    case 'rename index':
    case 'rename trigger':
      return [memberOf(step.table, step.from), memberOf(step.table, step.to)]
    case 'create trigger':
    case 'drop trigger':
      return [memberOf(step.trigger.table, step.trigger.name)]
    case 'alter trigger':
      return [memberOf(step.from.table, step.from.name)]
    case 'create object':
    case 'drop object':
      return [{ object: objectKey(step.object) }]
    case 'alter object':
      return [{ object: objectKey(step.from) }]
    case 'rename object':
      return [{ object: keyOfId(step.from) }, { object: keyOfId(step.to) }]
    case 'sql':
      return []
  }
}

/** The key of a member of a table: `users.phone`. */
export function memberKey(table: QName, member: string): string {
  return `${nameText(table)}.${quoteName(member)}`
}

function memberOf(table: QName, name: string): Touched {
  return { object: nameText(table), member: memberKey(table, name) }
}
