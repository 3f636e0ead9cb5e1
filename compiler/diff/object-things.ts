import { forDialect } from '../schema/dialect.ts'
import type { AggregateObject } from '../schema/objects/aggregate.ts'
import type { DbObject } from '../schema/objects/db-object.ts'
import type { FunctionObject } from '../schema/objects/function.ts'
import { labelOf, type ObjectId } from '../schema/objects/object-key.ts'
import type { OtherObject } from '../schema/objects/other.ts'
import type { ProcedureObject } from '../schema/objects/procedure.ts'
import { inputTypes } from '../schema/objects/routine.ts'
import type { SequenceObject } from '../schema/objects/sequence.ts'
import { isParsedBody } from '../sql/routine/body-names.ts'
import { aggregateTakes } from '../steps/objects/aggregate.ts'
import { objectDefinition } from '../steps/objects/definitions.ts'
import type { UsedName } from '../steps/objects/names.ts'
import type { Needs } from './effects.ts'
import { indexTextNeeds, namedOther, typeNeeds, typeTextNeeds } from './table-needs.ts'
import {
  column,
  extension,
  keyOf,
  type Need,
  named,
  other,
  relation,
  schemaOf,
  type Thing,
  trigger,
  type,
  weakly,
} from './things.ts'

/** What an object of the family is to others. */
export function objectThings(object: DbObject): readonly Thing[] {
  if (object.kind === 'function' || object.kind === 'procedure') return routineThings(object)
  if (object.kind === 'aggregate') return aggregateThings(object)
  const things = objectDefinition(object)
    .provides(object as never)
    .flatMap(({ space, name }): readonly Thing[] => {
      if (space === 'routine') return [{ space, key: keyOf(name), word: name.name }]
      if (space === 'object') return [other(name)]
      return space === 'column' ? [] : [space === 'type' ? type(name) : relation(name)]
    })
  return things.length > 0 ? things : [trigger(object.name.name)]
}

/** The same of one that is only named. */
export function idThings(id: ObjectId): readonly Thing[] {
  const { name } = id
  if (id.kind === 'object') return [other(name), relation(name)]
  if (id.arguments === undefined) return [relation(name), type(name)]
  return [{ space: 'routine', key: keyOf(name), word: name.name }, signature(id)]
}

function routineThings({ kind, name, arguments: list }: FunctionObject | ProcedureObject): readonly Thing[] {
  const given = list.filter(one => one.mode !== 'out')
  const least = given.filter(one => one.default === undefined && one.mode !== 'variadic').length
  const most = given.some(one => one.mode === 'variadic')
    ? Number.POSITIVE_INFINITY
    : kind === 'procedure'
      ? list.length
      : given.length
  return [
    { space: 'routine', key: keyOf(name), word: name.name, takes: [least, most] },
    signature({ name, arguments: given.map(one => one.type) }),
  ]
}

function aggregateThings(aggregate: AggregateObject): readonly Thing[] {
  const { name } = aggregate
  return [
    { space: 'routine', key: keyOf(name), word: name.name, takes: aggregateTakes(aggregate) },
    signature({ name, arguments: inputTypes(aggregate) }),
  ]
}

/** Functions, procedures and aggregates share their names, each as often as the types of arguments differ. */
function signature(id: Omit<ObjectId, 'kind'>): Thing {
  return { space: 'signature', key: labelOf(id), word: id.name.name }
}

/** What an object of the family needs. */
export function objectNeeds(object: DbObject): Needs {
  const around: readonly Need[] = [...schemaOf(object.name), ...named(object.dependsOn)]
  const own = ownNeeds(object)
  return texts => [...around, ...own(texts)]
}

/** Where SQL in it shows more than names, such as how many arguments are given, that is read; else what the kind says. */
function ownNeeds(object: DbObject): Needs {
  switch (object.kind) {
    case 'function':
    case 'procedure':
      return routineNeeds(object)
    case 'sequence':
      return () => weakly(ownerNeeds(object))
    case 'materialized view':
      return texts => [
        ...texts.statement(object.sql, undefined, object.only),
        ...object.indexes.flatMap(index => indexTextNeeds(index, object.name, texts)),
      ]
    case 'domain':
      return texts => [
        ...typeNeeds(object.type),
        ...namedOther(object.collate),
        ...object.checks.flatMap(({ sql }) => texts.expression(sql, undefined, object.only)),
        ...(object.default?.kind === 'sql' ? texts.expression(object.default.sql, undefined, object.only) : []),
      ]
    case 'object':
      return () => weakly(otherNeeds(object))
    default:
      return () =>
        objectDefinition(object)
          .uses(object as never)
          .flatMap(usedNeeds)
  }
}

/** What an object needs once it is changed, or needed before. A sequence that goes to another owner must have left the old one before that goes. */
export function changedNeeds(object: DbObject): Needs {
  if (object.kind !== 'sequence') return objectNeeds(object)
  return texts => [...objectNeeds(object)(texts), ...ownerNeeds(object)]
}

/** A sequence that is new can get its owner later: the column may take its default from it. */
function ownerNeeds({ owner }: SequenceObject): readonly Need[] {
  return owner === undefined ? [] : [column(owner.table, owner.column)]
}

function routineNeeds(routine: FunctionObject | ProcedureObject): Needs {
  const { arguments: list, language, support, transform = [], sql } = routine
  const returns = routine.kind === 'function' ? routine.returns : undefined
  const isRead = isParsedBody(forDialect(sql, 'postgres') ?? '')
  const types = [...list.map(one => one.type), ...transform, ...(returns === undefined ? [] : [returns])]
  return texts => [
    ...types.flatMap(typeTextNeeds),
    ...list.flatMap(one => (one.default === undefined ? [] : texts.expression({ all: one.default }))),
    extension(language),
    ...(support === undefined ? [] : texts.expression({ all: `${support}(null)` })),
    // The manual, CREATE FUNCTION, and check_function_bodies: only a body in SQL is looked into when it is made.
    ...(language !== 'sql' ? texts.foreignBody(sql) : isRead ? texts.body(sql) : inBody(texts.body(sql))),
  ]
}

/** What a text of which little is known may name. */
function otherNeeds(object: OtherObject): readonly Need[] {
  return objectDefinition(object)
    .uses(object as never)
    .map(({ name }): Need => ({ space: 'any', key: keyOf(name) }))
}

function inBody(needs: readonly Need[]): readonly Need[] {
  return needs.map(need => ({ ...need, body: true }))
}

function usedNeeds({ space, name, soft, of, given }: UsedName): readonly Need[] {
  const weak = soft && { weak: soft }
  if (space === 'type') return [{ ...type(name), ...weak }]
  if (space !== 'column') return [{ space, key: keyOf(name), ...(given !== undefined && { given }), ...weak }]
  return of === undefined ? [] : [{ ...column(of, name.name), ...weak }]
}
