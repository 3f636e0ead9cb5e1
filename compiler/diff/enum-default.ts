import type { Column } from '../schema/column.ts'
import { DIALECTS, forDialect } from '../schema/dialect.ts'
import { nameText } from '../schema/name.ts'
import type { Schema } from '../schema/schema.ts'

/** Whether a column's default names a value that its enum, which stays, will no longer have. */
export function losesEnumValue(column: Column, after: Schema): boolean {
  const value = column.default
  if (value?.kind !== 'enum value') return false
  return DIALECTS.some(dialect => {
    const type = forDialect(column.type, dialect)
    const found = type?.kind === 'enum' ? after.enums.get(nameText(type.name)) : undefined
    return found !== undefined && !found.values.includes(value.value)
  })
}
