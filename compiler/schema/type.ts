import type { QName } from './name.ts'

/** The type of a column as `.mig` text names it, aliases and mixins resolved. */
export type Type = BuiltinType | EnumType | ArrayType | RawType

/** A portable type, or a Postgres type with a name of its own; `args` are lengths, precisions and scales. */
export interface BuiltinType {
  readonly kind: 'builtin'
  readonly name: string
  readonly args?: readonly number[]
}

/** A type that the schema declares: an enum, or a domain, composite type or range of the family of objects. */
export interface EnumType {
  readonly kind: 'enum'
  readonly name: QName
}

export interface ArrayType {
  readonly kind: 'array'
  readonly of: Type
}

/** A type in backticks: whatever the database knows, as written. */
export interface RawType {
  readonly kind: 'raw'
  readonly sql: string
}
