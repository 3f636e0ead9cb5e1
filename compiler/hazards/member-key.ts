import { nameText, type QName, quoteName } from '../schema/name.ts'

/** `users.phone`: how a hazard calls a member of a table. */
export function memberKey(table: QName, name: string): string {
  return `${nameText(table)}.${quoteName(name)}`
}
