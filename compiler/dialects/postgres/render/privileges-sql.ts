import { doBlock, quoteString } from '../quote.ts'

/** A view, a function or a type whose owner and privileges are put aside and given back. */
export interface KeptThing {
  readonly catalog: 'pg_class' | 'pg_proc' | 'pg_type'
  /** What `to_regclass` and the like find it by when it is dropped. */
  readonly found: string
}

/** What it is called when it is there again: as `alter` and as `grant … on` call it. */
export interface BackThing extends KeptThing {
  readonly alter: string
  readonly on: string
}

/** How each catalog calls an owner and a list of privileges, finds a name, and which default privileges there are (pg_default_acl). */
const CATALOGS = {
  pg_class: { prefix: 'rel', find: 'to_regclass', type: 'r' },
  pg_proc: { prefix: 'pro', find: 'to_regprocedure', type: 'f' },
  pg_type: { prefix: 'typ', find: 'to_regtype', type: 'T' },
} as const

/**
 * Writes the statements that give things their owners and privileges again into a setting of the session, whatever the schema
 * says of them. What the role that makes them anew gives away by itself (ALTER DEFAULT PRIVILEGES) is taken back before.
 */
export function puttingAside(setting: string, things: readonly BackThing[]): string {
  const rows = things.map(({ catalog, found, alter, on }, at) => {
    const { prefix, find, type } = CATALOGS[catalog]
    const columns = at === 0 ? AS_COLUMNS : ['', '', '', '', '', '', '']
    const values = [
      String(at),
      'oid',
      quoteString(alter),
      quoteString(on),
      `${prefix}owner`,
      `${prefix}acl`,
      `"char" '${type}'`,
    ]
    const list = values.map((value, place) => `${value}${columns[place]}`).join(', ')
    return `select ${list} from ${catalog} where oid = ${find}(${quoteString(found)})`
  })
  const hasColumns = things.some(({ catalog }) => catalog === 'pg_class')
  return doBlock(`begin
  perform set_config('${setting}', coalesce((
    with thing as (
      ${rows.join('\n      union all ')}
    ), me as (
      select oid from pg_roles where rolname = current_user
    ), line as (
      select place, 1 as step, format('alter %s owner to %s', called, owner::regrole) as sql
      from thing where owner <> (select oid from me)
      union all select place, 2, format('revoke all on %s from %s', target, ${ROLE})
      from thing, lateral (select acldefault(type, owner) union all select defaclacl from pg_default_acl
        where defaclrole = (select oid from me) and defaclobjtype = type) d (list), aclexplode(d.list) x
      where x.grantee <> owner
      union all select place, 3, format('grant %s on %s to %s%s', x.privilege_type, target, ${ROLE}, ${OPTION})
      from thing, aclexplode(coalesce(acl, acldefault(type, owner))) x
      where x.grantee <> owner${hasColumns ? ON_COLUMNS : ''}
    )
    select jsonb_agg(sql order by place, step, sql) from line), '[]')::text, false);
end`)
}

const ROLE = `case x.grantee when 0 then 'public' else x.grantee::regrole::text end`
const OPTION = `case when x.is_grantable then ' with grant option' else '' end`
const AS_COLUMNS = [' as place', '', ' as called', ' as target', ' as owner', ' as acl', ' as type']
const ON_COLUMNS = `
      union all select place, 4, format('grant %s (%I) on %s to %s%s', x.privilege_type, a.attname, target, ${ROLE}, ${OPTION})
      from thing join pg_attribute a on a.attrelid = thing.oid and type = 'r', aclexplode(a.attacl) x
      where x.grantee <> owner`

/** Runs what was put aside; a column that is gone has nothing to be granted on. */
export function givingBack(settings: readonly string[]): string {
  const lists = settings.map(setting => `current_setting('${setting}')::jsonb`).join(' || ')
  const empty = settings.map(setting => `  perform set_config('${setting}', '', false);`).join('\n')
  return doBlock(`declare
  line text;
begin
  for line in select jsonb_array_elements_text(${lists}) loop
    begin
      execute line;
    exception when undefined_column then
      null;
    end;
  end loop;
${empty}
end`)
}
