import { type GrantObject, grantPlace, type Privilege } from '../../compiler/schema/objects/grant.ts'
import { objectKey } from '../../compiler/schema/objects/object-key.ts'
import type { Check } from './check.ts'

/**
 * A privilege that a role is given twice, once with the grant option and once without: to Postgres it is one privilege (the manual,
 * Privileges), so that taking one away would take both.
 */
export const checkRepeatedGrants: Check = ({ schema, sources }, report) => {
  const grants = [...schema.objects.values()].filter(one => one.kind === 'grant' && !one.revoked) as GrantObject[]
  const grantable = new Map(grants.filter(one => one.grantable).map(one => [keyOf(one), one]))
  if (grantable.size === 0) return
  for (const grant of grants) {
    const other = grant.grantable ? undefined : grantable.get(keyOf(grant))
    const twice = grant.privileges.find(one => other?.privileges.some(also => isSame(one, also)))
    const place = sources.objects.get(objectKey(grant))
    if (twice === undefined || place === undefined) continue
    const message = `\`${twice.name}\` is granted \`${grantPlace(grant)}\` to \`${grant.role}\` with the grant option already.`
    report.error({ code: 'MIG123', message, remedy: 'Leave it out of this line.', place, data: { name: twice.name } })
  }
}

function keyOf(grant: GrantObject): string {
  return `${grantPlace(grant)}\n${grant.role}`
}

function isSame(one: Privilege, other: Privilege): boolean {
  if (one.name !== other.name || (one.columns === undefined) !== (other.columns === undefined)) return false
  return one.columns === undefined || one.columns.some(column => other.columns!.includes(column))
}
