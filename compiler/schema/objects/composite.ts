import type { DialectName, PerDialect } from '../dialect.ts'
import type { QName } from '../name.ts'
import type { Type } from '../type.ts'

/** A field of a composite type, which Postgres calls an attribute. */
export interface Field {
  readonly name: string
  readonly type: PerDialect<Type>
  readonly collate?: string
  readonly comment?: string
}

/** A composite type. */
export interface CompositeObject {
  readonly kind: 'composite'
  readonly name: QName
  readonly fields: readonly Field[]
  readonly dependsOn?: readonly QName[]
  readonly comment?: string
  readonly only?: DialectName
}
