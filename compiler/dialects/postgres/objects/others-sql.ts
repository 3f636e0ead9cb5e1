import { notOfExtension, SCHEMA } from '../inspect/catalog-sql.ts'

/** Stands for the name of a thing in the statements that are read for it. */
export const OWN_NAME = '\u0001'

const ME = 'chr(1)'
/** The first number of what is not there in every database (the manual, Object Identifier Types: FirstNormalObjectId). */
const BY_USERS = 16384

/** Null where a function is none. */
const routine = (oid: string) => `nullif(${oid}::regproc::text, '-')`
const options = (list: string) =>
  `coalesce(' options (' || (select string_agg(quote_ident(option_name) || ' ' || quote_literal(option_value), ', ' order by option_name)
    from pg_options_to_table(${list})) || ')', '')`
const seen = (name: string, namespace: string, visible: string) =>
  `(select case when ${visible} then '' else quote_ident(v.nspname) || '.' end || quote_ident(${name})
    from pg_namespace v where v.oid = ${namespace})`
const operatorName = (oid: string) => `(select case when pg_operator_is_visible(p.oid) then p.oprname
    else 'operator(' || quote_ident(q.nspname) || '.' || p.oprname || ')' end
    from pg_operator p join pg_namespace q on q.oid = p.oprnamespace where p.oid = ${oid})`

/** One kind of thing: what it is called, where its catalog is, and the statements that make one. */
interface Source {
  readonly what: string
  readonly catalog: string
  readonly alias: string
  /** Left out for what stands in no schema. */
  readonly namespace?: string
  /** Left out for what has no name. */
  readonly name?: string
  readonly definition: string
  readonly where?: string
}

const COLLATION_LOCALE = `coalesce(to_jsonb(o)->>'colllocale', to_jsonb(o)->>'colliculocale',
    case when o.collcollate = o.collctype then o.collcollate end)`

const MEMBERS = (owner: string, catalog: string) => `(select string_agg(line, ', ' order by place, number, line) from (
    select 1 as place, m.amopstrategy as number, 'operator ' || m.amopstrategy || ' ' || m.amopopr::regoperator
      || case when m.amoppurpose = 'o' then ' for order by ' || ${seen('f.opfname', 'f.opfnamespace', 'pg_opfamily_is_visible(f.oid)')} else '' end as line
    from pg_depend d join pg_amop m on d.classid = 'pg_amop'::regclass and d.objid = m.oid
      left join pg_opfamily f on f.oid = m.amopsortfamily
    where d.refclassid = '${catalog}'::regclass and d.refobjid = ${owner}
    union
    select 2, m.amprocnum, 'function ' || m.amprocnum || ' (' || format_type(m.amproclefttype, null) || ', '
      || format_type(m.amprocrighttype, null) || ') ' || m.amproc::regprocedure
    from pg_depend d join pg_amproc m on d.classid = 'pg_amproc'::regclass and d.objid = m.oid
    where d.refclassid = '${catalog}'::regclass and d.refobjid = ${owner}) members)`

const SOURCES: readonly Source[] = [
  {
    what: 'collation',
    catalog: 'pg_collation',
    alias: 'o',
    namespace: 'o.collnamespace',
    name: 'o.collname',
    definition: `'create collation ' || ${ME} || ' (' || concat_ws(', ',
      'provider = ' || case o.collprovider when 'i' then 'icu' when 'b' then 'builtin' else 'libc' end,
      'locale = ' || quote_literal(${COLLATION_LOCALE}),
      case when ${COLLATION_LOCALE} is null then 'lc_collate = ' || quote_literal(o.collcollate) end,
      case when ${COLLATION_LOCALE} is null then 'lc_ctype = ' || quote_literal(o.collctype) end,
      case when not o.collisdeterministic then 'deterministic = false' end,
      'rules = ' || quote_literal(to_jsonb(o)->>'collicurules')) || ')'`,
  },
  {
    what: 'operator',
    catalog: 'pg_operator',
    alias: 'o',
    namespace: 'o.oprnamespace',
    name: 'o.oprname',
    definition: `'create operator ' || ${ME} || ' (' || concat_ws(', ',
      'leftarg = ' || nullif(format_type(nullif(o.oprleft, 0), null), '-'),
      'rightarg = ' || nullif(format_type(nullif(o.oprright, 0), null), '-'),
      'function = ' || ${routine('o.oprcode')},
      'commutator = ' || case when o.oprcom = o.oid then o.oprname else ${operatorName('o.oprcom')} end,
      'negator = ' || ${operatorName('o.oprnegate')},
      'restrict = ' || ${routine('o.oprrest')}, 'join = ' || ${routine('o.oprjoin')},
      case when o.oprcanhash then 'hashes' end, case when o.oprcanmerge then 'merges' end) || ')'`,
    where: 'o.oprcode <> 0',
  },
  {
    what: 'operator family',
    catalog: 'pg_opfamily',
    alias: 'o',
    namespace: 'o.opfnamespace',
    name: 'o.opfname',
    definition: `(select 'create operator family ' || ${ME} || ' using ' || quote_ident(a.amname)
      || coalesce(E';\\nalter operator family ' || ${ME} || ' using ' || quote_ident(a.amname) || ' add '
        || ${MEMBERS('o.oid', 'pg_opfamily')}, '') from pg_am a where a.oid = o.opfmethod)`,
    where: `not exists (select from pg_opclass c where c.opcfamily = o.oid and c.opcname = o.opfname
      and c.opcnamespace = o.opfnamespace)`,
  },
  {
    what: 'operator class',
    catalog: 'pg_opclass',
    alias: 'o',
    namespace: 'o.opcnamespace',
    name: 'o.opcname',
    definition: `(select 'create operator class ' || ${ME} || case when o.opcdefault then ' default' else '' end
      || ' for type ' || format_type(o.opcintype, null) || ' using ' || quote_ident(a.amname)
      || case when f.opfname = o.opcname and f.opfnamespace = o.opcnamespace then ''
        else ' family ' || ${seen('f.opfname', 'f.opfnamespace', 'pg_opfamily_is_visible(f.oid)')} end
      || ' as ' || concat_ws(', ', ${MEMBERS('o.oid', 'pg_opclass')},
        'storage ' || format_type(nullif(o.opckeytype, 0), null))
      from pg_am a, pg_opfamily f where a.oid = o.opcmethod and f.oid = o.opcfamily)`,
  },
  {
    what: 'text search parser',
    catalog: 'pg_ts_parser',
    alias: 'o',
    namespace: 'o.prsnamespace',
    name: 'o.prsname',
    definition: `'create text search parser ' || ${ME} || ' (' || concat_ws(', ', 'start = ' || ${routine('o.prsstart')},
      'gettoken = ' || ${routine('o.prstoken')}, 'end = ' || ${routine('o.prsend')},
      'lextypes = ' || ${routine('o.prslextype')}, 'headline = ' || ${routine('o.prsheadline')}) || ')'`,
  },
  {
    what: 'text search template',
    catalog: 'pg_ts_template',
    alias: 'o',
    namespace: 'o.tmplnamespace',
    name: 'o.tmplname',
    definition: `'create text search template ' || ${ME} || ' (' || concat_ws(', ', 'init = ' || ${routine('o.tmplinit')},
      'lexize = ' || ${routine('o.tmpllexize')}) || ')'`,
  },
  {
    what: 'text search dictionary',
    catalog: 'pg_ts_dict',
    alias: 'o',
    namespace: 'o.dictnamespace',
    name: 'o.dictname',
    definition: `(select 'create text search dictionary ' || ${ME} || ' (template = '
      || ${seen('t.tmplname', 't.tmplnamespace', 'pg_ts_template_is_visible(t.oid)')}
      || coalesce(', ' || o.dictinitoption, '') || ')' from pg_ts_template t where t.oid = o.dicttemplate)`,
  },
  {
    what: 'text search configuration',
    catalog: 'pg_ts_config',
    alias: 'o',
    namespace: 'o.cfgnamespace',
    name: 'o.cfgname',
    definition: `(select 'create text search configuration ' || ${ME} || ' (parser = '
      || ${seen('p.prsname', 'p.prsnamespace', 'pg_ts_parser_is_visible(p.oid)')} || ')'
      || coalesce((select string_agg(E';\\nalter text search configuration ' || ${ME} || ' add mapping for ' || kinds || ' with ' || dicts, '' order by first)
        from (select string_agg(k.alias, ', ' order by k.tokid) as kinds, min(k.tokid) as first, l.dicts
          from ts_token_type(o.cfgparser) k join (select m.maptokentype, string_agg(m.mapdict::regdictionary::text, ', ' order by m.mapseqno) as dicts
            from pg_ts_config_map m where m.mapcfg = o.oid group by m.maptokentype) l on l.maptokentype = k.tokid
          group by l.dicts) mappings), '')
      from pg_ts_parser p where p.oid = o.cfgparser)`,
  },
  {
    what: 'conversion',
    catalog: 'pg_conversion',
    alias: 'o',
    namespace: 'o.connamespace',
    name: 'o.conname',
    definition: `'create ' || case when o.condefault then 'default ' else '' end || 'conversion ' || ${ME} || ' for '
      || quote_literal(pg_encoding_to_char(o.conforencoding)) || ' to ' || quote_literal(pg_encoding_to_char(o.contoencoding))
      || ' from ' || o.conproc::regproc`,
  },
  {
    what: 'statistics',
    catalog: 'pg_statistic_ext',
    alias: 'o',
    namespace: 'o.stxnamespace',
    name: 'o.stxname',
    definition: `'create statistics ' || ${ME} || regexp_replace(pg_get_statisticsobjdef(o.oid),
      '^CREATE STATISTICS ("([^"]|"")*"|[^". ]+)[.]("([^"]|"")*"|[^". ]+)', '')`,
  },
  {
    what: 'foreign data wrapper',
    catalog: 'pg_foreign_data_wrapper',
    alias: 'o',
    name: 'o.fdwname',
    definition: `'create foreign data wrapper ' || ${ME} || coalesce(' handler ' || ${routine('o.fdwhandler')}, '')
      || coalesce(' validator ' || ${routine('o.fdwvalidator')}, '') || ${options('o.fdwoptions')}`,
  },
  {
    what: 'server',
    catalog: 'pg_foreign_server',
    alias: 'o',
    name: 'o.srvname',
    definition: `(select 'create server ' || ${ME} || coalesce(' type ' || quote_literal(o.srvtype), '')
      || coalesce(' version ' || quote_literal(o.srvversion), '') || ' foreign data wrapper ' || quote_ident(w.fdwname)
      || ${options('o.srvoptions')} from pg_foreign_data_wrapper w where w.oid = o.srvfdw)`,
  },
  {
    what: 'user mapping',
    catalog: 'pg_foreign_server',
    alias: 's',
    definition: `'create user mapping for ' || case when u.umuser = 0 then 'public' else quote_ident(u.usename) end || ' server '
      || quote_ident(u.srvname) || ${options('u.umoptions')}`,
  },
  {
    what: 'foreign table',
    catalog: 'pg_class',
    alias: 'o',
    namespace: 'o.relnamespace',
    name: 'o.relname',
    definition: `(select 'create foreign table ' || ${ME} || ' ('
      || coalesce((select string_agg(quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
          || ${options('a.attfdwoptions')}
          || case when a.attnotnull then ' not null' else '' end
          || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), ''), ', ' order by a.attnum)
        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = o.oid and a.attnum > 0 and not a.attisdropped), '')
      || ') server ' || quote_ident(s.srvname) || ${options('t.ftoptions')}
      from pg_foreign_table t join pg_foreign_server s on s.oid = t.ftserver where t.ftrelid = o.oid)`,
    where: `o.relkind = 'f'`,
  },
  {
    what: 'access method',
    catalog: 'pg_am',
    alias: 'o',
    name: 'o.amname',
    definition: `'create access method ' || ${ME} || ' type ' || case o.amtype when 't' then 'table' else 'index' end
      || ' handler ' || o.amhandler::regproc`,
  },
  {
    what: 'language',
    catalog: 'pg_language',
    alias: 'o',
    name: 'o.lanname',
    definition: `'create ' || case when o.lanpltrusted then 'trusted ' else '' end || 'language ' || ${ME}
      || coalesce(' handler ' || ${routine('o.lanplcallfoid')}, '') || coalesce(' inline ' || ${routine('o.laninline')}, '')
      || coalesce(' validator ' || ${routine('o.lanvalidator')}, '')`,
  },
  {
    what: 'cast',
    catalog: 'pg_cast',
    alias: 'o',
    definition: `'create cast (' || format_type(o.castsource, null) || ' as ' || format_type(o.casttarget, null) || ') '
      || case o.castmethod when 'f' then 'with function ' || o.castfunc::regprocedure when 'i' then 'with inout'
        else 'without function' end
      || case o.castcontext when 'a' then ' as assignment' when 'i' then ' as implicit' else '' end`,
    where: `not exists (select from pg_depend i where i.classid = 'pg_cast'::regclass and i.objid = o.oid and i.deptype = 'i')`,
  },
  {
    what: 'transform',
    catalog: 'pg_transform',
    alias: 'o',
    definition: `(select 'create transform for ' || format_type(o.trftype, null) || ' language ' || quote_ident(l.lanname)
      || ' (' || concat_ws(', ', 'from sql with function ' || nullif(o.trffromsql::regprocedure::text, '-'),
        'to sql with function ' || nullif(o.trftosql::regprocedure::text, '-')) || ')'
      from pg_language l where l.oid = o.trflang)`,
  },
  {
    what: 'event trigger',
    catalog: 'pg_event_trigger',
    alias: 'o',
    name: 'o.evtname',
    definition: `'create event trigger ' || ${ME} || ' on ' || o.evtevent
      || coalesce(' when tag in (' || (select string_agg(quote_literal(tag), ', ' order by place)
        from unnest(o.evttags) with ordinality g(tag, place)) || ')', '')
      || ' execute function ' || o.evtfoid::regproc || '()'
      || case o.evtenabled when 'O' then '' else E';\\nalter event trigger ' || ${ME}
        || case o.evtenabled when 'D' then ' disable' when 'R' then ' enable replica' else ' enable always' end end`,
  },
]

/** All that a database holds of these, in the schemas `n`; `number` is the server's version. */
export function othersSql(schemas: string, number: number): string {
  return [...SOURCES, publications(number)].map(source => sourceSql(source, schemas)).join('\nunion all\n')
}

function sourceSql({ what, catalog, alias, namespace, name, definition, where }: Source, schemas: string): string {
  const isMapping = what === 'user mapping'
  const from = isMapping
    ? 'pg_user_mappings u join pg_foreign_server s on s.oid = u.srvid'
    : `${catalog} ${alias}${namespace === undefined ? '' : ` join pg_namespace n on n.oid = ${namespace}`}`
  const oid = isMapping ? 'u.umid' : `${alias}.oid`
  const conditions = [
    `${oid} >= ${BY_USERS}`,
    isMapping ? 'true' : notOfExtension(catalog, oid),
    ...(namespace === undefined ? [] : [schemas]),
    ...(where === undefined ? [] : [where]),
  ]
  return `select '${what}' as what, ${namespace === undefined ? 'null' : `${SCHEMA}::text`} as schema,
    ${name === undefined ? 'null' : `${name}::text`} as name, (${definition})::text as definition,
    ${isMapping ? 'null' : `obj_description(${oid}, '${catalog}')`} as comment
  from ${from} where ${conditions.join(' and ')}`
}

/** Lists of columns, conditions and schemas came with 15 (Release 15). */
function publications(number: number): Source {
  const isNew = number >= 150000
  const members = isNew
    ? `concat_ws(', ',
        (select string_agg('table ' || p.prrelid::regclass || coalesce(' (' || (select string_agg(quote_ident(a.attname), ', ' order by a.attnum)
            from pg_attribute a where a.attrelid = p.prrelid and a.attnum = any (p.prattrs)) || ')', '')
          || coalesce(' where ' || case when left(pg_get_expr(p.prqual, p.prrelid), 1) = '(' then pg_get_expr(p.prqual, p.prrelid)
            else '(' || pg_get_expr(p.prqual, p.prrelid) || ')' end, ''), ', ' order by p.prrelid::regclass::text)
          from pg_publication_rel p where p.prpubid = o.oid),
        (select 'tables in schema ' || string_agg(quote_ident(s.nspname), ', ' order by s.nspname)
          from pg_publication_namespace p join pg_namespace s on s.oid = p.pnnspid where p.pnpubid = o.oid))`
    : `(select 'table ' || string_agg(p.prrelid::regclass::text, ', ' order by p.prrelid::regclass::text)
        from pg_publication_rel p where p.prpubid = o.oid)`
  const acts = ['insert', 'update', 'delete', 'truncate']
    .map(act => `case when o.pub${act} then '${act}' end`)
    .join(', ')
  return {
    what: 'publication',
    catalog: 'pg_publication',
    alias: 'o',
    name: 'o.pubname',
    definition: `'create publication ' || ${ME}
      || case when o.puballtables then ' for all tables' else coalesce(' for ' || nullif(${members}, ''), '') end
      || coalesce(' with (' || nullif(concat_ws(', ',
        case when not (o.pubinsert and o.pubupdate and o.pubdelete and o.pubtruncate)
          then 'publish = ' || quote_literal(concat_ws(', ', ${acts})) end,
        case when o.pubviaroot then 'publish_via_partition_root = true' end,
        case when to_jsonb(o)->>'pubgencols' = 's' then 'publish_generated_columns = stored' end), '') || ')', '')`,
  }
}
