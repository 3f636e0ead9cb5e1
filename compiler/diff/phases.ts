import { nameText } from '../schema/name.ts'
import type { Schema } from '../schema/schema.ts'
import type { Step } from '../steps/step.ts'
import { losesEnumValue } from './enum-default.ts'

/** The phases of a plan, each with the reason why it stands where it does. */
const PHASES = [
  'schemas and extensions that come: everything else may live in them',
  'triggers that go: they hang on tables and views',
  'views that go: they hang on columns',
  'foreign keys that go: they hang on the keys of other tables',
  'indexes, checks and keys that go: they hang on columns',
  'defaults that name an enum value which goes',
  'enums that come or change: columns and defaults need them',
  'tables that go because their names are taken by something new',
  'tables that come, referenced ones first',
  'table options',
  'columns that come',
  'generated columns that come: they read other columns',
  'columns that change: a generated one may read a new column',
  'generated columns that go',
  'columns that go: whatever read them has changed or gone by now',
  'keys that come: foreign keys need them',
  'checks and indexes that come',
  'foreign keys that come',
  'views that come or change, what they read first',
  'triggers that come or change',
  'tables that go: until now their rows could be read by a backfill',
  'enums that go: no column holds them any more',
  'extensions that go, then schemas: nothing lives in them any more',
  'schemas that go',
] as const

const numbers = new Map(PHASES.map((reason, at) => [reason, at]))
const at = (reason: (typeof PHASES)[number]): number => numbers.get(reason)!

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
      return at('table options')
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
      switch (step.constraint.kind) {
        case 'primary':
        case 'unique':
          return at('keys that come: foreign keys need them')
        case 'check':
          return at('checks and indexes that come')
        case 'foreign':
          return at('foreign keys that come')
      }
      break
    case 'alter constraint':
    case 'add index':
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
    case 'sql':
      return PHASES.length
  }
}
