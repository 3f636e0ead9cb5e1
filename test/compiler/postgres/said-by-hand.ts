/** A schema with everything on which something can be granted, and that is made anew by a change. */
export const ANEW = `Everything that can be granted on, made anew.

== targets
postgres

== before
enum kind { a
b
c }
domain price = int
composite place { street int
town text }
range span = int
table t {
  id int primary
  n int
  kind kind default a
  price price
  place place
  span span
}
view v = \`select id, n from t\`
materialized view m = \`select id, n from t\` { unique index m_id (id) }
function f(a int) returns int language sql = \`select a\`
procedure tidy(a int) language sql = \`select a\`
aggregate total(int) sfunc int4pl stype int
object far {
  create \`create foreign data wrapper far; create server far_server foreign data wrapper far; create foreign table far_rows (a int, b text) server far_server\`
}
table p partition by range (id) {
  id int primary
  x text
}
partition p1 of p values from (0) to (10)

== after
enum kind { c
a
b }
domain price = bigint
composite place { street bigint
town text }
range span = bigint
table t {
  id int primary
  n bigint
  kind kind default a
  price price
  place place
  span span
}
view v = \`select id, n from t\`
materialized view m = \`select id, n from t\` { unique index m_id (id) }
function f(a int) returns bigint language sql = \`select a::bigint\`
procedure tidy(b int) language sql = \`select b\`
aggregate total(int) sfunc int4mul stype int
object far {
  create \`create foreign data wrapper far; create server far_server type 'x' foreign data wrapper far; create foreign table far_rows (a bigint, b text) server far_server\`
}
table p partition by hash (id) {
  id int primary
  x text
}
partition p1 of p values with (modulus 1, remainder 0)
`

const THINGS: Readonly<Record<string, readonly string[]>> = {
  type: ['kind', 'place', 'span'],
  domain: ['price'],
  function: ['f(int)', 'total(int)'],
  procedure: ['tidy(int)'],
  table: ['v', 'm', 'p', 'p1', 'far_rows'],
  'foreign server': ['far_server'],
  'foreign data wrapper': ['far'],
}
const CALLED: Readonly<Record<string, string>> = {
  v: 'view v',
  m: 'materialized view m',
  far_rows: 'foreign table far_rows',
  'total(int)': 'aggregate total(int)',
  far_server: 'server far_server',
}

/** What an administrator has done to each of them. */
export const HANDS: readonly string[] = Object.entries(THINGS).flatMap(([on, names]) =>
  names.flatMap(name => {
    const called = CALLED[name] ?? `${on} ${name}`
    const own = on === 'table' ? 'insert' : on === 'function' || on === 'procedure' ? 'execute' : 'usage'
    return [
      `grant all on ${on} ${name} to app with grant option`,
      `grant ${own} on ${on} ${name} to reader`,
      `revoke all on ${on} ${name} from public`,
      `comment on ${called} is 'of ${name} by hand'`,
      ...(on === 'foreign data wrapper' ? [] : [`alter ${called} owner to owner_of_views`]),
      `revoke ${own} on ${on} ${name} from ${on === 'foreign data wrapper' ? 'current_user' : 'owner_of_views'}`,
    ]
  }),
)

/** What else Postgres keeps of a relation that is said by hand. */
export const OF_RELATIONS = `
grant select (n), update (n) on v to reader;
comment on column v.n is 'of n by hand';
comment on column m.n is 'of n by hand';
comment on column p.x is 'of x by hand';
comment on index m_id is 'of m_id by hand';
comment on index p_pkey is 'of p_pkey by hand';
alter materialized view m cluster on m_id;
alter materialized view m alter column n set statistics 77;
alter table p1 cluster on p1_pkey;
alter table p1 alter column x set statistics 55, alter column x set (n_distinct = 5);
alter table p1 enable row level security, force row level security, replica identity using index p1_pkey;
create publication by_hand for table p1;
alter default privileges grant all on tables to stranger;
alter default privileges in schema public grant execute on functions to stranger;
alter default privileges grant usage on types to stranger`

/** The same from Postgres 15 on. */
export const OF_NEWER_RELATIONS = 'create publication some_rows for table p1 (id, x) where (id > 1)'

const acl = (list: string, type: string, owner: string) =>
  `(select string_agg(split_part(one::text, '/', 1), ' ' order by one::text) from unnest(coalesce(${list}, acldefault('${type}', ${owner}))) one)`

/** Everything of this that the catalogs show, without who granted it. */
export const SAID = `with c as (select c.* from pg_class c where relnamespace = 'public'::regnamespace)
select thing, what, value from (
  select relname::text as thing, 'privileges' as what, relowner::regrole || ': ' || ${acl('relacl', 'r', 'relowner')} as value from c where relkind in ('r', 'p', 'v', 'm', 'f')
  union all select proname, 'privileges', proowner::regrole || ': ' || ${acl('proacl', 'f', 'proowner')} from pg_proc where pronamespace = 'public'::regnamespace and proname !~ '^span'
  union all select typname, 'privileges', typowner::regrole || ': ' || ${acl('typacl', 'T', 'typowner')} from pg_type where typname in ('kind', 'price', 'place', 'span')
  union all select srvname, 'privileges', srvowner::regrole || ': ' || ${acl('srvacl', 'S', 'srvowner')} from pg_foreign_server
  union all select fdwname, 'privileges', fdwowner::regrole || ': ' || ${acl('fdwacl', 'F', 'fdwowner')} from pg_foreign_data_wrapper
  union all select relname || '.' || attname, 'privileges', ${acl('attacl', 'c', 'relowner')} from c join pg_attribute on attrelid = c.oid where attacl is not null
  union all select relname || '.' || attname, 'statistics', concat_ws(' ', nullif(attstattarget, -1), attoptions) from c join pg_attribute on attrelid = c.oid
    where (attstattarget > 0 or attoptions is not null)
  union all select coalesce(relname, proname, typname, srvname, fdwname)::text || ' ' || objsubid, 'comment', description from pg_description
    left join c on c.oid = objoid left join pg_proc p on p.oid = objoid left join pg_type t on t.oid = objoid
    left join pg_foreign_server s on s.oid = objoid left join pg_foreign_data_wrapper w on w.oid = objoid where description like '%by hand'
  union all select indexrelid::regclass::text, 'clustered', indisclustered || ' ' || indisreplident from pg_index join c on c.oid = indrelid
  union all select relname, 'flags', concat(relreplident, ' ', relrowsecurity, ' ', relforcerowsecurity) from c where relkind in ('r', 'p')
  union all select p.pubname, 'publishes', concat_ws(' ', prrelid::regclass, to_jsonb(r)->>'prattrs', to_jsonb(t)->>'rowfilter')
    from pg_publication_rel r join pg_publication p on p.oid = prpubid
      left join pg_publication_tables t on t.pubname = p.pubname and format('%I.%I', schemaname, tablename)::regclass = prrelid) x
order by 1, 2, 3`
