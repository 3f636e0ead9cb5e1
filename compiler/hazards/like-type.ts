import type { Column } from '../schema/column.ts'
import { DIALECTS, forDialect } from '../schema/dialect.ts'
import { nameText } from '../schema/name.ts'
import type { Type } from '../schema/type.ts'
import { canonicalType, isNumber, isString } from '../schema/type-family.ts'

const FAMILIES: Readonly<Record<string, string>> = {
  date: 'moment',
  timestamp: 'moment',
  timestamptz: 'moment',
  time: 'time',
  timetz: 'time',
  json: 'json',
  jsonb: 'json',
  inet: 'address',
  cidr: 'address',
  bit: 'bits',
  varbit: 'bits',
}

/** What two columns must have in common for one to be the other renamed. */
export function familyOf(column: Pick<Column, 'type'>): string {
  const type = DIALECTS.map(dialect => forDialect(column.type, dialect)).find(one => one !== undefined)
  return type === undefined ? '' : family(canonicalType(type))
}

function family(type: Type): string {
  switch (type.kind) {
    case 'enum':
      return `enum ${nameText(type.name)}`
    case 'array':
      return `${family(type.of)}[]`
    case 'raw':
      return `raw ${type.sql.toLowerCase()}`
    case 'builtin':
      if (isString(type)) return 'text'
      return isNumber(type) ? 'number' : (FAMILIES[type.name] ?? type.name)
  }
}
