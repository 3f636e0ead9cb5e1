-- mig: revision 455c3ab5d29e
-- mig: after base
-- mig: message as the original has it
-- mig: postgres up
-- mig: renderer 1
-- mig: source d5239fff490c08a8e37fbcc9d256dbcf18262197d1233318f03fad64323e2ef3
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.up.sql
-- mig: sha-256 8f143e3a7dc337182686ce0dad6d8e7359d738844e9c36ecc0f631eff369941f

begin;

-- create enum mpaa_rating
create type mpaa_rating as enum ('G', 'PG', 'PG-13', 'R', 'NC-17');

-- create enum mpaa_rating
comment on type mpaa_rating is 'Who may see a film, as the Motion Picture Association of America says.';

-- create domain year
create domain year as integer constraint year_check check (value >= 1901 and value <= 2155);

-- create domain year
comment on domain year is 'A year in which a film can have been made.';

-- create domain "bıgınt"
create domain "bıgınt" as bigint;

-- create domain "bıgınt"
comment on domain "bıgınt" is 'A spelling mistake of the original, made under a Turkish locale: nothing uses it.';

-- create sequence country_country_id_seq
create sequence country_country_id_seq;

-- create sequence city_city_id_seq
create sequence city_city_id_seq;

-- create sequence address_address_id_seq
create sequence address_address_id_seq;

-- create sequence language_language_id_seq
create sequence language_language_id_seq;

-- create sequence category_category_id_seq
create sequence category_category_id_seq;

-- create sequence actor_actor_id_seq
create sequence actor_actor_id_seq;

-- create sequence film_film_id_seq
create sequence film_film_id_seq;

-- create sequence store_store_id_seq
create sequence store_store_id_seq;

-- create sequence staff_staff_id_seq
create sequence staff_staff_id_seq;

-- create sequence customer_customer_id_seq
create sequence customer_customer_id_seq;

-- create sequence inventory_inventory_id_seq
create sequence inventory_inventory_id_seq;

-- create sequence rental_rental_id_seq
create sequence rental_rental_id_seq;

-- create sequence payment_payment_id_seq
create sequence payment_payment_id_seq;

-- create table country
create table country (
  country_id integer not null default nextval('country_country_id_seq'),
  country text not null,
  last_update timestamptz not null default now(),
  constraint country_pkey primary key (country_id)
);

-- create table city
create table city (
  city_id integer not null default nextval('city_city_id_seq'),
  city text not null,
  country_id integer not null,
  last_update timestamptz not null default now(),
  constraint city_pkey primary key (city_id),
  constraint city_country_id_fkey foreign key (country_id) references country (country_id) on delete restrict on update cascade
);

-- create table city
create index idx_fk_country_id on city (country_id);

-- create table address
create table address (
  address_id integer not null default nextval('address_address_id_seq'),
  address text not null,
  address2 text,
  district text not null,
  city_id integer not null,
  postal_code text,
  phone text not null,
  last_update timestamptz not null default now(),
  constraint address_pkey primary key (address_id),
  constraint address_city_id_fkey foreign key (city_id) references city (city_id) on delete restrict on update cascade
);

-- create table address
create index idx_fk_city_id on address (city_id);

-- create table language
create table language (
  language_id integer not null default nextval('language_language_id_seq'),
  name char(20) not null,
  last_update timestamptz not null default now(),
  constraint language_pkey primary key (language_id)
);

-- create table category
create table category (
  category_id integer not null default nextval('category_category_id_seq'),
  name text not null,
  last_update timestamptz not null default now(),
  constraint category_pkey primary key (category_id)
);

-- create table actor
create table actor (
  actor_id integer not null default nextval('actor_actor_id_seq'),
  first_name text not null,
  last_name text not null,
  last_update timestamptz not null default now(),
  constraint actor_pkey primary key (actor_id)
);

-- create table actor
create index idx_actor_last_name on actor (last_name);

-- create table film
create table film (
  film_id integer not null default nextval('film_film_id_seq'),
  title text not null,
  description text,
  release_year year,
  language_id integer not null,
  original_language_id integer,
  rental_duration smallint not null default 3,
  rental_rate numeric(4, 2) not null default 4.99,
  length smallint,
  replacement_cost numeric(5, 2) not null default 19.99,
  rating mpaa_rating default 'G',
  last_update timestamptz not null default now(),
  special_features text[],
  fulltext tsvector not null,
  constraint film_pkey primary key (film_id),
  constraint film_language_id_fkey foreign key (language_id) references language (language_id) on delete restrict on update cascade,
  constraint film_original_language_id_fkey foreign key (original_language_id) references language (language_id) on delete restrict on update cascade
);

-- create table film
comment on table film is '`fulltext` is made of the title and the description by a trigger, for search.';

-- create table film
create index film_fulltext_idx on film using gist (fulltext);

-- create table film
create index idx_fk_language_id on film (language_id);

-- create table film
create index idx_fk_original_language_id on film (original_language_id);

-- create table film
create index idx_title on film (title);

-- create table film_actor
create table film_actor (
  actor_id integer not null,
  film_id integer not null,
  last_update timestamptz not null default now(),
  constraint film_actor_pkey primary key (actor_id, film_id),
  constraint film_actor_actor_id_fkey foreign key (actor_id) references actor (actor_id) on delete restrict on update cascade,
  constraint film_actor_film_id_fkey foreign key (film_id) references film (film_id) on delete restrict on update cascade
);

-- create table film_actor
create index idx_fk_film_id on film_actor (film_id);

-- create table film_category
create table film_category (
  film_id integer not null,
  category_id integer not null,
  last_update timestamptz not null default now(),
  constraint film_category_pkey primary key (film_id, category_id),
  constraint film_category_category_id_fkey foreign key (category_id) references category (category_id) on delete restrict on update cascade,
  constraint film_category_film_id_fkey foreign key (film_id) references film (film_id) on delete restrict on update cascade
);

-- create table store
create table store (
  store_id integer not null default nextval('store_store_id_seq'),
  manager_staff_id integer not null,
  address_id integer not null,
  last_update timestamptz not null default now(),
  constraint store_pkey primary key (store_id),
  constraint store_address_id_fkey foreign key (address_id) references address (address_id) on delete restrict on update cascade
);

-- create table store
create unique index idx_unq_manager_staff_id on store (manager_staff_id);

-- create table staff
create table staff (
  staff_id integer not null default nextval('staff_staff_id_seq'),
  first_name text not null,
  last_name text not null,
  address_id integer not null,
  email text,
  store_id integer not null,
  active boolean not null default true,
  username text not null,
  password text,
  last_update timestamptz not null default now(),
  picture bytea,
  constraint staff_pkey primary key (staff_id),
  constraint staff_address_id_fkey foreign key (address_id) references address (address_id) on delete restrict on update cascade,
  constraint staff_store_id_fkey foreign key (store_id) references store (store_id)
);

-- create table customer
create table customer (
  customer_id integer not null default nextval('customer_customer_id_seq'),
  store_id integer not null,
  first_name text not null,
  last_name text not null,
  email text,
  address_id integer not null,
  activebool boolean not null default true,
  create_date date not null default current_date,
  last_update timestamptz default now(),
  active integer,
  constraint customer_pkey primary key (customer_id),
  constraint customer_address_id_fkey foreign key (address_id) references address (address_id) on delete restrict on update cascade,
  constraint customer_store_id_fkey foreign key (store_id) references store (store_id) on delete restrict on update cascade
);

-- create table customer
comment on table customer is '`active` is an older form of `activebool`.';

-- create table customer
create index idx_fk_address_id on customer (address_id);

-- create table customer
create index idx_fk_store_id on customer (store_id);

-- create table customer
create index idx_last_name on customer (last_name);

-- create table inventory
create table inventory (
  inventory_id integer not null default nextval('inventory_inventory_id_seq'),
  film_id integer not null,
  store_id integer not null,
  last_update timestamptz not null default now(),
  constraint inventory_pkey primary key (inventory_id),
  constraint inventory_film_id_fkey foreign key (film_id) references film (film_id) on delete restrict on update cascade,
  constraint inventory_store_id_fkey foreign key (store_id) references store (store_id) on delete restrict on update cascade
);

-- create table inventory
comment on table inventory is 'One copy of a film in one shop.';

-- create table inventory
create index idx_store_id_film_id on inventory (store_id, film_id);

-- create table rental
create table rental (
  rental_id integer not null default nextval('rental_rental_id_seq'),
  rental_date timestamptz not null,
  inventory_id integer not null,
  customer_id integer not null,
  return_date timestamptz,
  staff_id integer not null,
  last_update timestamptz not null default now(),
  constraint rental_pkey primary key (rental_id),
  constraint rental_customer_id_fkey foreign key (customer_id) references customer (customer_id) on delete restrict on update cascade,
  constraint rental_inventory_id_fkey foreign key (inventory_id) references inventory (inventory_id) on delete restrict on update cascade,
  constraint rental_staff_id_fkey foreign key (staff_id) references staff (staff_id) on delete restrict on update cascade
);

-- create table rental
create index idx_fk_inventory_id on rental (inventory_id);

-- create table rental
create unique index idx_unq_rental_rental_date_inventory_id_customer_id on rental (rental_date, inventory_id, customer_id);

-- create table payment
create table payment (
  payment_id integer not null default nextval('payment_payment_id_seq'),
  customer_id integer not null,
  staff_id integer not null,
  rental_id integer not null,
  amount numeric(5, 2) not null,
  payment_date timestamptz not null,
  constraint payment_pkey primary key (payment_date, payment_id)
)
partition by range (payment_date);

-- create table payment
comment on table payment is 'One partition for each month. The keys to other tables stand on the partitions: the last one was made without them.';

-- create partition payment_p2022_01
create table payment_p2022_01 partition of payment (
  constraint payment_p2022_01_customer_id_fkey foreign key (customer_id) references customer (customer_id),
  constraint payment_p2022_01_rental_id_fkey foreign key (rental_id) references rental (rental_id),
  constraint payment_p2022_01_staff_id_fkey foreign key (staff_id) references staff (staff_id)
)
for values from ('2022-01-01 00:00:00+00') to ('2022-02-01 00:00:00+00');

-- create partition payment_p2022_01
create index idx_fk_payment_p2022_01_customer_id on payment_p2022_01 (customer_id);

-- create partition payment_p2022_01
create index idx_fk_payment_p2022_01_staff_id on payment_p2022_01 (staff_id);

-- create partition payment_p2022_01
create index payment_p2022_01_customer_id_idx on payment_p2022_01 (customer_id);

-- create partition payment_p2022_02
create table payment_p2022_02 partition of payment (
  constraint payment_p2022_02_customer_id_fkey foreign key (customer_id) references customer (customer_id),
  constraint payment_p2022_02_rental_id_fkey foreign key (rental_id) references rental (rental_id),
  constraint payment_p2022_02_staff_id_fkey foreign key (staff_id) references staff (staff_id)
)
for values from ('2022-02-01 00:00:00+00') to ('2022-03-01 00:00:00+00');

-- create partition payment_p2022_02
create index idx_fk_payment_p2022_02_customer_id on payment_p2022_02 (customer_id);

-- create partition payment_p2022_02
create index idx_fk_payment_p2022_02_staff_id on payment_p2022_02 (staff_id);

-- create partition payment_p2022_02
create index payment_p2022_02_customer_id_idx on payment_p2022_02 (customer_id);

-- create partition payment_p2022_03
create table payment_p2022_03 partition of payment (
  constraint payment_p2022_03_customer_id_fkey foreign key (customer_id) references customer (customer_id),
  constraint payment_p2022_03_rental_id_fkey foreign key (rental_id) references rental (rental_id),
  constraint payment_p2022_03_staff_id_fkey foreign key (staff_id) references staff (staff_id)
)
for values from ('2022-03-01 00:00:00+00') to ('2022-04-01 00:00:00+00');

-- create partition payment_p2022_03
create index idx_fk_payment_p2022_03_customer_id on payment_p2022_03 (customer_id);

-- create partition payment_p2022_03
create index idx_fk_payment_p2022_03_staff_id on payment_p2022_03 (staff_id);

-- create partition payment_p2022_03
create index payment_p2022_03_customer_id_idx on payment_p2022_03 (customer_id);

-- create partition payment_p2022_04
create table payment_p2022_04 partition of payment (
  constraint payment_p2022_04_customer_id_fkey foreign key (customer_id) references customer (customer_id),
  constraint payment_p2022_04_rental_id_fkey foreign key (rental_id) references rental (rental_id),
  constraint payment_p2022_04_staff_id_fkey foreign key (staff_id) references staff (staff_id)
)
for values from ('2022-04-01 00:00:00+00') to ('2022-05-01 00:00:00+00');

-- create partition payment_p2022_04
create index idx_fk_payment_p2022_04_customer_id on payment_p2022_04 (customer_id);

-- create partition payment_p2022_04
create index idx_fk_payment_p2022_04_staff_id on payment_p2022_04 (staff_id);

-- create partition payment_p2022_04
create index payment_p2022_04_customer_id_idx on payment_p2022_04 (customer_id);

-- create partition payment_p2022_05
create table payment_p2022_05 partition of payment (
  constraint payment_p2022_05_customer_id_fkey foreign key (customer_id) references customer (customer_id),
  constraint payment_p2022_05_rental_id_fkey foreign key (rental_id) references rental (rental_id),
  constraint payment_p2022_05_staff_id_fkey foreign key (staff_id) references staff (staff_id)
)
for values from ('2022-05-01 00:00:00+00') to ('2022-06-01 00:00:00+00');

-- create partition payment_p2022_05
create index idx_fk_payment_p2022_05_customer_id on payment_p2022_05 (customer_id);

-- create partition payment_p2022_05
create index idx_fk_payment_p2022_05_staff_id on payment_p2022_05 (staff_id);

-- create partition payment_p2022_05
create index payment_p2022_05_customer_id_idx on payment_p2022_05 (customer_id);

-- create partition payment_p2022_06
create table payment_p2022_06 partition of payment (
  constraint payment_p2022_06_customer_id_fkey foreign key (customer_id) references customer (customer_id),
  constraint payment_p2022_06_rental_id_fkey foreign key (rental_id) references rental (rental_id),
  constraint payment_p2022_06_staff_id_fkey foreign key (staff_id) references staff (staff_id)
)
for values from ('2022-06-01 00:00:00+00') to ('2022-07-01 00:00:00+00');

-- create partition payment_p2022_06
create index idx_fk_payment_p2022_06_customer_id on payment_p2022_06 (customer_id);

-- create partition payment_p2022_06
create index idx_fk_payment_p2022_06_staff_id on payment_p2022_06 (staff_id);

-- create partition payment_p2022_06
create index payment_p2022_06_customer_id_idx on payment_p2022_06 (customer_id);

-- create partition payment_p2022_07
create table payment_p2022_07 partition of payment
for values from ('2022-07-01 00:00:00+00') to ('2022-08-01 00:00:00+00');

-- create function last_updated()
create function last_updated()
returns trigger language plpgsql
as $$
BEGIN
    NEW.last_update = CURRENT_TIMESTAMP;
    RETURN NEW;
END
$$;

-- create function inventory_in_stock(integer)
create function inventory_in_stock(p_inventory_id integer)
returns boolean language plpgsql
as $$
DECLARE
    v_rentals INTEGER;
    v_out     INTEGER;
BEGIN
    -- AN ITEM IS IN-STOCK IF THERE ARE EITHER NO ROWS IN THE rental TABLE
    -- FOR THE ITEM OR ALL ROWS HAVE return_date POPULATED

    SELECT count(*) INTO v_rentals
    FROM rental
    WHERE inventory_id = p_inventory_id;

    IF v_rentals = 0 THEN
      RETURN TRUE;
    END IF;

    SELECT COUNT(rental_id) INTO v_out
    FROM inventory LEFT JOIN rental USING(inventory_id)
    WHERE inventory.inventory_id = p_inventory_id
    AND rental.return_date IS NULL;

    IF v_out > 0 THEN
      RETURN FALSE;
    ELSE
      RETURN TRUE;
    END IF;
END
$$;

-- create function inventory_held_by_customer(integer)
create function inventory_held_by_customer(p_inventory_id integer)
returns integer language plpgsql
as $$
DECLARE
    v_customer_id INTEGER;
BEGIN

  SELECT customer_id INTO v_customer_id
  FROM rental
  WHERE return_date IS NULL
  AND inventory_id = p_inventory_id;

  RETURN v_customer_id;
END
$$;

-- create function film_in_stock(integer, integer)
create function film_in_stock(p_film_id integer, p_store_id integer, out p_film_count integer)
returns setof integer language sql
as $$
     SELECT inventory_id
     FROM inventory
     WHERE film_id = $1
     AND store_id = $2
     AND inventory_in_stock(inventory_id);
$$;

-- create function film_not_in_stock(integer, integer)
create function film_not_in_stock(p_film_id integer, p_store_id integer, out p_film_count integer)
returns setof integer language sql
as $$
    SELECT inventory_id
    FROM inventory
    WHERE film_id = $1
    AND store_id = $2
    AND NOT inventory_in_stock(inventory_id);
$$;

-- create function get_customer_balance(integer, timestamp with time zone)
create function get_customer_balance(p_customer_id integer, p_effective_date timestamp with time zone)
returns numeric language plpgsql
as $$
       --#OK, WE NEED TO CALCULATE THE CURRENT BALANCE GIVEN A CUSTOMER_ID AND A DATE
       --#THAT WE WANT THE BALANCE TO BE EFFECTIVE FOR. THE BALANCE IS:
       --#   1) RENTAL FEES FOR ALL PREVIOUS RENTALS
       --#   2) ONE DOLLAR FOR EVERY DAY THE PREVIOUS RENTALS ARE OVERDUE
       --#   3) IF A FILM IS MORE THAN RENTAL_DURATION * 2 OVERDUE, CHARGE THE REPLACEMENT_COST
       --#   4) SUBTRACT ALL PAYMENTS MADE BEFORE THE DATE SPECIFIED
DECLARE
    v_rentfees DECIMAL(5,2); --#FEES PAID TO RENT THE VIDEOS INITIALLY
    v_overfees INTEGER;      --#LATE FEES FOR PRIOR RENTALS
    v_payments DECIMAL(5,2); --#SUM OF PAYMENTS MADE PREVIOUSLY
BEGIN
    SELECT COALESCE(SUM(film.rental_rate),0) INTO v_rentfees
    FROM film, inventory, rental
    WHERE film.film_id = inventory.film_id
      AND inventory.inventory_id = rental.inventory_id
      AND rental.rental_date <= p_effective_date
      AND rental.customer_id = p_customer_id;

    SELECT COALESCE(SUM(IF((rental.return_date - rental.rental_date) > (film.rental_duration * '1 day'::interval),
        ((rental.return_date - rental.rental_date) - (film.rental_duration * '1 day'::interval)),0)),0) INTO v_overfees
    FROM rental, inventory, film
    WHERE film.film_id = inventory.film_id
      AND inventory.inventory_id = rental.inventory_id
      AND rental.rental_date <= p_effective_date
      AND rental.customer_id = p_customer_id;

    SELECT COALESCE(SUM(payment.amount),0) INTO v_payments
    FROM payment
    WHERE payment.payment_date <= p_effective_date
    AND payment.customer_id = p_customer_id;

    RETURN v_rentfees + v_overfees - v_payments;
END
$$;

-- create function _group_concat(text, text)
create function _group_concat(text, text)
returns text language sql immutable
as $$
SELECT CASE
  WHEN $2 IS NULL THEN $1
  WHEN $1 IS NULL THEN $2
  ELSE $1 || ', ' || $2
END
$$;

-- create aggregate group_concat(text)
create aggregate group_concat(text) (
  sfunc = _group_concat,
  stype = text
);

-- create aggregate group_concat(text)
comment on aggregate group_concat(text) is 'All values in one text, with commas between them.';

-- create function last_day(timestamp with time zone)
create function last_day(timestamp with time zone)
returns date language sql immutable strict
as $$
  SELECT CASE
    WHEN EXTRACT(MONTH FROM $1) = 12 THEN
      (((EXTRACT(YEAR FROM $1) + 1) operator(pg_catalog.||) '-01-01')::date - INTERVAL '1 day')::date
    ELSE
      ((EXTRACT(YEAR FROM $1) operator(pg_catalog.||) '-' operator(pg_catalog.||) (EXTRACT(MONTH FROM $1) + 1) operator(pg_catalog.||) '-01')::date - INTERVAL '1 day')::date
    END
$$;

-- create function rewards_report(integer, numeric)
create function rewards_report(min_monthly_purchases integer, min_dollar_amount_purchased numeric)
returns setof customer language plpgsql security definer
as $$
DECLARE
    last_month_start DATE;
    last_month_end DATE;
rr RECORD;
tmpSQL TEXT;
BEGIN

    /* Some sanity checks... */
    IF min_monthly_purchases = 0 THEN
        RAISE EXCEPTION 'Minimum monthly purchases parameter must be > 0';
    END IF;
    IF min_dollar_amount_purchased = 0.00 THEN
        RAISE EXCEPTION 'Minimum monthly dollar amount purchased parameter must be > $0.00';
    END IF;

    last_month_start := CURRENT_DATE - '3 month'::interval;
    last_month_start := to_date((extract(YEAR FROM last_month_start) || '-' || extract(MONTH FROM last_month_start) || '-01'),'YYYY-MM-DD');
    last_month_end := LAST_DAY(last_month_start);

    /*
    Create a temporary storage area for Customer IDs.
    */
    CREATE TEMPORARY TABLE tmpCustomer (customer_id INTEGER NOT NULL PRIMARY KEY);

    /*
    Find all customers meeting the monthly purchase requirements
    */

    tmpSQL := 'INSERT INTO tmpCustomer (customer_id)
        SELECT p.customer_id
        FROM payment AS p
        WHERE DATE(p.payment_date) BETWEEN '||quote_literal(last_month_start) ||' AND '|| quote_literal(last_month_end) || '
        GROUP BY customer_id
        HAVING SUM(p.amount) > '|| min_dollar_amount_purchased || '
        AND COUNT(customer_id) > ' ||min_monthly_purchases ;

    EXECUTE tmpSQL;

    /*
    Output ALL customer information of matching rewardees.
    Customize output as needed.
    */
    FOR rr IN EXECUTE 'SELECT c.* FROM tmpCustomer AS t INNER JOIN customer AS c ON t.customer_id = c.customer_id' LOOP
        RETURN NEXT rr;
    END LOOP;

    /* Clean up */
    tmpSQL := 'DROP TABLE tmpCustomer';
    EXECUTE tmpSQL;

RETURN;
END
$$;

-- create materialized view rental_by_category
create materialized view rental_by_category as
select c.name as category,
       sum(p.amount) as total_sales
from payment p
join rental r on p.rental_id = r.rental_id
join inventory i on r.inventory_id = i.inventory_id
join film f on i.film_id = f.film_id
join film_category fc on f.film_id = fc.film_id
join category c on fc.category_id = c.category_id
group by c.name
order by sum(p.amount) desc;

-- create materialized view rental_by_category
create unique index rental_category on rental_by_category (category);

-- create view actor_info
create view actor_info as
select a.actor_id,
       a.first_name,
       a.last_name,
       group_concat(distinct c.name || ': ' || (
         select group_concat(f.title) as group_concat
         from film f
         join film_category fc_1 on f.film_id = fc_1.film_id
         join film_actor fa_1 on f.film_id = fa_1.film_id
         where fc_1.category_id = c.category_id and fa_1.actor_id = a.actor_id
         group by fa_1.actor_id
       )) as film_info
from actor a
left join film_actor fa on a.actor_id = fa.actor_id
left join film_category fc on fa.film_id = fc.film_id
left join category c on fc.category_id = c.category_id
group by a.actor_id, a.first_name, a.last_name;

-- create view film_list
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

-- create view nicer_but_slower_film_list
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

-- create view customer_list
create view customer_list as
select cu.customer_id as id,
       cu.first_name || ' ' || cu.last_name as name,
       a.address,
       a.postal_code as "zip code",
       a.phone,
       city.city,
       country.country,
       case when cu.activebool then 'active' else '' end as notes,
       cu.store_id as sid
from customer cu
join address a on cu.address_id = a.address_id
join city on a.city_id = city.city_id
join country on city.country_id = country.country_id;

-- create view staff_list
create view staff_list as
select s.staff_id as id,
       s.first_name || ' ' || s.last_name as name,
       a.address,
       a.postal_code as "zip code",
       a.phone,
       city.city,
       country.country,
       s.store_id as sid
from staff s
join address a on s.address_id = a.address_id
join city on a.city_id = city.city_id
join country on city.country_id = country.country_id;

-- create view sales_by_store
create view sales_by_store as
select c.city || ',' || cy.country as store,
       m.first_name || ' ' || m.last_name as manager,
       sum(p.amount) as total_sales
from payment p
join rental r on p.rental_id = r.rental_id
join inventory i on r.inventory_id = i.inventory_id
join store s on i.store_id = s.store_id
join address a on s.address_id = a.address_id
join city c on a.city_id = c.city_id
join country cy on c.country_id = cy.country_id
join staff m on s.manager_staff_id = m.staff_id
group by cy.country, c.city, s.store_id, m.first_name, m.last_name
order by cy.country, c.city;

-- create view sales_by_film_category
create view sales_by_film_category as
select c.name as category,
       sum(p.amount) as total_sales
from payment p
join rental r on p.rental_id = r.rental_id
join inventory i on r.inventory_id = i.inventory_id
join film f on i.film_id = f.film_id
join film_category fc on f.film_id = fc.film_id
join category c on fc.category_id = c.category_id
group by c.name
order by sum(p.amount) desc;

-- create trigger last_updated on country
create trigger last_updated before update on country
for each row execute function last_updated();

-- create trigger last_updated on city
create trigger last_updated before update on city
for each row execute function last_updated();

-- create trigger last_updated on address
create trigger last_updated before update on address
for each row execute function last_updated();

-- create trigger last_updated on language
create trigger last_updated before update on language
for each row execute function last_updated();

-- create trigger last_updated on category
create trigger last_updated before update on category
for each row execute function last_updated();

-- create trigger last_updated on actor
create trigger last_updated before update on actor
for each row execute function last_updated();

-- create trigger last_updated on film
create trigger last_updated before update on film
for each row execute function last_updated();

-- create trigger film_fulltext_trigger on film
create trigger film_fulltext_trigger before insert or update on film
for each row
execute function tsvector_update_trigger('fulltext', 'pg_catalog.english', 'title', 'description');

-- create trigger last_updated on film_actor
create trigger last_updated before update on film_actor
for each row execute function last_updated();

-- create trigger last_updated on film_category
create trigger last_updated before update on film_category
for each row execute function last_updated();

-- create trigger last_updated on store
create trigger last_updated before update on store
for each row execute function last_updated();

-- create trigger last_updated on staff
create trigger last_updated before update on staff
for each row execute function last_updated();

-- create trigger last_updated on customer
create trigger last_updated before update on customer
for each row execute function last_updated();

-- create trigger last_updated on inventory
create trigger last_updated before update on inventory
for each row execute function last_updated();

-- create trigger last_updated on rental
create trigger last_updated before update on rental
for each row execute function last_updated();

commit;
