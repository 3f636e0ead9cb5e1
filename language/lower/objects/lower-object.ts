import type { DbObject, ObjectKind, ObjectOf } from '../../../compiler/schema/objects/db-object.ts'
import type { ObjectDeclaration } from '../../generated/ast.ts'
import type { Context } from '../context.ts'
import { lowerAggregate } from './aggregate.ts'
import { lowerComposite } from './composite.ts'
import { lowerDomain } from './domain.ts'
import { lowerGrant } from './grant.ts'
import { lowerMaterializedView } from './materialized-view.ts'
import { lowerOther } from './other.ts'
import { lowerPolicy } from './policy.ts'
import { lowerRange } from './range.ts'
import { lowerFunction, lowerProcedure } from './routine.ts'
import { lowerRule } from './rule.ts'
import { lowerSequence } from './sequence.ts'

type Node<T extends ObjectDeclaration['$type']> = Extract<ObjectDeclaration, { readonly $type: T }>
type Lowerings = { readonly [T in ObjectDeclaration['$type']]: (node: Node<T>, context: Context) => DbObject }

const LOWERINGS: Lowerings = {
  FunctionDeclaration: lowerFunction,
  ProcedureDeclaration: lowerProcedure,
  AggregateDeclaration: lowerAggregate,
  SequenceDeclaration: lowerSequence,
  DomainDeclaration: lowerDomain,
  CompositeDeclaration: lowerComposite,
  RangeDeclaration: lowerRange,
  MaterializedViewDeclaration: lowerMaterializedView,
  PolicyDeclaration: lowerPolicy,
  RuleDeclaration: lowerRule,
  GrantDeclaration: lowerGrant,
  OtherDeclaration: lowerOther,
}

/** The kind of object that a declaration declares; one that is forgotten does not compile. */
const KINDS: { readonly [T in ObjectDeclaration['$type']]: ObjectKind } = {
  FunctionDeclaration: 'function',
  ProcedureDeclaration: 'procedure',
  AggregateDeclaration: 'aggregate',
  SequenceDeclaration: 'sequence',
  DomainDeclaration: 'domain',
  CompositeDeclaration: 'composite',
  RangeDeclaration: 'range',
  MaterializedViewDeclaration: 'materialized view',
  PolicyDeclaration: 'policy',
  RuleDeclaration: 'rule',
  GrantDeclaration: 'grant',
  OtherDeclaration: 'object',
}

/** Reads a declaration of the family of objects. */
export function lowerObject(node: ObjectDeclaration, context: Context): DbObject {
  return (LOWERINGS[node.$type] as (node: ObjectDeclaration, context: Context) => ObjectOf<ObjectKind>)(node, context)
}

/** Whether a declaration is one of the family. */
export function isObjectDeclaration(node: { readonly $type: string }): node is ObjectDeclaration {
  return Object.hasOwn(LOWERINGS, node.$type)
}

/** The kind of object that a declaration declares. */
export function kindOfDeclaration(node: ObjectDeclaration): ObjectKind {
  return KINDS[node.$type]
}
