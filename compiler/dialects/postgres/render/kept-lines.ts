import type { BackThing, Unsaid } from './kept-thing.ts'

/** Who was granted something, as `grant … to` calls it. */
export const ROLE = `case x.grantee when 0 then 'public' else x.grantee::regrole::text end`
/** Whether it may be granted on. */
export const OPTION = `case when x.is_grantable then ' with grant option' else '' end`

/** What is put aside beside owners and privileges of the whole: what columns have, and what was said by hand. */
export function keptLines(things: readonly BackThing[]): string {
  const relations = placesOf(things, isRelation)
  const without = (what: Unsaid) => placesOf(things, ({ unsaid }) => unsaid.includes(what))
  return [
    relations && COLUMN_GRANTS,
    without('comment')?.(COMMENTS),
    placesOf(things, one => isRelation(one) && one.unsaid.includes('column comments'))?.(COLUMN_COMMENTS),
    without('index comments')?.(INDEX_COMMENTS),
    without('statistics')?.(STATISTICS),
    placesOf(things, one => isTable(one) || one.alter.startsWith('materialized '))?.(CLUSTERED),
    without('replica identity')?.(REPLICA_IDENTITY),
    without('publications')?.(PUBLICATIONS),
    without('row security')?.(ROW_SECURITY),
  ]
    .filter(line => line !== undefined)
    .map(line => `\n      union all ${line}`)
    .join('')
}

function isRelation({ catalog }: BackThing): boolean {
  return catalog === 'pg_class'
}

function isTable({ alter }: BackThing): boolean {
  return alter.startsWith('table ')
}

/** Limits a query to some of the things; undefined where it is about none of them. */
function placesOf(
  things: readonly BackThing[],
  isMeant: (thing: BackThing) => boolean,
): ((sql: string) => string) | undefined {
  const places = things.flatMap((thing, at) => (isMeant(thing) ? [at] : []))
  if (places.length === 0) return undefined
  if (places.length === things.length) return sql => sql
  return sql => `${sql}${/\bwhere\b/.test(sql) ? ' and' : '\n      where'} place in (${places.join(', ')})`
}

const COLUMN_GRANTS = `select place, 4, format('grant %s (%I) on %s to %s%s', x.privilege_type, a.attname, target, ${ROLE}, ${OPTION})
      from thing join pg_attribute a on a.attrelid = thing.oid and type = 'r', aclexplode(a.attacl) x`

const COMMENTS = `select place, 5, format('comment on %s is %L', called, d.description)
      from thing join pg_description d on d.objoid = thing.oid and d.classoid = catalog and d.objsubid = 0`

const COLUMN_COMMENTS = `select place, 5, format('comment on column %s.%I is %L', substr(target, 7), a.attname, d.description)
      from thing join pg_attribute a on a.attrelid = thing.oid and type = 'r'
        join pg_description d on d.objoid = thing.oid and d.classoid = catalog and d.objsubid = a.attnum`

const INDEX_COMMENTS = `select place, 5, format('comment on index %s is %L', x.indexrelid::regclass, d.description)
      from thing join pg_index x on x.indrelid = thing.oid
        join pg_description d on d.objoid = x.indexrelid and d.classoid = 'pg_class'::regclass`

const STATISTICS = `select place, 5, format('alter %s alter column %I %s', called, a.attname, s.what)
      from thing join pg_attribute a on a.attrelid = thing.oid and type = 'r' and a.attnum > 0, lateral (values
        ('set statistics ' || nullif(a.attstattarget, -1)), ('set (' || array_to_string(a.attoptions, ', ') || ')')) s (what)
      where s.what is not null`

const CLUSTERED = `select place, 5, format('alter %s cluster on %I', called, i.relname)
      from thing join pg_index x on x.indrelid = thing.oid and x.indisclustered join pg_class i on i.oid = x.indexrelid`

const REPLICA_IDENTITY = `select place, 5, format('alter %s replica identity %s', called, case c.relreplident when 'f' then 'full'
        when 'n' then 'nothing' else 'using index ' || (select quote_ident(i.relname)
          from pg_index x join pg_class i on i.oid = x.indexrelid where x.indrelid = c.oid and x.indisreplident) end)
      from thing join pg_class c on c.oid = thing.oid where c.relreplident <> 'd'`

/** From 15 on with columns and a condition, which pg_publication_tables shows as they are written. */
const PUBLICATIONS = `select place, 5, format('alter publication %I add %s', p.pubname, called)
        || coalesce((select ' (' || string_agg(quote_ident(one), ', ') || ')'
          from jsonb_array_elements_text(to_jsonb(t)->'attnames') one where to_jsonb(r)->>'prattrs' <> ''), '')
        || coalesce(' where (' || (to_jsonb(t)->>'rowfilter') || ')', '')
      from thing join pg_publication_rel r on r.prrelid = thing.oid join pg_publication p on p.oid = r.prpubid
        left join pg_publication_tables t on t.pubname = p.pubname and format('%I.%I', schemaname, tablename)::regclass = thing.oid
      where (coalesce(to_jsonb(r)->>'prqual', to_jsonb(r)->>'prattrs') is null or t.pubname is not null)`

const ROW_SECURITY = `select place, 5, format('alter %s %s row level security', called, s.what)
      from thing join pg_class c on c.oid = thing.oid, lateral (values
        (case when c.relrowsecurity then 'enable' end), (case when c.relforcerowsecurity then 'force' end)) s (what)
      where s.what is not null`
