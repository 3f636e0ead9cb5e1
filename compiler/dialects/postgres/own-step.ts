import type { TableHead } from '../../schema/table.ts'
import {
  sameColumn,
  sameConstraint,
  sameEnum,
  sameExtension,
  sameHead,
  sameIndex,
  sameNamespace,
  sameTrigger,
} from '../../steps/same.ts'
import { sameView } from '../../steps/same-view.ts'
import type { AlterColumn, Step, StepKind, StepOf } from '../../steps/step.ts'
import { ownObject, sameHere } from './objects/own-object.ts'
import { own, ownColumn, ownConstraint, ownIndex, ownTable, ownTrigger, ownView } from './own.ts'

type Narrowed = { readonly [K in StepKind]: (step: StepOf<K>) => Step | undefined }

/**
 * What a step means to Postgres: the objects with the members and values that it holds. Undefined when it means nothing;
 * an alteration that only one side of which Postgres holds is an addition or a drop.
 */
export function ownStep(step: Step): Step | undefined {
  return (NARROWED[step.kind] as (step: Step) => Step | undefined)(step)
}

const NARROWED: Narrowed = {
  'create schema': step => map(own(step.schema), schema => ({ kind: 'create schema', schema })),
  'drop schema': step => map(own(step.schema), schema => ({ kind: 'drop schema', schema })),
  'rename schema': step => step,
  'alter schema': step =>
    sides(own(step.from), own(step.to), sameNamespace, {
      both: (from, to) => ({ kind: 'alter schema', from, to }),
      added: schema => ({ kind: 'create schema', schema }),
      gone: schema => ({ kind: 'drop schema', schema }),
    }),
  'create extension': step => map(own(step.extension), extension => ({ kind: 'create extension', extension })),
  'drop extension': step => map(own(step.extension), extension => ({ kind: 'drop extension', extension })),
  'alter extension': step =>
    sides(own(step.from), own(step.to), sameExtension, {
      both: (from, to) => ({ kind: 'alter extension', from, to }),
      added: extension => ({ kind: 'create extension', extension }),
      gone: extension => ({ kind: 'drop extension', extension }),
    }),
  'create enum': step => map(own(step.enum), object => ({ kind: 'create enum', enum: object })),
  'drop enum': step => map(own(step.enum), object => ({ kind: 'drop enum', enum: object })),
  'rename enum': step => step,
  'alter enum': step =>
    sides(own(step.from), own(step.to), (a, b) => sameEnum(a, b) && step.renames.length === 0, {
      both: (from, to) => ({ ...step, from, to }),
      added: object => ({ kind: 'create enum', enum: object }),
      gone: object => ({ kind: 'drop enum', enum: object }),
    }),
  'create table': step => map(ownTable(step.table), table => ({ ...step, table })),
  'drop table': step => map(ownTable(step.table), table => ({ ...step, table })),
  'rename table': step => step,
  'alter table': step => {
    const from = own(step.from)
    const to = own(step.to)
    return from && to && sameHead(ownHead(from), ownHead(to)) ? undefined : step
  },
  'add column': step => map(ownColumn(step.column), column => ({ ...step, column })),
  'drop column': step => map(ownColumn(step.column), column => ({ ...step, column })),
  'rename column': step => step,
  'alter column': alterColumn,
  'add constraint': step => map(ownConstraint(step.constraint), constraint => ({ ...step, constraint })),
  'drop constraint': step => map(ownConstraint(step.constraint), constraint => ({ ...step, constraint })),
  'rename constraint': step => step,
  'alter constraint': ({ table, ...step }) =>
    sides(ownConstraint(step.from), ownConstraint(step.to), sameConstraint, {
      both: (from, to) => ({ kind: 'alter constraint', table, from, to }),
      added: constraint => ({ kind: 'add constraint', table, constraint }),
      gone: constraint => ({ kind: 'drop constraint', table, constraint }),
    }),
  'add index': step => map(ownIndex(step.index), index => ({ ...step, index })),
  'drop index': step => map(ownIndex(step.index), index => ({ ...step, index })),
  'rename index': step => step,
  'alter index': ({ table, ...step }) =>
    sides(ownIndex(step.from), ownIndex(step.to), sameIndex, {
      both: (from, to) => ({ kind: 'alter index', table, from, to }),
      added: index => ({ kind: 'add index', table, index }),
      gone: index => ({ kind: 'drop index', table, index }),
    }),
  'create view': step => map(ownView(step.view), view => ({ kind: 'create view', view })),
  'drop view': step => map(ownView(step.view), view => ({ kind: 'drop view', view })),
  'rename view': step => step,
  'alter view': step =>
    sides(ownView(step.from), ownView(step.to), sameView, {
      both: (from, to) => ({ kind: 'alter view', from, to }),
      added: view => ({ kind: 'create view', view }),
      gone: view => ({ kind: 'drop view', view }),
    }),
  'create trigger': step => map(ownTrigger(step.trigger), trigger => ({ kind: 'create trigger', trigger })),
  'drop trigger': step => map(ownTrigger(step.trigger), trigger => ({ kind: 'drop trigger', trigger })),
  'rename trigger': step => step,
  'alter trigger': step =>
    sides(ownTrigger(step.from), ownTrigger(step.to), sameTrigger, {
      both: (from, to) => ({ kind: 'alter trigger', from, to }),
      added: trigger => ({ kind: 'create trigger', trigger }),
      gone: trigger => ({ kind: 'drop trigger', trigger }),
    }),
  'create object': step => map(ownObject(step.object), object => ({ kind: 'create object', object })),
  'drop object': step => map(ownObject(step.object), object => ({ kind: 'drop object', object })),
  'rename object': step => step,
  'alter object': step =>
    sides(ownObject(step.from), ownObject(step.to), sameHere, {
      both: (from, to) => ({ ...step, from, to }),
      added: object => ({ kind: 'create object', object }),
      gone: object => ({ kind: 'drop object', object }),
    }),
  sql: step => step,
}

function alterColumn(step: AlterColumn): Step | undefined {
  const { table, fill, fillDown } = step
  return sides(ownColumn(step.from), ownColumn(step.to), sameColumn, {
    both: (from, to) => ({ ...step, from, to }),
    added: column => ({ kind: 'add column', table, column, ...(fill && { fill }) }),
    gone: column => ({ kind: 'drop column', table, column, ...(fillDown && { fill: fillDown }) }),
  })
}

function ownHead({ strict: _strict, withoutRowid: _withoutRowid, only: _only, ...rest }: TableHead): TableHead {
  return rest
}

function map<T>(value: T | undefined, change: (value: T) => Step): Step | undefined {
  return value === undefined ? undefined : change(value)
}

interface Sides<T> {
  readonly both: (from: T, to: T) => Step
  readonly added: (to: T) => Step
  readonly gone: (from: T) => Step
}

function sides<T>(
  from: T | undefined,
  to: T | undefined,
  same: (a: T, b: T) => boolean,
  make: Sides<T>,
): Step | undefined {
  if (from === undefined) return to && make.added(to)
  if (to === undefined) return make.gone(from)
  return same(from, to) ? undefined : make.both(from, to)
}
