import { doBlock, quoteString } from '../quote.ts'
import { keptLines, OPTION, ROLE } from './kept-lines.ts'
import type { BackThing, KeptThing } from './kept-thing.ts'

/** How each catalog calls an owner and a list of privileges, finds a name, and which default privileges there are (pg_default_acl). */
const CATALOGS: Readonly<Record<KeptThing['catalog'], { prefix: string; find: string; type: string }>> = {
  pg_class: { prefix: 'rel', find: 'oid = to_regclass', type: 'r' },
  pg_proc: { prefix: 'pro', find: 'oid = to_regprocedure', type: 'f' },
  pg_type: { prefix: 'typ', find: 'oid = to_regtype', type: 'T' },
  pg_foreign_server: { prefix: 'srv', find: 'srvname = ', type: 'S' },
  pg_foreign_data_wrapper: { prefix: 'fdw', find: 'fdwname = ', type: 'F' },
  pg_language: { prefix: 'lan', find: 'lanname = ', type: 'l' },
}

/**
 * Writes the statements that give things their owners and privileges again into a setting of the session, whatever the schema
 * says of them, and what was said of them by hand. What the role that makes them anew gives away by itself (ALTER DEFAULT
 * PRIVILEGES) is taken back before.
 */
export function puttingAside(setting: string, things: readonly BackThing[]): string {
  const rows = things.map(({ catalog, found, alter, on }, at) => {
    const { prefix, find, type } = CATALOGS[catalog]
    const columns = at === 0 ? AS_COLUMNS : []
    const values = [
      String(at),
      'oid',
      'tableoid',
      quoteString(alter),
      quoteString(on),
      `${prefix}owner`,
      `${prefix}acl`,
      `"char" '${type}'`,
    ]
    const list = values.map((value, place) => `${value}${columns[place] ?? ''}`).join(', ')
    return `select ${list} from ${catalog} where ${find}${find.endsWith(' ') ? quoteString(found) : `(${quoteString(found)})`}`
  })
  return doBlock(`begin
  perform set_config('${setting}', coalesce((
    with thing as (
      ${rows.join('\n      union all ')}
    ), line as (
      select place, 1 as step, format('alter %s owner to %s', called, owner::regrole) as sql from thing
      union all select distinct place, 2, format('revoke all on %s from %s', target, ${ROLE})
      from thing, lateral (select acldefault(type, owner) union all select defaclacl from pg_default_acl
        where defaclrole = quote_ident(current_user)::regrole and defaclobjtype = type) d (list), aclexplode(d.list) x
      where x.grantee <> owner or acl is not null
      union all select place, 3, format('grant %s on %s to %s%s', x.privilege_type, target, ${ROLE}, ${OPTION})
      from thing, aclexplode(coalesce(acl, acldefault(type, owner))) x
      where x.grantee <> owner or acl is not null${keptLines(things)}
    )
    select jsonb_agg(sql order by place, step, sql) from line), '[]')::text, false);
end`)
}

const AS_COLUMNS = [' as place', '', ' as catalog', ' as called', ' as target', ' as owner', ' as acl', ' as type']

/** Runs what was put aside; a column or an index that is gone has nothing to be granted on or said of, and what is there already is there. */
export function givingBack(settings: readonly string[]): string {
  const lists = settings.map(setting => `current_setting('${setting}')::jsonb`).join(' || ')
  const empty = settings.map(setting => `  perform set_config('${setting}', '', false);`).join('\n')
  return doBlock(`declare
  line text;
begin
  for line in select jsonb_array_elements_text(${lists}) loop
    begin
      execute line;
    exception when undefined_table or undefined_column or undefined_object or duplicate_object then
      null;
    end;
  end loop;
${empty}
end`)
}
