/** Words of SQL that are coloured as keywords, in both databases' statements and in the bodies of functions. */
export const SQL_KEYWORDS: readonly string[] = `select distinct from where group by having order asc desc nulls first
  last limit offset fetch next rows range groups only union all intersect except with recursive materialized as on using
  join inner left right full outer cross natural lateral insert into values update set delete returning conflict do
  nothing replace ignore abort rollback raise create alter drop truncate table view index sequence schema extension type
  domain function procedure trigger constraint column default add rename to if exists cascade restrict primary key foreign
  references unique check collate generated always identity stored virtual temporary temp unlogged before after instead of
  for each row statement when execute begin end declare then else elsif case loop while return returns language perform
  immutable stable volatile security definer invoker strict grant revoke over partition window filter within array cast
  extract interval zone at time analyze vacuum reindex concurrently deferrable initially deferred immediate no action
  comment is not and or in like ilike similar between any some isnull notnull glob match regexp escape overlaps`
  .trim()
  .split(/\s+/)

/** Types of SQL, as patterns. */
export const SQL_TYPES: readonly string[] =
  `smallint int2 int integer int4 bigint int8 decimal numeric real float4 float8
  float double\\s+precision bool boolean text varchar char character(?:\\s+varying)? bytea blob uuid date timestamp timestamptz
  timetz json jsonb xml inet cidr citext tsvector tsquery money bit oid regclass`
    .trim()
    .split(/\s+/)
