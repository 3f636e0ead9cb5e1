import { nameText, type QName } from '../schema/name.ts'

/** An old name as it is written beside a new one: `public` is said where the new one is in another schema. */
export function oldName(old: QName, beside: QName): string {
  return nameText(old.schema === undefined && beside.schema !== undefined ? { schema: 'public', name: old.name } : old)
}
