import { quoteName } from '../../../compiler/schema/name.ts'

/** The key of a member of a table, of a value of an enum, or of a field of a composite type. */
export function memberKey(owner: string, name: string): string {
  return `${owner}.${quoteName(name)}`
}
