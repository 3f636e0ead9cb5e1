import { type GrantObject, isPlainTarget, type Privilege } from '../../../schema/objects/grant.ts'
import { grantUses } from '../../../steps/objects/grant.ts'
import { sameData } from '../../../steps/objects/same-data.ts'
import { doBlock, quoteIdentifier, quoteList, quoteQName, quoteString } from '../quote.ts'
import type { PostgresObject } from './definition.ts'
import { inspectGrants } from './inspect-grants.ts'
import { roleName } from './roles.ts'

/** Grants: what is granted twice is granted once, so one that was lost in part is made whole by making it again. */
export const grantObject: PostgresObject<'grant'> = {
  create: grant => [give(grant, grant.privileges)],
  drop: grant => take(grant, grant.privileges),
  change: (from, to) => {
    const without = (list: readonly Privilege[], others: readonly Privilege[]) =>
      list.flatMap(one =>
        restOf(
          one,
          others.find(other => isKin(one, other)),
        ),
      )
    const gone = without(from.privileges, to.privileges)
    const come = without(to.privileges, from.privileges)
    const widened = gone.some(one => one.columns === undefined && to.privileges.some(({ name }) => name === one.name))
    return [
      ...(gone.length === 0 ? [] : [take(from, gone)]),
      // Revoking a privilege on a table revokes it on each column, too (the manual, REVOKE).
      ...(come.length === 0 && !widened ? [] : [give(to, widened ? to.privileges : come)]),
    ]
  },
  rename: () => [],
  commentOn: grant => placeOf(grant),
  holds: () => [],
  goesWith: grantUses,
  project: grant => {
    const { on, role, name, revoked } = grant
    if (on === 'database' && role === 'public' && !revoked) return ofDatabase(grant)
    const isAssumed = role === 'public' && (ASSUMED.includes(on) || isPublic(on, name))
    return (revoked ? on === 'schema' : isAssumed) ? undefined : grant
  },
  inspect: inspectGrants,
}

/** What everybody may use, unless somebody has said otherwise (the manual, Privileges). */
const ASSUMED: readonly GrantObject['on'][] = ['function', 'procedure', 'type', 'language']

/** Everybody may connect to a database and make temporary tables in it, unless somebody has said otherwise (the manual, Privileges). */
function ofDatabase(grant: GrantObject): GrantObject | undefined {
  const privileges = grant.privileges.filter(({ name }) => name === 'create')
  return privileges.length === 0 ? undefined : { ...grant, privileges }
}

/** A revoke is a grant the other way round. */
function give(grant: GrantObject, privileges: readonly Privilege[]): string {
  return grant.revoked ? revokeOf(grant, privileges) : grantOf(grant, privileges)
}

function take(grant: GrantObject, privileges: readonly Privilege[]): string {
  if (!grant.revoked) return revokeOf(grant, privileges)
  const isCreate = grant.on === 'schema' && privileges.some(({ name }) => name === 'create')
  if (!isCreate) return grantOf(grant, privileges)
  // From Postgres 15 on nobody may create in `public` unless it is granted (release notes of 15).
  const older = `if current_setting('server_version_num')::int < 150000 then\n    ${grantOf(grant, privileges)};\n  end if;`
  return `do $$\nbegin\n  ${older}\nend\n$$`
}

/** Everybody may use the schema `public`, and run a function, unless somebody has said otherwise (the manual, Privileges). */
function isPublic(on: GrantObject['on'], { name }: GrantObject['name']): boolean {
  return on === 'schema' && name === 'public'
}

function isKin(a: Privilege, b: Privilege): boolean {
  return a.name === b.name && (a.columns === undefined) === (b.columns === undefined)
}

function restOf(one: Privilege, other: Privilege | undefined): readonly Privilege[] {
  if (other === undefined) return [one]
  if (sameData(one, other)) return []
  const columns = one.columns!.filter(column => !other.columns!.includes(column))
  return columns.length === 0 ? [] : [{ ...one, columns }]
}

function grantOf(grant: GrantObject, privileges: readonly Privilege[]): string {
  const more = grant.grantable ? ' with grant option' : ''
  return stated(grant, `grant ${listOf(privileges)} ${placeOf(grant)} to ${roleName(grant.role)}${more}`)
}

function revokeOf(grant: GrantObject, privileges: readonly Privilege[]): string {
  return stated(grant, `revoke ${listOf(privileges)} ${placeOf(grant)} from ${roleName(grant.role)}`)
}

/** A statement has no word for the database that it runs on. */
function stated({ on }: GrantObject, sql: string): string {
  if (on !== 'database') return sql
  const text = sql.replaceAll('%', '%%').replace(' on database ', ' on database %I ')
  return doBlock(`begin\n  execute format(${quoteString(text)}, current_database());\nend`)
}

function listOf(privileges: readonly Privilege[]): string {
  return privileges
    .map(({ name, columns }) => (columns === undefined ? name : `${name} (${quoteList(columns)})`))
    .join(', ')
}

function placeOf({ on, name, types }: GrantObject): string {
  if (on === 'database') return 'on database'
  if (isPlainTarget(on)) return `on ${on} ${quoteIdentifier(name.name)}`
  return `on ${on} ${quoteQName(name)}${types === undefined ? '' : `(${types.join(', ')})`}`
}
