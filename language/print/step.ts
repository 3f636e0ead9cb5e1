import { nameText, type QName, quoteName } from '../../compiler/schema/name.ts'
import type { Step, StepKind, StepOf } from '../../compiler/steps/step.ts'
import { writeAlter } from './alter.ts'
import { writeAlterColumn } from './alter-column.ts'
import { writeAlterEnum } from './alter-enum.ts'
import { writeColumnLine } from './column.ts'
import { writeConstraint } from './constraint.ts'
import { writeComposite } from './objects/composite.ts'
import { writeOther } from './objects/other.ts'
import { writeObject, writeObjectId } from './objects/write-object.ts'
import { documented, writeEnum, writeExtension, writeNamespace, writeTrigger, writeView } from './objects.ts'
import { writeSqlStep } from './sql-step.ts'
import { writeHead, writeTable } from './table.ts'
import { writeIndex } from './table-index.ts'
import { writeValue } from './value.ts'

/** A step as a revision writes it, on one line or several, without a line break at the end. Reading it gives the same step. */
export function printStep(step: Step): string {
  return (writers[step.kind] as (step: Step) => string)(step)
}

const unknownKey = () => undefined
const path = (table: QName, member: string) => `${nameText(table)}.${quoteName(member)}`
const renamed = (kind: string, from: string, to: string) => `rename ${kind} ${from} to ${to}`
const filled = (fill: Parameters<typeof writeValue>[0] | undefined) =>
  fill === undefined ? '' : ` backfill ${writeValue(fill, '')}`
const NAMED = { unnamed: false } as const

const writers: { readonly [K in StepKind]: (step: StepOf<K>) => string } = {
  'create schema': ({ schema }) => documented(schema, `create ${writeNamespace(schema)}`),
  'drop schema': ({ schema }) => documented(schema, `drop ${writeNamespace(schema)}`),
  'rename schema': ({ from, to }) => renamed('schema', quoteName(from), quoteName(to)),
  'alter schema': ({ from, to }) => writeAlter(from, to, writeNamespace),
  'create extension': ({ extension }) => documented(extension, `create ${writeExtension(extension)}`),
  'drop extension': ({ extension }) => documented(extension, `drop ${writeExtension(extension)}`),
  'alter extension': ({ from, to }) => writeAlter(from, to, writeExtension),
  'create enum': ({ enum: object }) => documented(object, `create ${writeEnum(object)}`),
  'drop enum': ({ enum: object }) => documented(object, `drop ${writeEnum(object)}`),
  'rename enum': ({ from, to }) => renamed('enum', nameText(from), nameText(to)),
  'alter enum': writeAlterEnum,
  'create table': ({ table }) => documented(table, `create ${writeTable({ ...table, comment: '' }, unknownKey)}`),
  'drop table': ({ table }) => documented(table, `drop ${writeTable({ ...table, comment: '' }, unknownKey)}`),
  'rename table': ({ from, to }) => renamed('table', nameText(from), nameText(to)),
  'alter table': ({ table, from, to }) =>
    writeAlter(from, to, head => [...writeHead(head)].join(' ') || 'plain', `table ${nameText(table)}: `),
  'add column': ({ table, column, fill }) =>
    documented(column, `add column ${nameText(table)}: ${writeColumnLine(column, '')}${filled(fill)}`),
  'drop column': ({ table, column, fill }) =>
    documented(column, `drop column ${nameText(table)}: ${writeColumnLine(column, '')}${filled(fill)}`),
  'rename column': ({ table, from, to }) => renamed('column', path(table, from), quoteName(to)),
  'alter column': writeAlterColumn,
  'add constraint': ({ table, constraint }) =>
    documented(constraint, `add constraint ${nameText(table)}: ${writeConstraint(constraint, NAMED, '')}`),
  'drop constraint': ({ table, constraint }) =>
    documented(constraint, `drop constraint ${nameText(table)}: ${writeConstraint(constraint, NAMED, '')}`),
  'rename constraint': ({ table, from, to }) => renamed('constraint', path(table, from), quoteName(to)),
  'alter constraint': ({ table, from, to }) =>
    writeAlter(from, to, one => writeConstraint(one, NAMED, ''), `constraint ${nameText(table)}: `),
  'add index': ({ table, index }) => documented(index, `add index ${nameText(table)}: ${writeIndex(index, false, '')}`),
  'drop index': ({ table, index }) =>
    documented(index, `drop index ${nameText(table)}: ${writeIndex(index, false, '')}`),
  'rename index': ({ table, from, to }) => renamed('index', path(table, from), quoteName(to)),
  'alter index': ({ table, from, to }) =>
    writeAlter(from, to, one => writeIndex(one, false, ''), `index ${nameText(table)}: `),
  'create view': ({ view }) => documented(view, `create ${writeView(view)}`),
  'drop view': ({ view }) => documented(view, `drop ${writeView(view)}`),
  'rename view': ({ from, to }) => renamed('view', nameText(from), nameText(to)),
  'alter view': ({ from, to }) => writeAlter(from, to, writeView),
  'create trigger': ({ trigger }) => documented(trigger, `create ${writeTrigger(trigger)}`),
  'drop trigger': ({ trigger }) => documented(trigger, `drop ${writeTrigger(trigger)}`),
  'rename trigger': ({ table, from, to }) => renamed('trigger', path(table, from), quoteName(to)),
  'alter trigger': ({ from, to }) => writeAlter(from, to, writeTrigger),
  'create object': ({ object }) => documented(object, `create ${writeObject(object)}`),
  'drop object': ({ object }) => documented(object, `drop ${writeObject(object)}`),
  'rename object': ({ from, to }) => renamed(from.kind, writeObjectId(from), writeObjectId(to)),
  'alter object': ({ from, to, renames, convert, revert }) =>
    writeAlter(from, to, one =>
      one === to && one.kind === 'object'
        ? writeOther(one, { ...(convert && { convert }), ...(revert && { revert }) })
        : one === to && one.kind === 'composite'
          ? writeComposite(one, renames)
          : writeObject(one),
    ),
  sql: writeSqlStep,
}
