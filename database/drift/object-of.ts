import { memberKey } from '../../compiler/hazards/member-key.ts'
import type { Constraint } from '../../compiler/schema/constraint.ts'
import { nameText, quoteName } from '../../compiler/schema/name.ts'
import type { DbObject } from '../../compiler/schema/objects/db-object.ts'
import { idOf, labelOf, objectKey } from '../../compiler/schema/objects/object-key.ts'
import { triggerKey } from '../../compiler/schema/schema.ts'
import type { Step } from '../../compiler/steps/step.ts'

/** What a step of a comparison is about. */
export interface StepObject {
  /** `Column`, `Foreign key` … */
  readonly word: string
  readonly key: string
  /** The key by which it is found in the schema files, where that is another: `function add(integer)`. */
  readonly place?: string
  /** The name alone. */
  readonly name: string
  /** Whether the step makes it, takes it away, or changes it. */
  readonly how: 'makes' | 'drops' | 'changes'
}

const KINDS: Readonly<Record<Constraint['kind'], string>> = {
  primary: 'Primary key',
  unique: 'Unique key',
  foreign: 'Foreign key',
  check: 'Check',
  exclude: 'Exclusion',
}

/** What a step is about, by the name that the object has in the revisions. */
export function objectOf(step: Step): StepObject | undefined {
  const made = (word: string, key: string, name: string, how: StepObject['how']) => ({ word, key, name, how })
  switch (step.kind) {
    case 'create schema':
    case 'drop schema':
      return made('Schema', quoteName(step.schema.name), step.schema.name, howOf(step))
    case 'alter schema':
      return made('Schema', quoteName(step.to.name), step.to.name, 'changes')
    case 'create extension':
    case 'drop extension':
      return made('Extension', quoteName(step.extension.name), step.extension.name, howOf(step))
    case 'alter extension':
      return made('Extension', quoteName(step.to.name), step.to.name, 'changes')
    case 'create enum':
    case 'drop enum':
      return made('Enum', nameText(step.enum.name), step.enum.name.name, howOf(step))
    case 'alter enum':
      return made('Enum', nameText(step.to.name), step.to.name.name, 'changes')
    case 'create table':
    case 'drop table':
      return made('Table', nameText(step.table.name), step.table.name.name, howOf(step))
    case 'alter table':
      return made('Table', nameText(step.table), step.table.name, 'changes')
    case 'add column':
    case 'drop column':
      return made('Column', memberKey(step.table, step.column.name), step.column.name, howOf(step))
    case 'alter column':
      return made('Column', memberKey(step.table, step.to.name), step.to.name, 'changes')
    case 'add constraint':
    case 'drop constraint': {
      const { name, kind } = step.constraint
      return made(KINDS[kind], memberKey(step.table, name), name, howOf(step))
    }
    case 'alter constraint':
      return made(KINDS[step.to.kind], memberKey(step.table, step.to.name), step.to.name, 'changes')
    case 'rename constraint':
      return made('Constraint', memberKey(step.table, step.to), step.to, 'changes')
    case 'add index':
    case 'drop index':
      return made('Index', memberKey(step.table, step.index.name), step.index.name, howOf(step))
    case 'alter index':
      return made('Index', memberKey(step.table, step.to.name), step.to.name, 'changes')
    case 'rename index':
      return made('Index', memberKey(step.table, step.to), step.to, 'changes')
    case 'create view':
    case 'drop view':
      return made('View', nameText(step.view.name), step.view.name.name, howOf(step))
    case 'alter view':
      return made('View', nameText(step.to.name), step.to.name.name, 'changes')
    case 'create trigger':
    case 'drop trigger':
      return made('Trigger', triggerKey(step.trigger), step.trigger.name, howOf(step))
    case 'alter trigger':
      return made('Trigger', triggerKey(step.to), step.to.name, 'changes')
    case 'create object':
    case 'drop object':
      return family(step.object, howOf(step))
    case 'alter object':
      return family(step.to, 'changes')
    default:
      return undefined
  }
}

function family(object: DbObject, how: StepObject['how']): StepObject {
  const { kind } = object
  const word = kind[0]!.toUpperCase() + kind.slice(1)
  return { word, key: labelOf(idOf(object)), place: objectKey(object), name: object.name.name, how }
}

function howOf({ kind }: Step): 'makes' | 'drops' {
  return kind.startsWith('drop ') ? 'drops' : 'makes'
}
