/** The words of Postgres 13 to 18, types among them, that are no functions. Written by scripts/known-functions.ts. */
export const POSTGRES_WORDS = `
abort absent absolute access aclitem action add admin after aggregate all also alter always analyse analyze and any array as asc asensitive assertion assignment asymmetric at atomic attach attribute authorization
backward before begin between bigint binary boolean both breadth by
cache call called cascade cascaded case cast catalog chain character characteristics check checkpoint cid class close cluster coalesce collate collation column columns comment comments commit committed compression concurrently conditional configuration conflict connection constraint constraints content continue conversion copy cost create cross csv cube current current_catalog current_date current_role current_time current_timestamp cursor cycle
data database day deallocate dec decimal declare default defaults deferrable deferred definer delete delimiter delimiters depends depth desc detach dictionary disable discard distinct do document domain double drop
each else empty enable encoding encrypted end enforced enum error escape event except exclude excluding exclusive execute exists explain expression extension external
false fetch filter finalize first float following for force foreign forward freeze from full function functions
generated global grant granted greatest group grouping groups gtsvector
handler having header hold hour
identity if ilike immediate immutable implicit import in include including increment indent index indexes inet inherit inherits initially inline inner inout input insensitive insert instead int integer intersect into invoker is isnull isolation
join json json_array json_arrayagg json_exists json_objectagg json_query json_scalar json_serialize json_table json_value jsonb jsonpath
keep key keys
label language large last lateral leading leakproof least level limit listen load local localtime localtimestamp location lock locked logged
mapping match matched materialized maxvalue merge merge_action method minute minvalue month move
names national natural nchar nested new next nfc nfd nfkc nfkd no none normalized not nothing notify notnull nowait null nullif nulls
object objects of off offset oids old omit on only operator option options or order ordinality others out outer over overriding owned owner
parallel parameter parser partial partition passing password period pg_brin_bloom_summary pg_brin_minmax_multi_summary pg_dependencies pg_mcv_list pg_ndistinct pg_node_tree pg_snapshot placing plan plans policy preceding precision prepare prepared preserve primary prior privileges procedural procedure procedures program publication
quote quotes
range read real reassign recheck recursive ref refcursor references referencing refresh regcollation regconfig regdictionary regnamespace regoper regoperator regproc regprocedure regrole regtype reindex relative release rename repeatable replica reset restart restrict return returning returns revoke role rollback rollup routine routines row rows rule
savepoint scalar schema schemas scroll search second security select sequence sequences serializable server session set setof sets share show similar simple skip smallint snapshot some source sql stable standalone start statement statistics stdin stdout storage stored strict string subscription support symmetric sysid
table tables tablesample tablespace target temp template temporary then tid ties to trailing transaction transform treat trigger trim true truncate trusted tsquery tsvector txid_snapshot type types
uescape unbounded uncommitted unconditional unencrypted union unique unknown unlisten unlogged until update user using uuid
vacuum valid validate validator value values variadic varying verbose view views virtual volatile
when where whitespace window with within without work wrapper write
xid8 xmlattributes xmlconcat xmlelement xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable
year yes
zone
`
