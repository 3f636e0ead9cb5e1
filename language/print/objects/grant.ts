import { quoteName } from '../../../compiler/schema/name.ts'
import { type GrantObject, grantLabel } from '../../../compiler/schema/objects/grant.ts'
import { familyWords } from '../option-words.ts'

/** A grant. */
export function writeGrant(grant: GrantObject): string {
  const privileges = grant.privileges.map(({ name, columns }) =>
    columns === undefined ? name : `${name} (${columns.map(quoteName).join(', ')})`,
  )
  return [
    `${grant.revoked ? 'revoke' : 'grant'} ${privileges.join(', ')} ${grantLabel(grant)}`,
    ...familyWords(grant),
  ].join(' ')
}
