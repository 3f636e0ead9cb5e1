import { nameText, type QName, quoteName } from '../../../compiler/schema/name.ts'
import { type DbObject, OBJECT_KINDS } from '../../../compiler/schema/objects/db-object.ts'
import { idOf, labelOf } from '../../../compiler/schema/objects/object-key.ts'
import type { Enum } from '../../../compiler/schema/objects.ts'
import type { Table } from '../../../compiler/schema/table.ts'
import type { AlterEnum, Step, StepKind, StepOf } from '../../../compiler/steps/step.ts'
import type { Lives, LivingKind } from './life.ts'
import type { Moment } from './moment.ts'

/** Lets a step happen to the objects that are there. What merely follows a rename is told by `followNames`. */
export function liveStep(lives: Lives, step: Step, moment: Moment): void {
  const happen = happenings[step.kind] as (lives: Lives, step: Step, moment: Moment) => void
  happen(lives, step, moment)
}

const happenings: { readonly [K in StepKind]: (lives: Lives, step: StepOf<K>, moment: Moment) => void } = {
  'create schema': (lives, { schema }, moment) => lives.come('schema', quoteName(schema.name), moment),
  'drop schema': (lives, { schema }) => lives.go('schema', quoteName(schema.name)),
  'rename schema': (lives, { from, to }, moment) => renameSchema(lives, from, to, moment),
  'alter schema': (lives, { to }, moment) => lives.change('schema', quoteName(to.name), moment),
  'create extension': (lives, { extension }, moment) => lives.come('extension', quoteName(extension.name), moment),
  'drop extension': (lives, { extension }) => lives.go('extension', quoteName(extension.name)),
  'alter extension': (lives, { to }, moment) => lives.change('extension', quoteName(to.name), moment),
  'create enum': (lives, step, moment) => createEnum(lives, step.enum, moment),
  'drop enum': (lives, step) => lives.go('enum', nameText(step.enum.name)),
  'rename enum': (lives, { from, to }, moment) => rename(lives, 'enum', from, to, moment),
  'alter enum': alterEnum,
  'create table': (lives, { table }, moment) => createTable(lives, table, moment),
  'drop table': (lives, { table }) => lives.go('table', nameText(table.name)),
  'rename table': (lives, { from, to }, moment) => renameTable(lives, from, to, moment),
  'alter table': (lives, { table }, moment) => lives.change('table', nameText(table), moment),
  'add column': (lives, { table, column }, moment) => come(lives, table, 'column', column.name, moment),
  'drop column': (lives, { table, column }, moment) => go(lives, table, 'column', column.name, moment),
  'rename column': (lives, step, moment) => renameMember(lives, 'column', step, moment),
  'alter column': (lives, { table, to }, moment) => change(lives, table, 'column', to.name, moment),
  'add constraint': (lives, { table, constraint }, moment) => come(lives, table, 'constraint', constraint.name, moment),
  'drop constraint': (lives, { table, constraint }, moment) => go(lives, table, 'constraint', constraint.name, moment),
  'rename constraint': (lives, step, moment) => renameMember(lives, 'constraint', step, moment),
  'alter constraint': (lives, { table, to }, moment) => change(lives, table, 'constraint', to.name, moment),
  'add index': (lives, { table, index }, moment) => come(lives, table, 'index', index.name, moment),
  'drop index': (lives, { table, index }, moment) => go(lives, table, 'index', index.name, moment),
  'rename index': (lives, step, moment) => renameMember(lives, 'index', step, moment),
  'alter index': (lives, { table, to }, moment) => change(lives, table, 'index', to.name, moment),
  'create view': (lives, { view }, moment) => lives.come('view', nameText(view.name), moment),
  'drop view': (lives, { view }) => lives.go('view', nameText(view.name)),
  'rename view': (lives, { from, to }, moment) => rename(lives, 'view', from, to, moment),
  'alter view': (lives, { to }, moment) => lives.change('view', nameText(to.name), moment),
  'create trigger': (lives, { trigger }, moment) => come(lives, trigger.table, 'trigger', trigger.name, moment),
  'drop trigger': (lives, { trigger }, moment) => go(lives, trigger.table, 'trigger', trigger.name, moment),
  'rename trigger': (lives, step, moment) => renameMember(lives, 'trigger', step, moment),
  'alter trigger': (lives, { to }, moment) => change(lives, to.table, 'trigger', to.name, moment),
  'create object': (lives, { object }, moment) => createObject(lives, object, moment),
  'drop object': (lives, { object }) => lives.go(object.kind, labelOf(idOf(object))),
  'alter object': alterObject,
  'rename object': (lives, { from, to }, moment) =>
    lives.rename(to.kind, [{ from: labelOf(from), to: labelOf(to) }], moment),
  sql: () => undefined,
}

/** Policies and rules are called after their table. */
function renameTable(lives: Lives, from: QName, to: QName, moment: Moment): void {
  rename(lives, 'table', from, to, moment)
  const prefix = `${nameText(from)}.`
  for (const kind of ['policy', 'rule'] as const) {
    const inside = [...lives.all()].filter(([other, name]) => other === kind && name.startsWith(prefix))
    const pairs = inside.map(([, name]) => ({ from: name, to: `${nameText(to)}.${name.slice(prefix.length)}` }))
    lives.rename(kind, pairs, moment)
  }
}

function rename(lives: Lives, kind: LivingKind, from: QName, to: QName, moment: Moment): void {
  lives.rename(kind, [{ from: nameText(from), to: nameText(to) }], moment)
}

/** The members of a table or view; a change of one is a change of what holds it. */
function membersOf(lives: Lives, holder: QName, moment: Moment): Lives | undefined {
  const key = nameText(holder)
  const life = lives.of('table', key) ?? lives.of('view', key)
  if (life !== undefined) life.changed = moment
  return life?.members
}

function come(lives: Lives, holder: QName, kind: LivingKind, name: string, moment: Moment): void {
  membersOf(lives, holder, moment)?.come(kind, quoteName(name), moment)
}

function go(lives: Lives, holder: QName, kind: LivingKind, name: string, moment: Moment): void {
  membersOf(lives, holder, moment)?.go(kind, quoteName(name))
}

function change(lives: Lives, holder: QName, kind: LivingKind, name: string, moment: Moment): void {
  membersOf(lives, holder, moment)?.change(kind, quoteName(name), moment)
}

type MemberRename = { readonly table: QName; readonly from: string; readonly to: string }

function renameMember(lives: Lives, kind: LivingKind, { table, from, to }: MemberRename, moment: Moment): void {
  membersOf(lives, table, moment)?.rename(kind, [{ from: quoteName(from), to: quoteName(to) }], moment)
}

function createEnum(lives: Lives, { name, values }: Enum, moment: Moment): void {
  const { members } = lives.come('enum', nameText(name), moment)
  for (const value of values) members.come('enum value', quoteName(value), moment)
}

function createTable(lives: Lives, { name, columns, constraints, indexes }: Table, moment: Moment): void {
  const { members } = lives.come('table', nameText(name), moment)
  for (const column of columns) members.come('column', quoteName(column.name), moment)
  for (const constraint of constraints) members.come('constraint', quoteName(constraint.name), moment)
  for (const index of indexes) members.come('index', quoteName(index.name), moment)
}

function alterEnum(lives: Lives, { from, to, renames }: AlterEnum, moment: Moment): void {
  const life = lives.of('enum', nameText(to.name))
  if (life === undefined) return
  life.changed = moment
  const quoted = renames.map(pair => ({ from: quoteName(pair.from), to: quoteName(pair.to) }))
  const after = new Set(to.values.map(quoteName))
  const moved = new Set(quoted.map(pair => pair.from))
  for (const value of from.values.map(quoteName)) {
    if (!after.has(value) && !moved.has(value)) life.members.go('enum value', value)
  }
  life.members.rename('enum value', quoted, moment)
  for (const value of after) {
    if (life.members.of('enum value', value) === undefined) life.members.come('enum value', value, moment)
  }
}

function createObject(lives: Lives, object: DbObject, moment: Moment): void {
  const { members } = lives.come(object.kind, labelOf(idOf(object)), moment)
  for (const name of fieldsOf(object)) members.come('field', name, moment)
}

/** A field that is gone and one that is new are two. */
function alterObject(lives: Lives, { from, to, renames = [] }: StepOf<'alter object'>, moment: Moment): void {
  const label = labelOf(idOf(to))
  lives.change(to.kind, label, moment)
  const members = lives.of(to.kind, label)?.members
  const [before, after] = [fieldsOf(from), fieldsOf(to)]
  const quoted = renames.map(pair => ({ from: quoteName(pair.from), to: quoteName(pair.to) }))
  const moved = new Set(quoted.map(pair => pair.from))
  for (const name of before) if (!after.includes(name) && !moved.has(name)) members?.go('field', name)
  members?.rename('field', quoted, moment)
  for (const name of after) if (members?.of('field', name) === undefined) members?.come('field', name, moment)
}

function fieldsOf(object: DbObject): readonly string[] {
  return object.kind === 'composite' ? object.fields.map(field => quoteName(field.name)) : []
}

/** What lives in a schema is called by another name when the schema is. */
function renameSchema(lives: Lives, from: string, to: string, moment: Moment): void {
  lives.rename('schema', [{ from: quoteName(from), to: quoteName(to) }], moment)
  const prefix = `${quoteName(from)}.`
  for (const kind of ['enum', 'table', 'view', ...OBJECT_KINDS] as const) {
    const inside = [...lives.all()].filter(([other, name]) => other === kind && name.startsWith(prefix))
    const pairs = inside.map(([, name]) => ({ from: name, to: `${quoteName(to)}.${name.slice(prefix.length)}` }))
    lives.rename(kind, pairs, moment)
  }
}
