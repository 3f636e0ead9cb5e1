import { parentsOf } from '../schema/inheritance.ts'
import { nameText, type QName } from '../schema/name.ts'
import type { DbObject, ObjectKind } from '../schema/objects/db-object.ts'
import type { Schema } from '../schema/schema.ts'
import type { Step, StepOf } from '../steps/step.ts'
import { losesEnumValue } from './enum-default.ts'
import { changesParents, joins } from './heirs.ts'
import { type OtherPlace, placeOf } from './other-places.ts'

/** The phases of a plan, each with the reason why it stands where it does. */
const PHASES = [
  'event triggers that go: what the plan does is none of their affair',
  'schemas and extensions that come: everything else may live in them',
  'triggers that go: they hang on tables and views',
  'views that go: they hang on columns',
  'partitions and heirs that leave their table: what was its is theirs from then on',
  'foreign keys that go: they hang on the keys of other tables',
  'indexes, checks and keys that go: they hang on columns',
  'defaults that name an enum value which goes',
  'enums that come or change: columns and defaults need them',
  'domains, composite types and ranges that come or change: columns need them',
  'sequences that come or change: defaults of columns take numbers from them',
  'tables that go because their names are taken by something new',
  'partitions whose bounds change: others may take their place',
  'tables that come, referenced ones first',
  'table options',
  'columns that come',
  'generated columns that come: they read other columns',
  'columns that change: a generated one may read a new column',
  'parameters of long values: a table without a long column has nowhere to keep them',
  'generated columns that go',
  'columns that go: whatever read them has changed or gone by now',
  'keys, checks and indexes that a table lacks which joins another',
  'partitions and heirs that join a table: their columns are as its by now',
  'keys that come: foreign keys need them',
  'checks and indexes that come',
  'foreign keys that come',
  'functions and procedures that come or change: they may read all of that, views and triggers call them',
  'views that come or change, what they read first',
  'triggers that come or change',
  'functions and procedures that go: nothing calls them any more',
  'tables that go: until now their rows could be read by a backfill',
  'sequences that go: no default takes numbers from them any more',
  'domains, composite types and ranges that go: no column holds them any more',
  'enums that go: no column holds them any more',
  'extensions that go, then schemas: nothing lives in them any more',
  'schemas that go',
  'event triggers that come: what the plan does is none of their affair',
] as const

type Phase = (typeof PHASES)[number]

const numbers = new Map(PHASES.map((reason, at) => [reason, at]))
const at = (reason: Phase): number => numbers.get(reason)!

const TYPES: readonly [comes: Phase, goes: Phase] = [
  'domains, composite types and ranges that come or change: columns need them',
  'domains, composite types and ranges that go: no column holds them any more',
]

/** Where objects of a kind come (and change), and where they go, unless what they use or what uses them asks for another place. */
const OBJECT_PHASES: { readonly [K in ObjectKind]: readonly [comes: Phase, goes: Phase] } = {
  function: [
    'functions and procedures that come or change: they may read all of that, views and triggers call them',
    'functions and procedures that go: nothing calls them any more',
  ],
  procedure: [
    'functions and procedures that come or change: they may read all of that, views and triggers call them',
    'functions and procedures that go: nothing calls them any more',
  ],
  aggregate: [
    'functions and procedures that come or change: they may read all of that, views and triggers call them',
    'functions and procedures that go: nothing calls them any more',
  ],
  sequence: [
    'sequences that come or change: defaults of columns take numbers from them',
    'sequences that go: no default takes numbers from them any more',
  ],
  domain: TYPES,
  composite: TYPES,
  range: TYPES,
  rule: ['triggers that come or change', 'triggers that go: they hang on tables and views'],
  object: TYPES,
  grant: ['triggers that come or change', 'triggers that go: they hang on tables and views'],
  policy: ['triggers that come or change', 'triggers that go: they hang on tables and views'],
  'materialized view': ['views that come or change, what they read first', 'views that go: they hang on columns'],
}

const OTHER_PHASES: { readonly [P in OtherPlace]: readonly [comes: Phase, goes: Phase] } = {
  types: TYPES,
  tables: [
    'tables that come, referenced ones first',
    'tables that go: until now their rows could be read by a backfill',
  ],
  indexes: ['checks and indexes that come', 'indexes, checks and keys that go: they hang on columns'],
  dependants: ['triggers that come or change', 'triggers that go: they hang on tables and views'],
  events: [
    'event triggers that come: what the plan does is none of their affair',
    'event triggers that go: what the plan does is none of their affair',
  ],
}

function phasesOf(object: DbObject): readonly [comes: Phase, goes: Phase] {
  return object.kind === 'object' ? OTHER_PHASES[placeOf(object)] : OBJECT_PHASES[object.kind]
}

/** The number of the phase that a step belongs to. `early` holds the tables that must go before anything comes. */
export function phaseOf(step: Step, after: Schema, early: ReadonlySet<string>): number {
  switch (step.kind) {
    case 'create schema':
    case 'alter schema':
    case 'rename schema':
    case 'create extension':
    case 'alter extension':
      return at('schemas and extensions that come: everything else may live in them')
    case 'drop trigger':
    case 'rename trigger':
      return at('triggers that go: they hang on tables and views')
    case 'drop view':
    case 'rename view':
      return at('views that go: they hang on columns')
    case 'drop constraint':
      return step.constraint.kind === 'foreign'
        ? at('foreign keys that go: they hang on the keys of other tables')
        : at('indexes, checks and keys that go: they hang on columns')
    case 'drop index':
    case 'rename index':
    case 'rename constraint':
      return at('indexes, checks and keys that go: they hang on columns')
    case 'create enum':
    case 'alter enum':
    case 'rename enum':
      return at('enums that come or change: columns and defaults need them')
    case 'create table':
    case 'rename table':
      return at('tables that come, referenced ones first')
    case 'alter table':
      if (joins(step)) return at('partitions and heirs that join a table: their columns are as its by now')
      if (!changesParents(step))
        return setsToast(step)
          ? at('parameters of long values: a table without a long column has nowhere to keep them')
          : at('table options')
      return step.from.partitionOf !== undefined && step.to.partitionOf !== undefined
        ? at('partitions whose bounds change: others may take their place')
        : at('partitions and heirs that leave their table: what was its is theirs from then on')
    case 'add column':
      return step.column.generated === undefined
        ? at('columns that come')
        : at('generated columns that come: they read other columns')
    case 'rename column':
      return at('columns that come')
    case 'alter column':
      return step.to.default === undefined && losesEnumValue(step.from, after)
        ? at('defaults that name an enum value which goes')
        : at('columns that change: a generated one may read a new column')
    case 'drop column':
      if (losesEnumValue(step.column, after)) return at('defaults that name an enum value which goes')
      return step.column.generated === undefined
        ? at('columns that go: whatever read them has changed or gone by now')
        : at('generated columns that go')
    case 'add constraint':
      if (isOfParent(step.table, step.constraint.name, after))
        return at('keys, checks and indexes that a table lacks which joins another')
      switch (step.constraint.kind) {
        case 'primary':
        case 'unique':
          return at('keys that come: foreign keys need them')
        case 'check':
        case 'exclude':
          return at('checks and indexes that come')
        case 'foreign':
          return at('foreign keys that come')
      }
      break
    case 'add index':
      if (isOfParent(step.table, step.index.name, after))
        return at('keys, checks and indexes that a table lacks which joins another')
      return at('checks and indexes that come')
    case 'alter constraint':
    case 'alter index':
      // A unique index can be the target of a foreign key (the manual, CREATE TABLE, REFERENCES).
      return at('checks and indexes that come')
    case 'create view':
    case 'alter view':
      return at('views that come or change, what they read first')
    case 'create trigger':
    case 'alter trigger':
      return at('triggers that come or change')
    case 'drop table':
      return early.has(nameText(step.table.name))
        ? at('tables that go because their names are taken by something new')
        : at('tables that go: until now their rows could be read by a backfill')
    case 'drop enum':
      return at('enums that go: no column holds them any more')
    case 'drop extension':
      return at('extensions that go, then schemas: nothing lives in them any more')
    case 'drop schema':
      return at('schemas that go')
    case 'create object':
      return at(phasesOf(step.object)[0])
    case 'alter object':
      return at(phasesOf(step.to)[0])
    case 'drop object':
      return at(phasesOf(step.object)[1])
    case 'rename object':
      return at(OBJECT_PHASES[step.to.kind][0])
    case 'sql':
      return PHASES.length
  }
}

/** Whether a member that a table gets is its parent's in the end. */
function isOfParent(table: QName, name: string, after: Schema): boolean {
  const found = after.tables.get(nameText(table))
  if (found === undefined || parentsOf(found).length === 0) return false
  return ![...found.constraints, ...found.indexes].some(one => one.name === name)
}

function setsToast({ from, to }: StepOf<'alter table'>): boolean {
  const had = new Set(from.with?.map(([name]) => name))
  return to.with?.some(([name]) => name.startsWith('toast.') && !had.has(name)) ?? false
}
