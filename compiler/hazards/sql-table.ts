import type { QName } from '../schema/name.ts'
import { sqlName } from '../sql/name-text.ts'

/** The name of a table in a query that a person may run in any database. */
export function sqlTable(name: QName): string {
  return name.schema === undefined ? sqlName(name.name) : `${sqlName(name.schema)}.${sqlName(name.name)}`
}
