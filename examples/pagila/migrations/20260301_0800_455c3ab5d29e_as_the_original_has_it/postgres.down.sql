-- mig: revision 455c3ab5d29e
-- mig: after base
-- mig: message as the original has it
-- mig: postgres down
-- mig: renderer 1
-- mig: source d5239fff490c08a8e37fbcc9d256dbcf18262197d1233318f03fad64323e2ef3
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.down.sql
-- mig: sha-256 1f48e3f713dd340cf077ad29cc82962894e0013724ffc218ce149cd39b219456

begin;

-- drop trigger last_updated on rental
drop trigger last_updated on rental;

-- drop trigger last_updated on inventory
drop trigger last_updated on inventory;

-- drop trigger last_updated on customer
drop trigger last_updated on customer;

-- drop trigger last_updated on staff
drop trigger last_updated on staff;

-- drop trigger last_updated on store
drop trigger last_updated on store;

-- drop trigger last_updated on film_category
drop trigger last_updated on film_category;

-- drop trigger last_updated on film_actor
drop trigger last_updated on film_actor;

-- drop trigger film_fulltext_trigger on film
drop trigger film_fulltext_trigger on film;

-- drop trigger last_updated on film
drop trigger last_updated on film;

-- drop trigger last_updated on actor
drop trigger last_updated on actor;

-- drop trigger last_updated on category
drop trigger last_updated on category;

-- drop trigger last_updated on language
drop trigger last_updated on language;

-- drop trigger last_updated on address
drop trigger last_updated on address;

-- drop trigger last_updated on city
drop trigger last_updated on city;

-- drop trigger last_updated on country
drop trigger last_updated on country;

-- drop materialized view rental_by_category
drop materialized view rental_by_category;

-- drop view sales_by_film_category
drop view sales_by_film_category;

-- drop view sales_by_store
drop view sales_by_store;

-- drop view staff_list
drop view staff_list;

-- drop view customer_list
drop view customer_list;

-- drop view nicer_but_slower_film_list
drop view nicer_but_slower_film_list;

-- drop view film_list
drop view film_list;

-- drop view actor_info
drop view actor_info;

-- drop function rewards_report(integer, numeric)
drop function rewards_report(integer, numeric);

-- drop function last_day(timestamp with time zone)
drop function last_day(timestamp with time zone);

-- drop aggregate group_concat(text)
drop aggregate group_concat(text);

-- drop function _group_concat(text, text)
drop function _group_concat(text, text);

-- drop function get_customer_balance(integer, timestamp with time zone)
drop function get_customer_balance(integer, timestamp with time zone);

-- drop function film_not_in_stock(integer, integer)
drop function film_not_in_stock(integer, integer);

-- drop function film_in_stock(integer, integer)
drop function film_in_stock(integer, integer);

-- drop function inventory_held_by_customer(integer)
drop function inventory_held_by_customer(integer);

-- drop function inventory_in_stock(integer)
drop function inventory_in_stock(integer);

-- drop function last_updated()
drop function last_updated();

-- mig: lossy: all rows of payment_p2022_07
-- drop partition payment_p2022_07
drop table payment_p2022_07;

-- mig: lossy: all rows of payment_p2022_06
-- drop partition payment_p2022_06
drop table payment_p2022_06;

-- mig: lossy: all rows of payment_p2022_05
-- drop partition payment_p2022_05
drop table payment_p2022_05;

-- mig: lossy: all rows of payment_p2022_04
-- drop partition payment_p2022_04
drop table payment_p2022_04;

-- mig: lossy: all rows of payment_p2022_03
-- drop partition payment_p2022_03
drop table payment_p2022_03;

-- mig: lossy: all rows of payment_p2022_02
-- drop partition payment_p2022_02
drop table payment_p2022_02;

-- mig: lossy: all rows of payment_p2022_01
-- drop partition payment_p2022_01
drop table payment_p2022_01;

-- mig: lossy: all rows of payment
-- drop table payment
drop table payment;

-- mig: lossy: all rows of rental
-- drop table rental
drop table rental;

-- mig: lossy: all rows of inventory
-- drop table inventory
drop table inventory;

-- mig: lossy: all rows of customer
-- drop table customer
drop table customer;

-- mig: lossy: all rows of staff
-- drop table staff
drop table staff;

-- mig: lossy: all rows of store
-- drop table store
drop table store;

-- mig: lossy: all rows of film_category
-- drop table film_category
drop table film_category;

-- mig: lossy: all rows of film_actor
-- drop table film_actor
drop table film_actor;

-- mig: lossy: all rows of film
-- drop table film
drop table film;

-- mig: lossy: all rows of actor
-- drop table actor
drop table actor;

-- mig: lossy: all rows of category
-- drop table category
drop table category;

-- mig: lossy: all rows of language
-- drop table language
drop table language;

-- mig: lossy: all rows of address
-- drop table address
drop table address;

-- mig: lossy: all rows of city
-- drop table city
drop table city;

-- mig: lossy: all rows of country
-- drop table country
drop table country;

-- mig: lossy: the last value of sequence payment_payment_id_seq
-- drop sequence payment_payment_id_seq
drop sequence payment_payment_id_seq;

-- mig: lossy: the last value of sequence rental_rental_id_seq
-- drop sequence rental_rental_id_seq
drop sequence rental_rental_id_seq;

-- mig: lossy: the last value of sequence inventory_inventory_id_seq
-- drop sequence inventory_inventory_id_seq
drop sequence inventory_inventory_id_seq;

-- mig: lossy: the last value of sequence customer_customer_id_seq
-- drop sequence customer_customer_id_seq
drop sequence customer_customer_id_seq;

-- mig: lossy: the last value of sequence staff_staff_id_seq
-- drop sequence staff_staff_id_seq
drop sequence staff_staff_id_seq;

-- mig: lossy: the last value of sequence store_store_id_seq
-- drop sequence store_store_id_seq
drop sequence store_store_id_seq;

-- mig: lossy: the last value of sequence film_film_id_seq
-- drop sequence film_film_id_seq
drop sequence film_film_id_seq;

-- mig: lossy: the last value of sequence actor_actor_id_seq
-- drop sequence actor_actor_id_seq
drop sequence actor_actor_id_seq;

-- mig: lossy: the last value of sequence category_category_id_seq
-- drop sequence category_category_id_seq
drop sequence category_category_id_seq;

-- mig: lossy: the last value of sequence language_language_id_seq
-- drop sequence language_language_id_seq
drop sequence language_language_id_seq;

-- mig: lossy: the last value of sequence address_address_id_seq
-- drop sequence address_address_id_seq
drop sequence address_address_id_seq;

-- mig: lossy: the last value of sequence city_city_id_seq
-- drop sequence city_city_id_seq
drop sequence city_city_id_seq;

-- mig: lossy: the last value of sequence country_country_id_seq
-- drop sequence country_country_id_seq
drop sequence country_country_id_seq;

-- drop domain "bıgınt"
drop domain "bıgınt";

-- drop domain year
drop domain year;

-- drop enum mpaa_rating
drop type mpaa_rating;

commit;
