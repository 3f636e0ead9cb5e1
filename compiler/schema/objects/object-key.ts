import { nameText, type QName } from '../name.ts'
import type { DbObject, ObjectKind, ObjectOf } from './db-object.ts'
import { grantLabel } from './grant.ts'
import { inputTypes, type Routine } from './routine.ts'

/** What tells an object from all others of a schema. */
export interface ObjectId {
  readonly kind: ObjectKind
  readonly name: QName
  /** The table that it belongs to, for what has a name within a table only. */
  readonly table?: QName
  /** The types of the arguments, for what can be overloaded. */
  readonly arguments?: readonly string[]
  /** How it is called, for what has no name of its own. */
  readonly label?: string
}

type Ids = { readonly [K in ObjectKind]: (object: ObjectOf<K>) => Omit<ObjectId, 'kind'> }

const IDS: Ids = {
  function: routineId,
  procedure: routineId,
  aggregate: routineId,
  sequence: ({ name }) => ({ name }),
  domain: ({ name }) => ({ name }),
  composite: ({ name }) => ({ name }),
  range: ({ name }) => ({ name }),
  'materialized view': ({ name }) => ({ name }),
  policy: ({ name, table }) => ({ name, table }),
  rule: ({ name, table }) => ({ name, table }),
  object: ({ name }) => ({ name }),
  grant: grant => ({ name: grant.name, label: grantLabel(grant) }),
}

function routineId(routine: Pick<Routine, 'name' | 'arguments'>): Omit<ObjectId, 'kind'> {
  return { name: routine.name, arguments: inputTypes(routine) }
}

/** What tells an object from all others. */
export function idOf(object: DbObject): ObjectId {
  return { kind: object.kind, ...(IDS[object.kind] as (object: DbObject) => Omit<ObjectId, 'kind'>)(object) }
}

/** How an object is called among those of its kind: `add(integer, integer)`, `order_numbers`. */
export function labelOf({ name, table, arguments: types, label }: Omit<ObjectId, 'kind'>): string {
  if (label !== undefined) return label
  const path = table === undefined ? nameText(name) : `${nameText(table)}.${nameText(name)}`
  return types === undefined ? path : `${path}(${types.join(', ')})`
}

/** The key by which a schema holds what has that id: `function add(integer, integer)`. */
export function keyOfId(id: ObjectId): string {
  return `${id.kind} ${labelOf(id)}`
}

/** The key by which a schema holds an object. */
export function objectKey(object: DbObject): string {
  return keyOfId(idOf(object))
}
