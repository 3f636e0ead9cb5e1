import { BUILTIN_TYPES } from '../../compiler/schema/builtin-types.ts'
import type { PerDialect } from '../../compiler/schema/dialect.ts'
import { nameText } from '../../compiler/schema/name.ts'
import type { Type } from '../../compiler/schema/type.ts'
import { writeSqlText } from '../literals/sql-literal.ts'
import { DIALECT_WORDS } from './name.ts'
import { parts } from './parts.ts'

/** The type of a column: one, or a spelling per database. */
export function writeTypes(type: PerDialect<Type>, indent: string): string {
  return parts(type)
    .map(([dialect, one]) => (dialect === undefined ? '' : `${dialect} `) + writeType(one, indent))
    .join(', ')
}

function writeType(type: Type, indent: string): string {
  switch (type.kind) {
    case 'builtin':
      return type.args === undefined || type.args.length === 0 ? type.name : `${type.name}(${type.args.join(', ')})`
    case 'enum': {
      const { schema, name } = type.name
      const isTaken = schema === undefined && (BUILTIN_TYPES.has(name) || DIALECT_WORDS.has(name))
      return isTaken ? `"${name}"` : nameText(type.name)
    }
    case 'array':
      return `${writeType(type.of, indent)}[]`
    case 'raw':
      return writeSqlText(type.sql, indent)
  }
}
