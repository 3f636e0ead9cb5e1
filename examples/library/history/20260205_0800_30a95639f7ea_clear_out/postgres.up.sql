-- mig: revision 30a95639f7ea
-- mig: after 5fe90c898712
-- mig: message clear out
-- mig: postgres up
-- mig: renderer 1
-- mig: source 65e032aac30446097986df002b00ccb51349da91eae46f023106cf48bc17c37b
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.up.sql
-- mig: sha-256 7d22a9e0e0735e4e41c3ba398ec8e2ad197fa21cf83ebbe3ee693ade3ba9942c

begin;

-- keep owners and privileges of view busy_members, view loans_out
do $mig$
begin
  perform set_config('mig.kept_1', coalesce((
    with thing as (
      select 0 as place, oid, tableoid as catalog, 'view busy_members' as called, 'table busy_members' as target, relowner as owner, relacl as acl, "char" 'r' as type from pg_class where oid = to_regclass('busy_members')
      union all select 1, oid, tableoid, 'view loans_out', 'table loans_out', relowner, relacl, "char" 'r' from pg_class where oid = to_regclass('loans_out')
    ), line as (
      select place, 1 as step, format('alter %s owner to %s', called, owner::regrole) as sql from thing
      union all select distinct place, 2, format('revoke all on %s from %s', target, case x.grantee when 0 then 'public' else x.grantee::regrole::text end)
      from thing, lateral (select acldefault(type, owner) union all select defaclacl from pg_default_acl
        where defaclrole = quote_ident(current_user)::regrole and defaclobjtype = type) d (list), aclexplode(d.list) x
      where x.grantee <> owner or acl is not null
      union all select place, 3, format('grant %s on %s to %s%s', x.privilege_type, target, case x.grantee when 0 then 'public' else x.grantee::regrole::text end, case when x.is_grantable then ' with grant option' else '' end)
      from thing, aclexplode(coalesce(acl, acldefault(type, owner))) x
      where x.grantee <> owner or acl is not null
      union all select place, 4, format('grant %s (%I) on %s to %s%s', x.privilege_type, a.attname, target, case x.grantee when 0 then 'public' else x.grantee::regrole::text end, case when x.is_grantable then ' with grant option' else '' end)
      from thing join pg_attribute a on a.attrelid = thing.oid and type = 'r', aclexplode(a.attacl) x
      union all select place, 5, format('comment on %s is %L', called, d.description)
      from thing join pg_description d on d.objoid = thing.oid and d.classoid = catalog and d.objsubid = 0
      where place in (1)
      union all select place, 5, format('comment on column %s.%I is %L', substr(target, 7), a.attname, d.description)
      from thing join pg_attribute a on a.attrelid = thing.oid and type = 'r'
        join pg_description d on d.objoid = thing.oid and d.classoid = catalog and d.objsubid = a.attnum
    )
    select jsonb_agg(sql order by place, step, sql) from line), '[]')::text, false);
end
$mig$;

-- drop view loans_by_month
drop view loans_by_month;

-- alter enum genre
alter type genre rename to __mig_genre;

-- alter enum genre
create type genre as enum ('poetry', 'fiction', 'children''s');

-- mig: lossy: which rows held 'science' (now 'fiction') of genre
-- alter enum genre
alter table books
  alter column genres drop default,
  alter column genres type genre[] using array_replace(genres::text[], 'science', 'fiction')::genre[],
  alter column genres set default '{fiction}',
  alter column main_genre drop default,
  alter column main_genre type genre using (case main_genre::text when 'science' then 'fiction' else main_genre::text end)::genre,
  alter column main_genre set default 'fiction';

-- give genre the owner and the privileges of the type that it replaces
do $mig$
begin
  execute (with granted as (
    select oid, case grantee when 0 then 'public' else grantee::regrole::text end as role,
      case when is_grantable then ' with grant option' else '' end as option
    from pg_type, aclexplode(coalesce(typacl, acldefault('T', typowner)))
  ) select concat_ws('; ',
    (select string_agg('revoke all on type genre from ' || role, '; ') from granted where oid = 'genre'::regtype),
    (select 'alter type genre owner to ' || typowner::regrole from pg_type where oid = '__mig_genre'::regtype),
    (select string_agg('grant usage on type genre to ' || role || option, '; ') from granted where oid = '__mig_genre'::regtype)));
end
$mig$;

-- alter enum genre
drop type __mig_genre;

-- alter enum genre
comment on type genre is 'What a book is about; a book has several.';

-- create table reservations
create table reservations (
  book_id bigint not null,
  reader_id uuid not null,
  constraint reservations_book_id_fkey foreign key (book_id) references books (id) on delete cascade,
  constraint reservations_reader_id_fkey foreign key (reader_id) references readers (id) on delete cascade,
  constraint reservations_pkey primary key (book_id, reader_id)
);

-- create table reservations
comment on table reservations is 'Who waits for which book. Nobody does yet.';

-- create table reservations
create index reservations_reader_id_idx on reservations (reader_id);

-- alter column authors.sort_name
alter table authors drop column sort_name;

-- alter column authors.sort_name
alter table authors add column sort_name text generated always as (upper(name)) stored not null;

-- add index books.books_by_title
create index books_by_title on books (title);

-- mig: lossy: all rows of settings
-- drop table settings
drop table settings;

-- alter view loans_out
drop view busy_members;

-- alter view loans_out
drop view loans_out;

-- alter view loans_out
create view loans_out as
select l.id, m.full_name, b.title, b.main_genre, l.lent_on
from loans l
join readers m on m.id = l.reader_id
join books b on b.id = l.book_id
where l.back_on is null and b.main_genre <> 'poetry';

-- alter view loans_out
create view busy_members as
select full_name, count(*) as books from loans_out group by full_name;

-- alter view loans_out
comment on view busy_members is 'How much each member has out.';

-- give back owners and privileges of view busy_members, view loans_out
do $mig$
declare
  line text;
begin
  for line in select jsonb_array_elements_text(current_setting('mig.kept_1')::jsonb) loop
    begin
      execute line;
    exception when undefined_table or undefined_column or undefined_object or duplicate_object then
      null;
    end;
  end loop;
  perform set_config('mig.kept_1', '', false);
end
$mig$;

commit;
