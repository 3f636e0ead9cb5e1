import type { DialectName, PerDialect } from '../dialect.ts'
import { type QName, withName } from '../name.ts'
import type { Type } from '../type.ts'

/** A range type; what Postgres assumes anyway is left out. Names of operator classes, collations and functions are as written. */
export interface RangeObject {
  readonly kind: 'range'
  readonly name: QName
  readonly subtype: PerDialect<Type>
  readonly opclass?: string
  readonly collation?: string
  readonly canonical?: string
  readonly diff?: string
  readonly multirange?: string
  readonly dependsOn?: readonly QName[]
  readonly comment?: string
  readonly only?: DialectName
}

/** The name of the multirange type that comes with a range; Postgres makes one from the range's (CREATE TYPE). */
export function multirangeOf({ name, multirange }: Pick<RangeObject, 'name' | 'multirange'>): QName {
  return withName(name, multirange ?? madeMultirange(name.name))
}

/** The name that Postgres gives to the multirange type of a range. */
export function madeMultirange(range: string): string {
  return range.includes('range') ? range.replace('range', 'multirange') : `${range}_multirange`
}
