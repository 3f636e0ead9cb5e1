import type { DialectName, Sql } from '../dialect.ts'
import type { QName } from '../name.ts'

/** Anything that the database knows and the language has no word for, by its own SQL. */
export interface OtherObject {
  readonly kind: 'object'
  readonly name: QName
  /** The statements that make it. */
  readonly create: Sql
  /** The statements that drop it; left out where they follow from those that make it. */
  readonly drop?: Sql
  readonly dependsOn?: readonly QName[]
  readonly comment?: string
  readonly only?: DialectName
}
