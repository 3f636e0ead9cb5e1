import { parentsOf } from '../schema/inheritance.ts'
import type { QName } from '../schema/name.ts'
import type { Extension } from '../schema/objects.ts'
import { REQUIRED } from '../schema/required-extensions.ts'
import type { Step, StepKind, StepOf } from '../steps/step.ts'
import { becomes, comes, type Effects, goes, type Needs } from './effects.ts'
import { changedNeeds, idThings, objectNeeds, objectThings } from './object-things.ts'
import { columnNeeds, constraintNeeds, indexNeeds, tableNeeds, valueNeeds } from './table-needs.ts'
import {
  column,
  extension,
  key,
  type Need,
  named,
  namespace,
  relation,
  schemaOf,
  type Thing,
  trigger,
  type,
} from './things.ts'

type View = StepOf<'create view'>['view']
const viewNeeds =
  ({ name, sql, only, dependsOn }: View): Needs =>
  texts => [...schemaOf(name), ...texts.statement(sql, undefined, only), ...named(dependsOn)]

type Trigger = StepOf<'create trigger'>['trigger']
const triggerNeeds =
  ({ table, sql, only, dependsOn }: Trigger): Needs =>
  texts => [relation(table), ...texts.statement(sql, table, only), ...named(dependsOn)]

type Adding = StepOf<'add column'> | StepOf<'drop column'>
const addedNeeds =
  ({ table, column: added }: Adding): Needs =>
  texts => [relation(table), ...columnNeeds(added, table, texts)]
const fillNeeds =
  ({ table, fill }: Adding): Needs =>
  texts =>
    valueNeeds(fill, table, texts)

/** An index has its name among the relations, and so has the key that it belongs to. */
const indexName = ({ schema }: QName, name: string): Thing =>
  relation(schema === undefined ? { name } : { schema, name })

type Constrained = StepOf<'add constraint'> | StepOf<'drop constraint'>
const keysOf = ({ table, constraint }: Constrained): readonly Thing[] =>
  constraint.kind === 'primary' || constraint.kind === 'unique'
    ? [key(table, constraint.columns), indexName(table, constraint.name)]
    : []
const constrained =
  ({ table, constraint }: Constrained): Needs =>
  texts =>
    constraintNeeds(constraint, table, texts)

type Indexed = StepOf<'add index'> | StepOf<'drop index'>
const indexKeysOf = ({ table, index }: Indexed): readonly Thing[] => {
  const named = indexName(table, index.name)
  return index.unique
    ? [
        key(
          table,
          index.keys.map(one => one.column ?? ''),
        ),
        named,
      ]
    : [named]
}
const indexed =
  ({ table, index }: Indexed): Needs =>
  texts =>
    indexNeeds(index, table, texts)

/** The schema that it goes into, what it is said to need, and what it is known to need. */
const extensionNeeds = ({ name, schema, dependsOn }: Extension): readonly Need[] => [
  ...(schema === undefined ? [] : [namespace(schema)]),
  ...named(dependsOn),
  ...(REQUIRED[name] ?? []).map(extension),
]

const EFFECTS: { readonly [K in StepKind]: (step: StepOf<K>) => Effects } = {
  'create schema': ({ schema }) => comes([namespace(schema.name)]),
  'drop schema': ({ schema }) => goes([namespace(schema.name)]),
  'rename schema': ({ from, to }) => becomes(namespace(from), namespace(to)),
  'alter schema': () => ({}),
  'create extension': ({ extension: one }) => comes([extension(one.name)], () => extensionNeeds(one)),
  'drop extension': ({ extension: one }) => goes([extension(one.name)], () => extensionNeeds(one)),
  'alter extension': ({ from, to }) => ({
    changes: [extension(to.name)],
    needs: () => extensionNeeds(to),
    needed: () => extensionNeeds(from),
  }),
  'create enum': ({ enum: { name } }) => comes([type(name)], () => schemaOf(name)),
  'drop enum': ({ enum: { name } }) => goes([type(name)], () => schemaOf(name)),
  'rename enum': ({ from, to }) => becomes(type(from), type(to), () => schemaOf(to)),
  'alter enum': ({ to }) => ({ readies: [type(to.name)] }),
  'create table': ({ table }) => comes([relation(table.name)], texts => tableNeeds(table, texts)),
  'drop table': ({ table }) => goes([relation(table.name)], texts => tableNeeds(table, texts)),
  'rename table': ({ from, to }) => becomes(relation(from), relation(to), () => schemaOf(to)),
  'alter table': ({ table, from, to }) => ({
    needs: () => [relation(table), ...parentsOf(to).map(relation)],
    needed: () => parentsOf(from).map(relation),
  }),
  'add column': step => ({
    ...comes([column(step.table, step.column.name)], addedNeeds(step)),
    ...(step.fill && { reads: fillNeeds(step) }),
  }),
  'drop column': step => ({
    ...goes([column(step.table, step.column.name)], addedNeeds(step)),
    ...(step.fill && { reads: fillNeeds(step) }),
  }),
  'rename column': ({ table, from, to }) => becomes(column(table, from), column(table, to)),
  'alter column': ({ table, from, to, convert, revert, fill, fillDown }) => ({
    changes: [column(table, to.name)],
    needs: texts => columnNeeds(to, table, texts),
    needed: texts => columnNeeds(from, table, texts),
    reads: texts => [
      ...texts.expression(convert, table),
      ...texts.expression(revert, table),
      ...valueNeeds(fill, table, texts),
      ...valueNeeds(fillDown, table, texts),
    ],
  }),
  'add constraint': step => ({ makes: keysOf(step), needs: constrained(step) }),
  'drop constraint': step => ({ removes: keysOf(step), needed: constrained(step) }),
  'rename constraint': () => ({}),
  'alter constraint': () => ({}),
  'add index': step => ({ makes: indexKeysOf(step), needs: indexed(step) }),
  'drop index': step => ({ removes: indexKeysOf(step), needed: indexed(step) }),
  'rename index': () => ({}),
  'alter index': () => ({}),
  'create view': ({ view }) => comes([relation(view.name)], viewNeeds(view)),
  'drop view': ({ view }) => goes([relation(view.name)], viewNeeds(view)),
  'rename view': ({ from, to }) => becomes(relation(from), relation(to), () => schemaOf(to)),
  'alter view': ({ from, to }) => ({ changes: [relation(to.name)], needs: viewNeeds(to), needed: viewNeeds(from) }),
  'create trigger': ({ trigger: one }) => comes([trigger(one.name)], triggerNeeds(one)),
  'drop trigger': ({ trigger: one }) => goes([trigger(one.name)], triggerNeeds(one)),
  'rename trigger': ({ from, to }) => becomes(trigger(from), trigger(to)),
  'alter trigger': ({ from, to }) => ({
    changes: [trigger(to.name)],
    needs: triggerNeeds(to),
    needed: triggerNeeds(from),
  }),
  'create object': ({ object }) => comes(objectThings(object), objectNeeds(object)),
  'drop object': ({ object }) => goes(objectThings(object), objectNeeds(object)),
  'rename object': ({ from, to }) => ({ removes: idThings(from), makes: idThings(to), needs: () => schemaOf(to.name) }),
  'alter object': ({ from, to }) => ({
    changes: objectThings(to),
    needs: changedNeeds(to),
    needed: changedNeeds(from),
  }),
  sql: () => ({}),
}

/** What a step does to the things of a database, and which it needs for that. */
export function effectsOf(step: Step): Effects {
  return (EFFECTS[step.kind] as (step: Step) => Effects)(step)
}
