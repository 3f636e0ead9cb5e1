-- mig: revision 044f0db97df3
-- mig: after base
-- mig: message as the original has it
-- mig: sqlite up
-- mig: renderer 1
-- mig: source 3ec93a2027dd9552b40fa1cb37c2c8344c508a46a610ddb41a161abf94f00582
-- mig: by hand sqlite3 -bail DATABASE < sqlite.up.sql
-- mig: sha-256 f7f1f3e0a40a6952a5141634c097f99940dc61ac25fb84f62a460b711f7f31b3

begin immediate;

-- create table country
create table country (
  country_id SMALLINT not null,
  country VARCHAR(50) not null,
  last_update TIMESTAMP,
  constraint country_pkey primary key (country_id)
);

-- create table city
create table city (
  city_id INT not null,
  city VARCHAR(50) not null,
  country_id SMALLINT not null,
  last_update TIMESTAMP not null,
  constraint city_pkey primary key (city_id),
  constraint fk_city_country foreign key (country_id) references country (country_id) on update cascade
);

-- create table address
create table address (
  address_id INT not null,
  address VARCHAR(50) not null,
  address2 VARCHAR(50),
  district VARCHAR(20) not null,
  city_id INT not null,
  postal_code VARCHAR(10),
  phone VARCHAR(20) not null,
  last_update TIMESTAMP not null,
  constraint address_pkey primary key (address_id),
  constraint fk_address_city foreign key (city_id) references city (city_id) on update cascade
);

-- create table staff
create table staff (
  staff_id SMALLINT not null,
  first_name VARCHAR(45) not null,
  last_name VARCHAR(45) not null,
  address_id INT not null,
  picture BLOB,
  email VARCHAR(50),
  store_id INT not null,
  active SMALLINT not null default 1,
  username VARCHAR(16) not null,
  password VARCHAR(40),
  last_update TIMESTAMP not null,
  constraint staff_pkey primary key (staff_id),
  constraint fk_staff_store foreign key (store_id) references store (store_id) on update cascade,
  constraint fk_staff_address foreign key (address_id) references address (address_id) on update cascade
);

-- create table store
create table store (
  store_id INT not null,
  manager_staff_id SMALLINT not null,
  address_id INT not null,
  last_update TIMESTAMP not null,
  constraint store_pkey primary key (store_id),
  constraint fk_store_staff foreign key (manager_staff_id) references staff (staff_id),
  constraint fk_store_address foreign key (address_id) references address (address_id)
);

-- create table customer
create table customer (
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

-- create table language
create table language (
  language_id SMALLINT not null,
  name CHAR(20) not null,
  last_update TIMESTAMP not null,
  constraint language_pkey primary key (language_id)
);

-- create table category
create table category (
  category_id SMALLINT not null,
  name VARCHAR(25) not null,
  last_update TIMESTAMP not null,
  constraint category_pkey primary key (category_id)
);

-- create table actor
create table actor (
  actor_id NUMERIC not null,
  first_name VARCHAR(45) not null,
  last_name VARCHAR(45) not null,
  last_update TIMESTAMP not null,
  constraint actor_pkey primary key (actor_id)
);

-- create table film
create table film (
  film_id INT not null,
  title VARCHAR(255) not null,
  description BLOB SUB_TYPE TEXT,
  release_year VARCHAR(4),
  language_id SMALLINT not null,
  original_language_id SMALLINT,
  rental_duration SMALLINT not null default 3,
  rental_rate DECIMAL(4, 2) not null default 4.99,
  length SMALLINT,
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
  constraint "CHECK_special_rating" check (rating in ('G','PG','PG-13','R','NC-17')),
  constraint fk_film_language foreign key (language_id) references language (language_id),
  constraint fk_film_language_original foreign key (original_language_id) references language (language_id)
);

-- create table film_actor
create table film_actor (
  actor_id INT not null,
  film_id INT not null,
  last_update TIMESTAMP not null,
  constraint film_actor_pkey primary key (actor_id, film_id),
  constraint fk_film_actor_actor foreign key (actor_id) references actor (actor_id) on update cascade,
  constraint fk_film_actor_film foreign key (film_id) references film (film_id) on update cascade
);

-- create table film_category
create table film_category (
  film_id INT not null,
  category_id SMALLINT not null,
  last_update TIMESTAMP not null,
  constraint film_category_pkey primary key (film_id, category_id),
  constraint fk_film_category_film foreign key (film_id) references film (film_id) on update cascade,
  constraint fk_film_category_category foreign key (category_id) references category (category_id) on update cascade
);

-- create table film_text
create table film_text (
  film_id SMALLINT not null,
  title VARCHAR(255) not null,
  description BLOB SUB_TYPE TEXT,
  constraint film_text_pkey primary key (film_id)
);

-- create table inventory
create table inventory (
  inventory_id INT not null,
  film_id INT not null,
  store_id INT not null,
  last_update TIMESTAMP not null,
  constraint inventory_pkey primary key (inventory_id),
  constraint fk_inventory_store foreign key (store_id) references store (store_id) on update cascade,
  constraint fk_inventory_film foreign key (film_id) references film (film_id) on update cascade
);

-- create table rental
create table rental (
  rental_id INT not null,
  rental_date TIMESTAMP not null,
  inventory_id INT not null,
  customer_id INT not null,
  return_date TIMESTAMP,
  staff_id SMALLINT not null,
  last_update TIMESTAMP not null,
  constraint rental_pkey primary key (rental_id),
  constraint fk_rental_staff foreign key (staff_id) references staff (staff_id),
  constraint fk_rental_inventory foreign key (inventory_id) references inventory (inventory_id),
  constraint fk_rental_customer foreign key (customer_id) references customer (customer_id)
);

-- create table payment
create table payment (
  payment_id INT not null,
  customer_id INT not null,
  staff_id SMALLINT not null,
  rental_id INT,
  amount DECIMAL(5, 2) not null,
  payment_date TIMESTAMP not null,
  last_update TIMESTAMP not null,
  constraint payment_pkey primary key (payment_id),
  constraint fk_payment_rental foreign key (rental_id) references rental (rental_id) on delete set null on update cascade,
  constraint fk_payment_customer foreign key (customer_id) references customer (customer_id),
  constraint fk_payment_staff foreign key (staff_id) references staff (staff_id)
);

-- create table city
create index idx_fk_country_id on city (country_id);

-- create table address
create index idx_fk_city_id on address (city_id);

-- create table staff
create index idx_fk_staff_store_id on staff (store_id);

-- create table staff
create index idx_fk_staff_address_id on staff (address_id);

-- create table store
create index idx_store_fk_manager_staff_id on store (manager_staff_id);

-- create table store
create index idx_fk_store_address on store (address_id);

-- create table customer
create index idx_customer_fk_store_id on customer (store_id);

-- create table customer
create index idx_customer_fk_address_id on customer (address_id);

-- create table customer
create index idx_customer_last_name on customer (last_name);

-- create table actor
create index idx_actor_last_name on actor (last_name);

-- create table film
create index idx_fk_language_id on film (language_id);

-- create table film
create index idx_fk_original_language_id on film (original_language_id);

-- create table film_actor
create index idx_fk_film_actor_film on film_actor (film_id);

-- create table film_actor
create index idx_fk_film_actor_actor on film_actor (actor_id);

-- create table film_category
create index idx_fk_film_category_film on film_category (film_id);

-- create table film_category
create index idx_fk_film_category_category on film_category (category_id);

-- create table inventory
create index idx_fk_film_id on inventory (film_id);

-- create table inventory
create index idx_fk_film_id_store_id on inventory (store_id, film_id);

-- create table rental
create index idx_rental_fk_inventory_id on rental (inventory_id);

-- create table rental
create index idx_rental_fk_customer_id on rental (customer_id);

-- create table rental
create index idx_rental_fk_staff_id on rental (staff_id);

-- create table rental
create unique index idx_rental_uq on rental (rental_date, inventory_id, customer_id);

-- create table payment
create index idx_fk_staff_id on payment (staff_id);

-- create table payment
create index idx_fk_customer_id on payment (customer_id);

-- create view customer_list
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

-- create view film_list
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

-- create view staff_list
create view staff_list as
select s.staff_id as ID,
       s.first_name||' '||s.last_name as name,
       a.address as address,
       a.postal_code as zip_code,
       a.phone as phone,
       city.city as city,
       country.country as country,
       s.store_id as SID
from staff as s
join address as a on s.address_id = a.address_id
join city on a.city_id = city.city_id
join country on city.country_id = country.country_id;

-- create view sales_by_store
create view sales_by_store as
select s.store_id,
       c.city||','||cy.country as store,
       m.first_name||' '||m.last_name as manager,
       sum(p.amount) as total_sales
from payment as p
inner join rental as r on p.rental_id = r.rental_id
inner join inventory as i on r.inventory_id = i.inventory_id
inner join store as s on i.store_id = s.store_id
inner join address as a on s.address_id = a.address_id
inner join city as c on a.city_id = c.city_id
inner join country as cy on c.country_id = cy.country_id
inner join staff as m on s.manager_staff_id = m.staff_id
group by s.store_id, c.city||','||cy.country, m.first_name||' '||m.last_name;

-- create view sales_by_film_category
create view sales_by_film_category as
select c.name as category, sum(p.amount) as total_sales
from payment as p
inner join rental as r on p.rental_id = r.rental_id
inner join inventory as i on r.inventory_id = i.inventory_id
inner join film as f on i.film_id = f.film_id
inner join film_category as fc on f.film_id = fc.film_id
inner join category as c on fc.category_id = c.category_id
group by c.name;

-- create trigger country_trigger_ai on country
create trigger country_trigger_ai after insert on country
begin
  update country set last_update = datetime('NOW') where rowid = new.rowid;
end;

-- create trigger country_trigger_au on country
create trigger country_trigger_au after update on country
begin
  update country set last_update = datetime('NOW') where rowid = new.rowid;
end;

-- create trigger city_trigger_ai on city
create trigger city_trigger_ai after insert on city
begin
  update city set last_update = datetime('NOW') where rowid = new.rowid;
end;

-- create trigger city_trigger_au on city
create trigger city_trigger_au after update on city
begin
  update city set last_update = datetime('NOW') where rowid = new.rowid;
end;

-- create trigger address_trigger_ai on address
create trigger address_trigger_ai after insert on address
begin
  update address set last_update = datetime('NOW') where rowid = new.rowid;
end;

-- create trigger address_trigger_au on address
create trigger address_trigger_au after update on address
begin
  update address set last_update = datetime('NOW') where rowid = new.rowid;
end;

-- create trigger store_trigger_ai on store
create trigger store_trigger_ai after insert on store
begin
  update store set last_update = datetime('NOW') where rowid = new.rowid;
end;

-- create trigger store_trigger_au on store
create trigger store_trigger_au after update on store
begin
  update store set last_update = datetime('NOW') where rowid = new.rowid;
end;

-- create trigger staff_trigger_ai on staff
create trigger staff_trigger_ai after insert on staff
begin
  update staff set last_update = datetime('NOW') where rowid = new.rowid;
end;

-- create trigger staff_trigger_au on staff
create trigger staff_trigger_au after update on staff
begin
  update staff set last_update = datetime('NOW') where rowid = new.rowid;
end;

-- create trigger customer_trigger_ai on customer
create trigger customer_trigger_ai after insert on customer
begin
  update customer set last_update = datetime('NOW') where rowid = new.rowid;
end;

-- create trigger customer_trigger_au on customer
create trigger customer_trigger_au after update on customer
begin
  update customer set last_update = datetime('NOW') where rowid = new.rowid;
end;

-- create trigger language_trigger_ai on language
create trigger language_trigger_ai after insert on language
begin
  update language set last_update = datetime('NOW') where rowid = new.rowid;
end;

-- create trigger language_trigger_au on language
create trigger language_trigger_au after update on language
begin
  update language set last_update = datetime('NOW') where rowid = new.rowid;
end;

-- create trigger category_trigger_ai on category
create trigger category_trigger_ai after insert on category
begin
  update category set last_update = datetime('NOW') where rowid = new.rowid;
end;

-- create trigger category_trigger_au on category
create trigger category_trigger_au after update on category
begin
  update category set last_update = datetime('NOW') where rowid = new.rowid;
end;

-- create trigger actor_trigger_ai on actor
create trigger actor_trigger_ai after insert on actor
begin
  update actor set last_update = datetime('NOW') where rowid = new.rowid;
end;

-- create trigger actor_trigger_au on actor
create trigger actor_trigger_au after update on actor
begin
  update actor set last_update = datetime('NOW') where rowid = new.rowid;
end;

-- create trigger film_trigger_ai on film
create trigger film_trigger_ai after insert on film
begin
  update film set last_update = datetime('NOW') where rowid = new.rowid;
end;

-- create trigger film_trigger_au on film
create trigger film_trigger_au after update on film
begin
  update film set last_update = datetime('NOW') where rowid = new.rowid;
end;

-- create trigger film_actor_trigger_ai on film_actor
create trigger film_actor_trigger_ai after insert on film_actor
begin
  update film_actor set last_update = datetime('NOW') where rowid = new.rowid;
end;

-- create trigger film_actor_trigger_au on film_actor
create trigger film_actor_trigger_au after update on film_actor
begin
  update film_actor set last_update = datetime('NOW') where rowid = new.rowid;
end;

-- create trigger film_category_trigger_ai on film_category
create trigger film_category_trigger_ai after insert on film_category
begin
  update film_category set last_update = datetime('NOW') where rowid = new.rowid;
end;

-- create trigger film_category_trigger_au on film_category
create trigger film_category_trigger_au after update on film_category
begin
  update film_category set last_update = datetime('NOW') where rowid = new.rowid;
end;

-- create trigger inventory_trigger_ai on inventory
create trigger inventory_trigger_ai after insert on inventory
begin
  update inventory set last_update = datetime('NOW') where rowid = new.rowid;
end;

-- create trigger inventory_trigger_au on inventory
create trigger inventory_trigger_au after update on inventory
begin
  update inventory set last_update = datetime('NOW') where rowid = new.rowid;
end;

-- create trigger rental_trigger_ai on rental
create trigger rental_trigger_ai after insert on rental
begin
  update rental set last_update = datetime('NOW') where rowid = new.rowid;
end;

-- create trigger rental_trigger_au on rental
create trigger rental_trigger_au after update on rental
begin
  update rental set last_update = datetime('NOW') where rowid = new.rowid;
end;

-- create trigger payment_trigger_ai on payment
create trigger payment_trigger_ai after insert on payment
begin
  update payment set last_update = datetime('NOW') where rowid = new.rowid;
end;

-- create trigger payment_trigger_au on payment
create trigger payment_trigger_au after update on payment
begin
  update payment set last_update = datetime('NOW') where rowid = new.rowid;
end;

commit;
