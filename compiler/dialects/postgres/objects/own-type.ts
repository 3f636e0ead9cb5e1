import { forDialect, type PerDialect } from '../../../schema/dialect.ts'
import type { TypeObject } from '../../../schema/objects/type-object.ts'
import type { Type } from '../../../schema/type.ts'
import type { Value } from '../../../schema/value.ts'

/** A domain, composite type or range with what Postgres sees of it under `all`; undefined where it has no type there. */
export function ownType<O extends TypeObject>(object: O): O | undefined {
  switch (object.kind) {
    case 'domain': {
      const type = ownTypes(object.type)
      const { default: _default, ...rest } = object
      const value = ownValue(object.default)
      const checks = object.checks.flatMap(({ sql, ...check }) => {
        const text = forDialect(sql, 'postgres')
        return text === undefined ? [] : [{ ...check, sql: { all: text } }]
      })
      return type && ({ ...rest, type, ...(value && { default: value }), checks } as unknown as O)
    }
    case 'composite': {
      const fields = object.fields.flatMap(field => {
        const type = ownTypes(field.type)
        return type === undefined ? [] : [{ ...field, type }]
      })
      return { ...object, fields }
    }
    case 'range': {
      const subtype = ownTypes(object.subtype)
      return subtype && { ...object, subtype }
    }
  }
}

function ownTypes(types: PerDialect<Type>): { readonly all: Type } | undefined {
  const type = forDialect(types, 'postgres')
  return type && { all: type }
}

function ownValue(value: Value | undefined): Value | undefined {
  if (value?.kind === 'null') return undefined
  if (value?.kind !== 'sql') return value
  const text = forDialect(value.sql, 'postgres')
  return text === undefined ? undefined : { kind: 'sql', sql: { all: text } }
}
