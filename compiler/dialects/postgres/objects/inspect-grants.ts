import {
  type GrantObject,
  type GrantTarget,
  grantLabel,
  type Privilege,
  plainPrivileges,
} from '../../../schema/objects/grant.ts'
import { plainTypeText } from '../../../sql/routine/plain-type.ts'
import type { Query, Row } from '../../dialect.ts'
import { notOfExtension, SCHEMA, USER_SCHEMA } from '../inspect/catalog-sql.ts'
import { flagOf, listOf, nameOf, optionalText, textOf } from '../inspect/row.ts'

/** What the owner may do is no grant, nor what everybody may do unless it is said otherwise (the manual, Privileges). */
const grantsSql = (schemas: string) => `with acl(on_kind, name, schema, types, "column", owner, list) as (
    select case c.relkind when 'S' then 'sequence' else 'table' end, c.relname, ${SCHEMA}, null::jsonb, null::name, c.relowner, c.relacl
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and c.relpersistence <> 't' and c.relname <> 'mig_revisions'
      and c.relacl is not null and ${schemas} and ${notOfExtension('pg_class', 'c.oid')}
    union all
    select 'table', c.relname, ${SCHEMA}, null, a.attname, c.relowner, a.attacl
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where a.attacl is not null and not a.attisdropped and c.relpersistence <> 't'
      and ${schemas} and ${notOfExtension('pg_class', 'c.oid')}
    union all
    select case p.prokind when 'p' then 'procedure' else 'function' end, p.proname, ${SCHEMA},
      coalesce((select jsonb_agg(format_type(t, null) order by place)
        from unnest(p.proargtypes::oid[]) with ordinality a(t, place)), '[]'), null, p.proowner, p.proacl
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.proacl is not null and ${schemas} and ${notOfExtension('pg_proc', 'p.oid')}
    union all
    select 'schema', n.nspname, null, null, null, n.nspowner, n.nspacl
    from pg_namespace n where n.nspacl is not null and ${schemas} and ${notOfExtension('pg_namespace', 'n.oid')}
    union all
    select 'type', t.typname, ${SCHEMA}, null, null, t.typowner, t.typacl
    from pg_type t join pg_namespace n on n.oid = t.typnamespace
    where t.typacl is not null and ${schemas} and ${notOfExtension('pg_type', 't.oid')}
    union all
    select 'language', l.lanname, null, null, null, l.lanowner, l.lanacl from pg_language l where l.lanacl is not null
    union all
    select 'foreign server', s.srvname, null, null, null, s.srvowner, s.srvacl from pg_foreign_server s where s.srvacl is not null
    union all
    select 'foreign data wrapper', w.fdwname, null, null, null, w.fdwowner, w.fdwacl
    from pg_foreign_data_wrapper w where w.fdwacl is not null
    union all
    select 'database', 'database', null, null, null, d.datdba, d.datacl
    from pg_database d where d.datacl is not null and d.datname = current_database())
  select acl.on_kind as "on", acl.name, acl.schema, acl.types, acl."column", lower(x.privilege_type) as privilege,
    x.is_grantable as grantable, coalesce(r.rolname, 'public') as role, false as revoked
  from acl cross join lateral aclexplode(acl.list) x left join pg_roles r on r.oid = x.grantee
  where x.grantee <> acl.owner and not (x.grantee = 0 and acl.on_kind in ('function', 'procedure', 'type', 'language'))
    and not (x.grantee = 0 and acl.on_kind = 'schema' and acl.name = 'public')
    and not (x.grantee = 0 and acl.on_kind = 'database' and x.privilege_type <> 'CREATE')
  union all
  select acl.on_kind, acl.name, acl.schema, acl.types, null, case when acl.on_kind in ('function', 'procedure') then 'execute' else 'usage' end,
    false, 'public', true
  from acl where acl.on_kind in ('function', 'procedure', 'type', 'language')
    and not exists (select from aclexplode(acl.list) x where x.grantee = 0)
  union all
  select acl.on_kind, acl.name, null, null, null, p.name, false, 'public', true
  from acl cross join (values ('connect'), ('temporary')) p (name) where acl.on_kind = 'database'
    and not exists (select from aclexplode(acl.list) x where x.grantee = 0 and lower(x.privilege_type) = p.name)
  order by 1, 3, 2, 4, 8, 6, 5`

/** What roles may do with the objects of others. */
export async function inspectGrants(query: Query, schemas = USER_SCHEMA): Promise<readonly GrantObject[]> {
  const grants = new Map<string, GrantObject>()
  for (const row of await query(grantsSql(schemas))) {
    const one = grantOf(row)
    const key = grantLabel(one)
    const known = grants.get(key)
    const privileges = plainPrivileges([...(known?.privileges ?? []), ...one.privileges])
    grants.set(key, { ...one, privileges })
  }
  return [...grants.values()]
}

function grantOf(row: Row): GrantObject {
  const on = textOf(row, 'on') as GrantTarget
  const column = optionalText(row, 'column')
  const privilege: Privilege = {
    name: textOf(row, 'privilege'),
    ...(column !== undefined && { columns: [column] }),
  }
  return {
    kind: 'grant',
    name: nameOf(row),
    on,
    ...((on === 'function' || on === 'procedure') && { types: listOf<string>(row, 'types').map(plainTypeText) }),
    role: textOf(row, 'role'),
    privileges: [privilege],
    ...(flagOf(row, 'revoked') && { revoked: true }),
    ...(flagOf(row, 'grantable') && { grantable: true }),
  }
}
