const MINE = (namespace: string) => `${namespace}::regnamespace::text !~ '^(pg_|information_schema)'`
const NOT_OF_AN_EXTENSION = (catalog: string, oid: string) =>
  `not exists (select from pg_depend d where d.classid = '${catalog}'::regclass and d.objid = ${oid} and d.deptype = 'e')`
const OWN = (catalog: string, alias: string, namespace: string) =>
  `${MINE(`${alias}.${namespace}`)} and ${NOT_OF_AN_EXTENSION(catalog, `${alias}.oid`)}`
const RELATION = OWN('pg_class', 'c', 'relnamespace')
/** Everything in a row of a catalog but what is a number of this database alone, or what only `analyze` writes. */
const ROW = (row: string, without: readonly string[]) =>
  `(to_jsonb(${row}) - array[${['oid', ...without].map(column => `'${column}'`).join(', ')}]::text[])::text`

/** A query for each catalog: `thing` is what it is called, `said` all that is said of it. */
export const CATALOG_QUERIES: Readonly<Record<string, string>> = {
  schema: `select nspname as thing, coalesce(nspacl::text, '') as said from pg_namespace where ${MINE('oid')}`,
  extension: `select extname as thing, extnamespace::regnamespace || ' ' || extversion as said from pg_extension`,
  relation: `select c.oid::regclass::text as thing, concat_ws(' | ', relkind, relpersistence, 'partition ' || relispartition,
      'row security ' || relrowsecurity || ' ' || relforcerowsecurity, 'identity ' || relreplident::text, (select string_agg(o, ', ' order by o) from unnest(reloptions) o),
      'tablespace ' || reltablespace, 'method ' || (select amname from pg_am a where a.oid = relam), 'acl ' || relacl::text,
      'key ' || pg_get_partkeydef(c.oid), pg_get_expr(relpartbound, c.oid),
      'of ' || nullif(reloftype, 0)::regtype::text) as said
    from pg_class c where ${RELATION}`,
  column: `select c.oid::regclass || '.' || attname as thing, concat_ws(' | ',
      (select count(*) from pg_attribute b where b.attrelid = c.oid and b.attnum > 0 and b.attnum <= a.attnum and not b.attisdropped),
      format_type(atttypid, atttypmod), case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid),
      'identity ' || nullif(attidentity::text, ''), 'generated ' || nullif(attgenerated::text, ''), 'dimensions ' || nullif(attndims, 0),
      'collation ' || nullif(attcollation, 0)::regcollation, 'storage ' || attstorage::text, 'compression ' || nullif(to_jsonb(a) ->> 'attcompression', ''),
      'statistics ' || coalesce(nullif(to_jsonb(a) ->> 'attstattarget', '-1'), ''), array_to_string(attoptions, ','), 'acl ' || attacl::text,
      'local ' || attislocal, 'inherited ' || attinhcount) as said
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where ${RELATION} and attnum > 0 and not attisdropped`,
  constraint: `select coalesce(nullif(n.conrelid, 0)::regclass::text, nullif(n.contypid, 0)::regtype::text) || '.' || conname as thing, concat_ws(' | ', contype,
      pg_get_constraintdef(n.oid), 'validated ' || convalidated, 'local ' || conislocal, 'inherited ' || coninhcount, 'no inherit ' || connoinherit,
      'deferrable ' || condeferrable || ' ' || condeferred,
      'of ' || (select p.conname from pg_constraint p where p.oid = n.conparentid)) as said
    from pg_constraint n where ${MINE('n.connamespace')}`,
  index: `select indexrelid::regclass::text as thing, concat_ws(' | ', pg_get_indexdef(indexrelid), 'valid ' || indisvalid, 'clustered ' || indisclustered,
      'identity ' || indisreplident, 'immediate ' || indimmediate) as said
    from pg_index join pg_class c on c.oid = indexrelid where ${RELATION}`,
  inheritance: `select inhrelid::regclass || ' of ' || inhparent::regclass as thing, inhseqno::text as said
    from pg_inherits join pg_class c on c.oid = inhrelid where ${RELATION}`,
  trigger: `select tgrelid::regclass || '.' || tgname as thing, concat_ws(' | ', pg_get_triggerdef(t.oid), 'enabled ' || tgenabled::text) as said
    from pg_trigger t join pg_class c on c.oid = tgrelid where ${RELATION} and not tgisinternal`,
  rule: `select ev_class::regclass || '.' || rulename as thing, concat_ws(' | ', pg_get_ruledef(r.oid), 'enabled ' || ev_enabled::text) as said
    from pg_rewrite r join pg_class c on c.oid = ev_class where ${RELATION} and rulename <> '_RETURN'`,
  query: `select c.oid::regclass::text as thing, pg_get_viewdef(c.oid) as said from pg_class c where ${RELATION} and relkind in ('v', 'm')`,
  routine: `select p.oid::regprocedure::text as thing, concat_ws(' | ', prokind, case when prokind <> 'a' then pg_get_functiondef(p.oid) end, 'acl ' || proacl::text) as said
    from pg_proc p where ${OWN('pg_proc', 'p', 'pronamespace')}`,
  aggregate: `select aggfnoid::regprocedure::text as thing, ${ROW('g', ['aggfnoid'])} as said
    from pg_aggregate g join pg_proc p on p.oid = aggfnoid where ${OWN('pg_proc', 'p', 'pronamespace')}`,
  type: `select t.oid::regtype::text as thing, concat_ws(' | ', typtype, 'of ' || format_type(nullif(typbasetype, 0), typtypmod),
      case when typnotnull then 'not null' end, 'default ' || typdefault, 'collation ' || nullif(typcollation, 0)::regcollation,
      (select string_agg(enumlabel, ', ' order by enumsortorder) from pg_enum where enumtypid = t.oid),
      (select concat_ws(' ', rngsubtype::regtype, rngcollation, (select opcname from pg_opclass where oid = rngsubopc), rngcanonical, rngsubdiff)
        from pg_range where rngtypid = t.oid), 'acl ' || typacl::text) as said
    from pg_type t where ${OWN('pg_type', 't', 'typnamespace')} and typelem = 0
      and not exists (select from pg_class c where c.oid = typrelid and relkind <> 'c')`,
  sequence: `select seqrelid::regclass::text as thing, concat_ws(' | ', seqtypid::regtype, seqstart, seqincrement, seqmin, seqmax, seqcache, seqcycle,
      (select 'owned by ' || refobjid::regclass || '.' || attname || ' ' || deptype::text from pg_depend
        join pg_attribute on attrelid = refobjid and attnum = refobjsubid
        where classid = 'pg_class'::regclass and objid = seqrelid and deptype in ('a', 'i'))) as said
    from pg_sequence join pg_class c on c.oid = seqrelid where ${RELATION}`,
  policy: `select polrelid::regclass || '.' || polname as thing, concat_ws(' | ', polcmd, 'permissive ' || polpermissive, polroles::regrole[]::text,
      pg_get_expr(polqual, polrelid), 'check ' || pg_get_expr(polwithcheck, polrelid)) as said
    from pg_policy p join pg_class c on c.oid = polrelid where ${RELATION}`,
  comment: `select type || ' ' || identity as thing, description as said
    from pg_description d, pg_identify_object(d.classoid, d.objoid, d.objsubid) where not coalesce(schema, '') ~ '^(pg_|information_schema)'
      and d.objoid >= 16384`,
  statistics: `select stxname::text as thing, pg_get_statisticsobjdef(s.oid) as said from pg_statistic_ext s where ${MINE('stxnamespace')}`,
  operator: `select o.oid::regoperator::text as thing, concat_ws(' ', oprcode, nullif(oprcom, 0)::regoperator, nullif(oprnegate, 0)::regoperator, oprrest, oprjoin, oprcanmerge, oprcanhash) as said
    from pg_operator o where ${OWN('pg_operator', 'o', 'oprnamespace')}`,
  cast: `select castsource::regtype || ' as ' || casttarget::regtype as thing, concat_ws(' ', nullif(castfunc, 0)::regprocedure, castcontext, castmethod) as said
    from pg_cast k where k.oid >= 16384 and ${NOT_OF_AN_EXTENSION('pg_cast', 'k.oid')}`,
  collation: `select l.oid::regcollation::text as thing, ${ROW('l', ['collname', 'collnamespace', 'collowner', 'collversion'])} as said
    from pg_collation l where ${OWN('pg_collation', 'l', 'collnamespace')}`,
  'text search': `select f.oid::regconfig::text as thing, (select string_agg(maptokentype::text || ' ' || mapdict::regdictionary, ', ' order by maptokentype, mapseqno)
      from pg_ts_config_map where mapcfg = f.oid) as said
    from pg_ts_config f where ${OWN('pg_ts_config', 'f', 'cfgnamespace')}`,
  'event trigger': `select evtname as thing, concat_ws(' ', evtevent, evtfoid::regprocedure, evtenabled, evttags::text) as said from pg_event_trigger`,
  publication: `select pubname as thing, ${ROW('p', ['pubowner'])} as said from pg_publication p`,
  'default privilege': `select defaclobjtype::text || ' in ' || defaclnamespace as thing, defaclacl::text as said from pg_default_acl`,
}
