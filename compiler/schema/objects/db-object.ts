import type { AggregateObject } from './aggregate.ts'
import type { CompositeObject } from './composite.ts'
import type { DomainObject } from './domain.ts'
import type { FunctionObject } from './function.ts'
import type { GrantObject } from './grant.ts'
import type { MaterializedView } from './materialized-view.ts'
import type { OtherObject } from './other.ts'
import type { PolicyObject } from './policy.ts'
import type { ProcedureObject } from './procedure.ts'
import type { RangeObject } from './range.ts'
import type { RuleObject } from './rule.ts'
import type { SequenceObject } from './sequence.ts'

/** The kinds of object of which a schema holds a family: one line here for a kind, and the rooms that lack it do not compile. */
export interface ObjectKinds {
  readonly function: FunctionObject
  readonly procedure: ProcedureObject
  readonly aggregate: AggregateObject
  readonly sequence: SequenceObject
  readonly domain: DomainObject
  readonly composite: CompositeObject
  readonly range: RangeObject
  readonly 'materialized view': MaterializedView
  readonly policy: PolicyObject
  readonly rule: RuleObject
  readonly grant: GrantObject
  readonly object: OtherObject
}

/** `function`, `sequence` … */
export type ObjectKind = keyof ObjectKinds

/** An object of a database beside schemas, extensions, enums, tables, views and triggers. */
export type DbObject = ObjectKinds[ObjectKind]

/** The object of one kind. */
export type ObjectOf<K extends ObjectKind> = ObjectKinds[K]

const KINDS: { readonly [K in ObjectKind]: true } = {
  function: true,
  procedure: true,
  aggregate: true,
  sequence: true,
  domain: true,
  composite: true,
  range: true,
  'materialized view': true,
  policy: true,
  rule: true,
  grant: true,
  object: true,
}

/** Every kind, in the order in which they are read from a database and printed. */
export const OBJECT_KINDS = Object.keys(KINDS) as readonly ObjectKind[]

/** Whether a word is a kind of object. */
export function isObjectKind(word: string): word is ObjectKind {
  return Object.hasOwn(KINDS, word)
}
