import {
  type GrantObject,
  type GrantTarget,
  isPlainTarget,
  type Privilege,
  plainPrivileges,
} from '../../../compiler/schema/objects/grant.ts'
import { objectKey } from '../../../compiler/schema/objects/object-key.ts'
import { inputTypes } from '../../../compiler/schema/objects/routine.ts'
import type { GrantDeclaration } from '../../generated/ast.ts'
import { readName } from '../../literals/name-literal.ts'
import { type Context, commentOf } from '../context.ts'
import { memberParts } from './family-member.ts'
import { lowerArguments } from './routine.ts'

/** Reads `grant select, insert on orders to app` of a revision, where each role has a line of its own. */
export function lowerGrant(node: GrantDeclaration, context: Context): GrantObject {
  const [first, second] = lowerGrants(node, context)
  if (second !== undefined) {
    const message = 'A step is about one role.'
    context.report.error('MIG141', message, 'Write a step for each role.', { node, property: 'roles', index: 1 })
  }
  return first ?? grantTo('', node, context)
}

/** Reads a grant: one for each of its roles. */
export function lowerGrants(node: GrantDeclaration, context: Context): readonly GrantObject[] {
  checkPrivileges(node, context)
  const grants = [...new Set(node.roles ?? [])].map(role => grantTo(role, node, context))
  for (const grant of grants) context.sources.object(objectKey(grant), node, 'name')
  return grants
}

function grantTo(role: string, node: GrantDeclaration, context: Context): GrantObject {
  const on = targetOf(node)
  const isRoutine = on === 'function' || on === 'procedure'
  const { names } = context
  return {
    kind: 'grant',
    name: isPlainTarget(on) ? { name: readName(node.name ?? '').name } : names.qualify(node.name ?? ''),
    on,
    ...(isRoutine && { types: inputTypes({ arguments: lowerArguments(node.arguments, context) }) }),
    role,
    privileges: plainPrivileges(
      (node.privileges ?? []).flatMap(({ name, columns = [] }) => {
        const some = columns.length > 0 && { columns }
        return namesOf(name ?? '', on, columns.length > 0, node.revoked).map(
          (one): Privilege => ({ name: one, ...some }),
        )
      }),
    ),
    ...(node.revoked && { revoked: true }),
    ...(node.grantable && { grantable: true }),
    ...memberParts(node, context),
    ...commentOf(node, context),
  }
}

/** `on database` is the database that the migration runs on; a table of that name is `on table database`. */
function targetOf({ on, name }: GrantDeclaration): GrantTarget {
  if (on === undefined) return name === 'database' ? 'database' : 'table'
  return (on === 'domain' ? 'type' : on) as GrantTarget
}

/** `all` is what every version has: `maintain` is there from Postgres 17 on. */
function namesOf(word: string, on: GrantTarget, isOnColumns: boolean, revoked: boolean): readonly string[] {
  const name = word.toLowerCase()
  if (on === 'database' && name === 'temp') return ['temporary']
  if (name !== 'all') return [name]
  if (on === 'database' && revoked) return ['connect', 'temporary']
  return isOnColumns ? ON_COLUMNS : PRIVILEGES[on].filter(one => one !== 'maintain')
}

/** The privileges that there are on each kind (the manual, Privileges). */
const PRIVILEGES: Readonly<Record<GrantTarget, readonly string[]>> = {
  table: ['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger', 'maintain'],
  sequence: ['usage', 'select', 'update'],
  function: ['execute'],
  procedure: ['execute'],
  schema: ['usage', 'create'],
  type: ['usage'],
  language: ['usage'],
  'foreign server': ['usage'],
  'foreign data wrapper': ['usage'],
  database: ['connect', 'create', 'temporary'],
}

const ON_COLUMNS: readonly string[] = ['select', 'insert', 'update', 'references']

/** What Postgres lets everybody do unless it is revoked (the manual, Privileges). */
const TO_EVERYBODY: readonly GrantTarget[] = ['function', 'procedure', 'type', 'language', 'database']

function checkRevoke(node: GrantDeclaration, on: GrantTarget, report: Context['report']): void {
  if (!node.revoked) return
  if (node.grantable) {
    const remedy = 'Take it away.'
    report.error('MIG133', 'A revoke has no `with grant option`.', remedy, { node, property: 'grantable' })
  }
  const isPublic = on === 'schema' && node.name === 'public'
  const other = (node.roles ?? []).findIndex(role => role !== 'public')
  if (other >= 0) {
    const message = `Nothing is granted to \`${node.roles[other]}\` that is not said in a \`grant\`.`
    const remedy =
      'Leave the line out, and the `grant` that gives it: what is granted and not declared is shown by `mig check --database`.'
    report.error('MIG133', message, remedy, { node, property: 'roles', index: other })
  } else if (!TO_EVERYBODY.includes(on) && !isPublic) {
    const message = `Nobody may use a ${on} unless it is granted.`
    report.error('MIG133', message, 'Leave the line out.', { node, property: 'name' })
  }
}

function checkPrivileges(node: GrantDeclaration, { report }: Context): void {
  const on = targetOf(node)
  checkRevoke(node, on, report)
  for (const one of node.privileges ?? []) {
    if (one.name?.toLowerCase() === 'all') continue
    const isKnown = PRIVILEGES[on].includes(namesOf(one.name ?? '', on, false, false)[0]!)
    if (on === 'database' && node.revoked && one.name?.toLowerCase() === 'create') {
      const message = 'Nobody may make schemas in a database unless it is granted.'
      report.error('MIG133', message, 'Leave `create` out.', { node: one, property: 'name' })
    } else if (!isKnown) {
      const message = `There is no privilege \`${one.name}\` on a ${on}.`
      const list = PRIVILEGES[on].map(name => `\`${name}\``).join(', ')
      const other = on === 'database' ? ' A table of that name is `on table database`.' : ''
      report.error('MIG133', message, `There is ${list}.${other}`, { node: one, property: 'name' })
    } else if ((one.columns ?? []).length > 0 && (on !== 'table' || !ON_COLUMNS.includes(one.name.toLowerCase()))) {
      const message = `The privilege \`${one.name}\` is none on columns.`
      const remedy = 'Only `select`, `insert`, `update` and `references` can be limited to columns of a table.'
      report.error('MIG133', message, remedy, { node: one, property: 'columns' })
    }
  }
}
