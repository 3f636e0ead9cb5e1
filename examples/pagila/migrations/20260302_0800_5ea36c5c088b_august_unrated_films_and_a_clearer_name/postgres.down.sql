-- mig: revision 5ea36c5c088b
-- mig: after 455c3ab5d29e
-- mig: message August, unrated films, and a clearer name
-- mig: postgres down
-- mig: renderer 1
-- mig: source 2c01ceb1a9cf2f7606cd68f05142ab1a23182d9f849e09626c0ed1f294782e1c
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.down.sql
-- mig: sha-256 86df921d8789083c57f630ed23f63ffc99b32b17e4928465dd1914701eb4a8b7

begin;

-- create domain "bıgınt"
create domain "bıgınt" as bigint;

-- create domain "bıgınt"
comment on domain "bıgınt" is 'A spelling mistake of the original, made under a Turkish locale: nothing uses it.';

-- alter table customer
comment on table customer is '`active` is an older form of `activebool`.';

-- mig: lossy: all rows of payment_later
-- drop partition payment_later
drop table payment_later;

-- mig: lossy: all rows of payment_p2022_08
-- drop partition payment_p2022_08
drop table payment_p2022_08;

-- alter enum mpaa_rating
do $mig$
declare
  held bigint := (select count(*) from film where rating::text in ('unrated'));
begin
  if held > 0 then
    raise exception 'MIG502: % rows hold a value that mpaa_rating will not have: unrated. Say in the schema what they become (removed VALUE -> OTHER), or change the rows, then run this again.', held;
  end if;
end
$mig$;

-- keep owners and privileges of view film_list, view nicer_but_slower_film_list
do $mig$
begin
  perform set_config('mig.kept_1', coalesce((
    with thing as (
      select 0 as place, oid, tableoid as catalog, 'view film_list' as called, 'table film_list' as target, relowner as owner, relacl as acl, "char" 'r' as type from pg_class where oid = to_regclass('film_list')
      union all select 1, oid, tableoid, 'view nicer_but_slower_film_list', 'table nicer_but_slower_film_list', relowner, relacl, "char" 'r' from pg_class where oid = to_regclass('nicer_but_slower_film_list')
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
      union all select place, 5, format('comment on column %s.%I is %L', substr(target, 7), a.attname, d.description)
      from thing join pg_attribute a on a.attrelid = thing.oid and type = 'r'
        join pg_description d on d.objoid = thing.oid and d.classoid = catalog and d.objsubid = a.attnum
    )
    select jsonb_agg(sql order by place, step, sql) from line), '[]')::text, false);
end
$mig$;

-- alter enum mpaa_rating
drop view film_list;

-- alter enum mpaa_rating
drop view nicer_but_slower_film_list;

-- alter enum mpaa_rating
alter type mpaa_rating rename to __mig_mpaa_rating;

-- alter enum mpaa_rating
create type mpaa_rating as enum ('G', 'PG', 'PG-13', 'R', 'NC-17');

-- alter enum mpaa_rating
alter table film
  alter column rating drop default,
  alter column rating type mpaa_rating using rating::text::mpaa_rating,
  alter column rating set default 'G';

-- give mpaa_rating the owner and the privileges of the type that it replaces
do $mig$
begin
  execute (with granted as (
    select oid, case grantee when 0 then 'public' else grantee::regrole::text end as role,
      case when is_grantable then ' with grant option' else '' end as option
    from pg_type, aclexplode(coalesce(typacl, acldefault('T', typowner)))
  ) select concat_ws('; ',
    (select string_agg('revoke all on type mpaa_rating from ' || role, '; ') from granted where oid = 'mpaa_rating'::regtype),
    (select 'alter type mpaa_rating owner to ' || typowner::regrole from pg_type where oid = '__mig_mpaa_rating'::regtype),
    (select string_agg('grant usage on type mpaa_rating to ' || role || option, '; ') from granted where oid = '__mig_mpaa_rating'::regtype)));
end
$mig$;

-- alter enum mpaa_rating
drop type __mig_mpaa_rating;

-- alter enum mpaa_rating
comment on type mpaa_rating is 'Who may see a film, as the Motion Picture Association of America says.';

-- rename column customer.is_active to activebool
alter table customer rename column is_active to activebool;

-- alter enum mpaa_rating
create view film_list as
select film.film_id as fid,
       film.title,
       film.description,
       category.name as category,
       film.rental_rate as price,
       film.length,
       film.rating,
       group_concat(actor.first_name || ' ' || actor.last_name) as actors
from category
left join film_category on category.category_id = film_category.category_id
left join film on film_category.film_id = film.film_id
join film_actor on film.film_id = film_actor.film_id
join actor on film_actor.actor_id = actor.actor_id
group by film.film_id, film.title, film.description, category.name, film.rental_rate, film.length, film.rating;

-- alter enum mpaa_rating
create view nicer_but_slower_film_list as
select film.film_id as fid,
       film.title,
       film.description,
       category.name as category,
       film.rental_rate as price,
       film.length,
       film.rating,
       group_concat(
         upper(substring(actor.first_name, 1, 1)) || lower(substring(actor.first_name, 2))
         || upper(substring(actor.last_name, 1, 1)) || lower(substring(actor.last_name, 2))
       ) as actors
from category
left join film_category on category.category_id = film_category.category_id
left join film on film_category.film_id = film.film_id
join film_actor on film.film_id = film_actor.film_id
join actor on film_actor.actor_id = actor.actor_id
group by film.film_id, film.title, film.description, category.name, film.rental_rate, film.length, film.rating;

-- give back owners and privileges of view film_list, view nicer_but_slower_film_list
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
