-- mig: revision f1484a847461
-- mig: after 7ad0fad6c05e
-- mig: message better names
-- mig: postgres up
-- mig: renderer 1
-- mig: source b6d2791d279f081c4a50e825120e4f10b774703c2a705baa3390847fa9161022
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.up.sql
-- mig: sha-256 21881db8c356b1e9d700cad2ff62bd463219c69fb363e796b4aecd7da3b86208

begin;

-- rename schema desk to office
alter schema desk rename to office;

-- rename enum standing to trust
alter type standing rename to trust;

-- rename table members to readers
alter table members rename to readers;

-- rename table members to readers
alter table readers rename constraint members_pkey to readers_pkey;

-- rename table members to readers
alter table readers rename constraint members_card_key to readers_card_key;

-- rename table members to readers
alter table readers rename constraint members_email_key to readers_email_key;

-- rename table members to readers
alter table readers rename constraint members_referred_by_fkey to readers_referred_by_fkey;

-- rename table members to readers
alter index members_referred_by_idx rename to readers_referred_by_idx;

-- rename view open_loans to loans_out
alter view open_loans rename to loans_out;

-- rename column readers.standing to trust
alter table readers rename column standing to trust;

-- rename column readers.family to __mig_family
alter table readers rename column family to __mig_family;

-- rename column readers.given to family
alter table readers rename column given to family;

-- rename column readers.__mig_family to given
alter table readers rename column __mig_family to given;

-- rename constraint readers.members_card to readers_card
alter table readers rename constraint members_card to readers_card;

-- rename index readers.members_by_name to readers_by_name
alter index members_by_name rename to readers_by_name;

-- rename trigger members_touch on readers to readers_touch
alter trigger members_touch on readers rename to readers_touch;

-- rename column copies.number to copy
alter table copies rename column number to copy;

-- rename column loans.member_id to reader_id
alter table loans rename column member_id to reader_id;

-- rename column loans.member_id to reader_id
alter table loans rename constraint loans_member_id_fkey to loans_reader_id_fkey;

-- rename column loans.member_id to reader_id
alter index loans_member_id_idx rename to loans_reader_id_idx;

-- rename column loans.number to copy
alter table loans rename column number to copy;

-- rename column loans.number to copy
alter table loans rename constraint loans_book_id_number_fkey to loans_book_id_copy_fkey;

-- rename column loans.number to copy
alter index loans_book_id_number_idx rename to loans_book_id_copy_idx;

-- drop index readers.readers_by_name
drop index readers_by_name;

-- alter enum trust
alter type trust rename value 'owes money' to 'owing';

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

-- alter column readers.full_name
drop view busy_members;

-- alter column readers.full_name
drop view loans_out;

-- alter column readers.full_name
alter table readers drop column full_name;

-- alter column readers.full_name
alter table readers add column full_name text generated always as (given || ' ' || family) stored not null;

-- add index readers.readers_by_name
create unique index readers_by_name on readers ((lower(family)), given) where trust <> 'owing';

-- alter column readers.full_name
create view loans_out as
select l.id, m.full_name, b.title, l.lent_on
from loans l
join readers m on m.id = l.reader_id
join books b on b.id = l.book_id
where l.back_on is null;

-- alter column readers.full_name
create view busy_members as
select full_name, count(*) as books from loans_out group by full_name;

-- alter column readers.full_name
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
