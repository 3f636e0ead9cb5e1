import { type DialectName, forDialect } from '../dialect.ts'
import { nameText, type QName } from '../name.ts'
import type { Schema } from '../schema.ts'
import type { Type } from '../type.ts'
import type { CompositeObject } from './composite.ts'
import type { DbObject } from './db-object.ts'
import type { DomainObject } from './domain.ts'
import type { RangeObject } from './range.ts'

/** An object that is a type. */
export type TypeObject = DomainObject | CompositeObject | RangeObject

const KINDS = ['domain', 'composite', 'range'] as const

/** Whether an object is a type. */
export function isTypeObject(object: DbObject): object is TypeObject {
  return (KINDS as readonly string[]).includes(object.kind)
}

/** The domain, composite type or range of that name. */
export function typeObject({ objects }: Pick<Schema, 'objects'>, name: QName): TypeObject | undefined {
  if (objects.size === 0) return undefined
  const key = nameText(name)
  for (const kind of KINDS) {
    const found = objects.get(`${kind} ${key}`)
    if (found !== undefined) return found as TypeObject
  }
  return undefined
}

/** The domains that a type is made of, the outermost first. */
export function domainsOf(schema: Pick<Schema, 'objects'>, type: Type, dialect: DialectName): readonly DomainObject[] {
  const found: DomainObject[] = []
  for (let at: Type | undefined = type; at?.kind === 'enum'; ) {
    const object: TypeObject | undefined = typeObject(schema, at.name)
    if (object?.kind !== 'domain' || found.includes(object)) break
    found.push(object)
    at = forDialect(object.type, dialect)
  }
  return found
}

/** What a type is in the end: the base of a domain; a composite type or a range as a type of which nothing else is known. */
export function baseType(schema: Pick<Schema, 'objects'>, type: Type, dialect: DialectName): Type {
  if (schema.objects.size === 0) return type
  if (type.kind === 'array') return { kind: 'array', of: baseType(schema, type.of, dialect) }
  if (type.kind !== 'enum') return type
  const last = domainsOf(schema, type, dialect).at(-1)
  const base = last === undefined ? type : (forDialect(last.type, dialect) ?? type)
  if (base.kind === 'array') return baseType(schema, base, dialect)
  if (base.kind !== 'enum' || typeObject(schema, base.name) === undefined) return base
  return { kind: 'raw', sql: nameText(base.name) }
}
