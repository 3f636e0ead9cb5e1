-- mig: revision da95f816433e
-- mig: after 044f0db97df3
-- mig: message ratings as an enum, and active as a bool
-- mig: sqlite down
-- mig: renderer 1
-- mig: source 4b21723726f2e4c95324b6846a248d5bf1a71c95995b52004ad28d11ffdfa13f
-- mig: by hand sqlite3 -bail DATABASE < sqlite.down.sql
-- mig: sha-256 856ba969e464ff90edb5e0ad4cd92bc6bc16a2d7e710d2ae7fa023245f9fa159

-- mig: no transaction

-- foreign keys are off, or dropping the old form of a table would delete the rows that reference it
pragma foreign_keys = off;

-- mig: transaction

begin immediate;

-- rows whose foreign keys are broken already
create temp table mig_broken_keys (child TEXT primary key, broken INTEGER);

-- rows whose foreign keys are broken already
insert into temp.mig_broken_keys
select 'customer', count(*) from pragma_foreign_key_check('customer');

-- rows whose foreign keys are broken already
insert into temp.mig_broken_keys
select 'film', count(*) from pragma_foreign_key_check('film');

-- rows whose foreign keys are broken already
insert into temp.mig_broken_keys
select 'film_actor', count(*) from pragma_foreign_key_check('film_actor');

-- rows whose foreign keys are broken already
insert into temp.mig_broken_keys
select 'film_category', count(*) from pragma_foreign_key_check('film_category');

-- rows whose foreign keys are broken already
insert into temp.mig_broken_keys
select 'inventory', count(*) from pragma_foreign_key_check('inventory');

-- rows whose foreign keys are broken already
insert into temp.mig_broken_keys
select 'rental', count(*) from pragma_foreign_key_check('rental');

-- rows whose foreign keys are broken already
insert into temp.mig_broken_keys
select 'payment', count(*) from pragma_foreign_key_check('payment');

-- put aside trigger film_trigger_au
drop trigger film_trigger_au;

-- put aside trigger film_trigger_ai
drop trigger film_trigger_ai;

-- put aside trigger customer_trigger_au
drop trigger customer_trigger_au;

-- put aside trigger customer_trigger_ai
drop trigger customer_trigger_ai;

-- put aside view sales_by_film_category
drop view sales_by_film_category;

-- put aside view film_list
drop view film_list;

-- alter view customer_list
drop view customer_list;

-- alter column film.rating; add constraint film.CHECK_special_rating
create table _mig_film (
  film_id INT not null,
  title VARCHAR(255) not null,
  description BLOB SUB_TYPE TEXT,
  release_year VARCHAR(4),
  language_id SMALLINT not null,
  original_language_id SMALLINT,
  rental_duration SMALLINT not null default 3,
  rental_rate DECIMAL(4, 2) not null default 4.99,
  minutes SMALLINT,
  replacement_cost DECIMAL(5, 2) not null default 19.99,
  rating VARCHAR(10) default 'G',
  special_features VARCHAR(100),
  last_update TIMESTAMP not null,
  constraint film_pkey primary key (film_id),
  constraint "CHECK_special_features" check (special_features is null or
special_features like '%Trailers%' or
special_features like '%Commentaries%' or
special_features like '%Deleted Scenes%' or
special_features like '%Behind the Scenes%'),
  constraint fk_film_language foreign key (language_id) references language (language_id),
  constraint fk_film_language_original foreign key (original_language_id) references language (language_id),
  constraint "CHECK_special_rating" check (rating in ('G','PG','PG-13','R','NC-17'))
);

-- alter column film.rating; add constraint film.CHECK_special_rating
insert into _mig_film (rowid, film_id, title, description, release_year, language_id, original_language_id, rental_duration, rental_rate, minutes, replacement_cost, rating, special_features, last_update)
select rowid, film_id, title, description, release_year, language_id, original_language_id, rental_duration, rental_rate, minutes, replacement_cost, (rating), special_features, last_update
from film;

-- alter column film.rating; add constraint film.CHECK_special_rating
drop table film;

-- alter column film.rating; add constraint film.CHECK_special_rating
alter table _mig_film rename to film;

-- alter column customer.active; alter table customer
create table _mig_customer (
  customer_id INT not null,
  store_id INT not null,
  first_name VARCHAR(45) not null,
  last_name VARCHAR(45) not null,
  email VARCHAR(50),
  address_id INT not null,
  active CHAR(1) not null default 'Y',
  create_date TIMESTAMP not null,
  last_update TIMESTAMP not null,
  constraint customer_pkey primary key (customer_id),
  constraint fk_customer_store foreign key (store_id) references store (store_id) on update cascade,
  constraint fk_customer_address foreign key (address_id) references address (address_id) on update cascade
);

-- alter column customer.active; alter table customer
insert into _mig_customer (rowid, customer_id, store_id, first_name, last_name, email, address_id, active, create_date, last_update)
select rowid, customer_id, store_id, first_name, last_name, email, address_id, (case when active then 'Y' else 'N' end), create_date, last_update
from customer;

-- alter column customer.active; alter table customer
drop table customer;

-- alter column customer.active; alter table customer
alter table _mig_customer rename to customer;

-- alter column film.rating; add constraint film.CHECK_special_rating
create index idx_fk_language_id on film (language_id);

-- alter column film.rating; add constraint film.CHECK_special_rating
create index idx_fk_original_language_id on film (original_language_id);

-- alter column customer.active; alter table customer
create index idx_customer_fk_store_id on customer (store_id);

-- alter column customer.active; alter table customer
create index idx_customer_fk_address_id on customer (address_id);

-- alter column customer.active; alter table customer
create index idx_customer_last_name on customer (last_name);

-- rename column film.minutes to length
alter table film rename column minutes to length;

-- alter view customer_list
create view customer_list as
select cu.customer_id as ID,
       cu.first_name||' '||cu.last_name as name,
       a.address as address,
       a.postal_code as zip_code,
       a.phone as phone,
       city.city as city,
       country.country as country,
       case when cu.active=1 then 'active' else '' end as notes,
       cu.store_id as SID
from customer as cu
join address as a on cu.address_id = a.address_id
join city on a.city_id = city.city_id
join country on city.country_id = country.country_id;

-- bring back view film_list
create view film_list as
select film.film_id as FID,
       film.title as title,
       film.description as description,
       category.name as category,
       film.rental_rate as price,
       film.length as length,
       film.rating as rating,
       actor.first_name||' '||actor.last_name as actors
from category
left join film_category on category.category_id = film_category.category_id
left join film on film_category.film_id = film.film_id
join film_actor on film.film_id = film_actor.film_id
join actor on film_actor.actor_id = actor.actor_id;

-- bring back view sales_by_film_category
create view sales_by_film_category as
select c.name as category, sum(p.amount) as total_sales
from payment as p
inner join rental as r on p.rental_id = r.rental_id
inner join inventory as i on r.inventory_id = i.inventory_id
inner join film as f on i.film_id = f.film_id
inner join film_category as fc on f.film_id = fc.film_id
inner join category as c on fc.category_id = c.category_id
group by c.name;

-- bring back trigger customer_trigger_ai
create trigger customer_trigger_ai after insert on customer
begin
  update customer set last_update = datetime('NOW') where rowid = new.rowid;
end;

-- bring back trigger customer_trigger_au
create trigger customer_trigger_au after update on customer
begin
  update customer set last_update = datetime('NOW') where rowid = new.rowid;
end;

-- bring back trigger film_trigger_ai
create trigger film_trigger_ai after insert on film
begin
  update film set last_update = datetime('NOW') where rowid = new.rowid;
end;

-- bring back trigger film_trigger_au
create trigger film_trigger_au after update on film
begin
  update film set last_update = datetime('NOW') where rowid = new.rowid;
end;

-- views and triggers find all that they name
create table _mig_check (n INTEGER);

-- views and triggers find all that they name
alter table _mig_check rename column n to m;

-- views and triggers find all that they name
drop table _mig_check;

-- no foreign key is broken that was not
create temp table _mig_guard (n INTEGER constraint "MIG503: rows of customer reference rows that are not there" check (n <= 0));

-- no foreign key is broken that was not
insert into temp._mig_guard
select count(*) - coalesce((select broken from temp.mig_broken_keys where child = 'customer'), 0)
from pragma_foreign_key_check('customer');

-- no foreign key is broken that was not
drop table temp._mig_guard;

-- no foreign key is broken that was not
create temp table _mig_guard (n INTEGER constraint "MIG503: rows of film reference rows that are not there" check (n <= 0));

-- no foreign key is broken that was not
insert into temp._mig_guard
select count(*) - coalesce((select broken from temp.mig_broken_keys where child = 'film'), 0)
from pragma_foreign_key_check('film');

-- no foreign key is broken that was not
drop table temp._mig_guard;

-- no foreign key is broken that was not
create temp table _mig_guard (n INTEGER constraint "MIG503: rows of film_actor reference rows that are not there" check (n <= 0));

-- no foreign key is broken that was not
insert into temp._mig_guard
select count(*) - coalesce((select broken from temp.mig_broken_keys where child = 'film_actor'), 0)
from pragma_foreign_key_check('film_actor');

-- no foreign key is broken that was not
drop table temp._mig_guard;

-- no foreign key is broken that was not
create temp table _mig_guard (n INTEGER constraint "MIG503: rows of film_category reference rows that are not there" check (n <= 0));

-- no foreign key is broken that was not
insert into temp._mig_guard
select count(*) - coalesce((select broken from temp.mig_broken_keys where child = 'film_category'), 0)
from pragma_foreign_key_check('film_category');

-- no foreign key is broken that was not
drop table temp._mig_guard;

-- no foreign key is broken that was not
create temp table _mig_guard (n INTEGER constraint "MIG503: rows of inventory reference rows that are not there" check (n <= 0));

-- no foreign key is broken that was not
insert into temp._mig_guard
select count(*) - coalesce((select broken from temp.mig_broken_keys where child = 'inventory'), 0)
from pragma_foreign_key_check('inventory');

-- no foreign key is broken that was not
drop table temp._mig_guard;

-- no foreign key is broken that was not
create temp table _mig_guard (n INTEGER constraint "MIG503: rows of rental reference rows that are not there" check (n <= 0));

-- no foreign key is broken that was not
insert into temp._mig_guard
select count(*) - coalesce((select broken from temp.mig_broken_keys where child = 'rental'), 0)
from pragma_foreign_key_check('rental');

-- no foreign key is broken that was not
drop table temp._mig_guard;

-- no foreign key is broken that was not
create temp table _mig_guard (n INTEGER constraint "MIG503: rows of payment reference rows that are not there" check (n <= 0));

-- no foreign key is broken that was not
insert into temp._mig_guard
select count(*) - coalesce((select broken from temp.mig_broken_keys where child = 'payment'), 0)
from pragma_foreign_key_check('payment');

-- no foreign key is broken that was not
drop table temp._mig_guard;

-- no foreign key is broken that was not
drop table temp.mig_broken_keys;

commit;

-- mig: no transaction

-- foreign keys are on again
pragma foreign_keys = on;

-- mig: transaction
