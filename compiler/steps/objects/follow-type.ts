import { mapDialects, type PerDialect } from '../../schema/dialect.ts'
import type { QName } from '../../schema/name.ts'
import type { Type } from '../../schema/type.ts'
import { sqlName } from '../../sql/name-text.ts'
import { readNameText } from '../../sql/rename-object.ts'
import type { UsedName } from './names.ts'
import { typesInText } from './uses-of-sql.ts'

/** A type with the names in it edited. */
export function followType(type: Type, edit: (text: string) => string): Type {
  switch (type.kind) {
    case 'builtin':
      return type
    case 'array':
      return { kind: 'array', of: followType(type.of, edit) }
    case 'raw':
      return { kind: 'raw', sql: edit(type.sql) }
    case 'enum': {
      const text = sqlText(type.name)
      const next = edit(text)
      const name = next === text ? undefined : readNameText(next)
      return name === undefined ? type : { kind: 'enum', name }
    }
  }
}

function sqlText({ schema, name }: QName): string {
  return schema === undefined ? sqlName(name) : `${sqlName(schema)}.${sqlName(name)}`
}

/** The same in the types of all databases. */
export function followTypes(types: PerDialect<Type>, edit: (text: string) => string): PerDialect<Type> {
  return mapDialects(types, type => followType(type, edit))
}

/** The types that types of Postgres name. */
export function usesOfTypes({ all, postgres }: PerDialect<Type>): readonly UsedName[] {
  const type = postgres ?? all
  return type === undefined ? [] : usesOfType(type)
}

function usesOfType(type: Type): readonly UsedName[] {
  switch (type.kind) {
    case 'builtin':
      return []
    case 'array':
      return usesOfType(type.of)
    case 'raw':
      return typesInText(type.sql)
    case 'enum':
      return [{ space: 'type', name: type.name }]
  }
}
