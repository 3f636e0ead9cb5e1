import type { DialectName } from '../../../schema/dialect.ts'

/** Whether an object is meant for SQLite. */
export function isHere(object: { readonly only?: DialectName }): boolean {
  return object.only === undefined || object.only === 'sqlite'
}
