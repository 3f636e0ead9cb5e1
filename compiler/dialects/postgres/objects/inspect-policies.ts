import type { PolicyObject } from '../../../schema/objects/policy.ts'
import type { Query } from '../../dialect.ts'
import { notOfExtension, SCHEMA, USER_SCHEMA } from '../inspect/catalog-sql.ts'
import { commentOf, flagOf, listOf, nameOf, optionalText, textOf } from '../inspect/row.ts'

const policiesSql = (schemas: string) => `select p.polname as name, c.relname as "table", ${SCHEMA} as schema,
    p.polpermissive as permissive, p.polcmd as command,
    (select jsonb_agg(r.rolname order by r.rolname) from unnest(p.polroles) role join pg_roles r on r.oid = role) as roles,
    pg_get_expr(p.polqual, p.polrelid, true) as "using", pg_get_expr(p.polwithcheck, p.polrelid, true) as "check",
    obj_description(p.oid, 'pg_policy') as comment
  from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
  where ${schemas} and ${notOfExtension('pg_class', 'c.oid')}
  order by n.nspname, c.relname, p.polname`

const COMMANDS: Readonly<Record<string, PolicyObject['command']>> = {
  r: 'select',
  a: 'insert',
  w: 'update',
  d: 'delete',
}

/** The policies of tables. */
export async function inspectPolicies(query: Query, schemas = USER_SCHEMA): Promise<readonly PolicyObject[]> {
  return (await query(policiesSql(schemas))).map(row => {
    const command = COMMANDS[textOf(row, 'command')]
    const roles = listOf<string>(row, 'roles')
    const [using, check] = [optionalText(row, 'using'), optionalText(row, 'check')]
    return {
      kind: 'policy',
      name: { name: textOf(row, 'name') },
      table: nameOf(row, 'table'),
      ...(!flagOf(row, 'permissive') && { restrictive: true }),
      ...(command && { command }),
      ...(roles.length > 0 && { roles: [...roles].sort() }),
      ...(using !== undefined && { using }),
      ...(check !== undefined && { check }),
      ...commentOf(row),
    }
  })
}
