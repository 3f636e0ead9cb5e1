-- mig: revision 044f0db97df3
-- mig: after base
-- mig: message as the original has it
-- mig: sqlite down
-- mig: renderer 1
-- mig: source 3ec93a2027dd9552b40fa1cb37c2c8344c508a46a610ddb41a161abf94f00582
-- mig: by hand sqlite3 -bail DATABASE < sqlite.down.sql
-- mig: sha-256 6bae997506a9518b9d73aa9ce8e297608c59a1e163d8c53c4aa9e2b1a540adae

-- mig: no transaction

-- foreign keys are off, or dropping the old form of a table would delete the rows that reference it
pragma foreign_keys = off;

-- mig: transaction

begin immediate;

-- drop trigger payment_trigger_au on payment
drop trigger payment_trigger_au;

-- drop trigger payment_trigger_ai on payment
drop trigger payment_trigger_ai;

-- drop trigger rental_trigger_au on rental
drop trigger rental_trigger_au;

-- drop trigger rental_trigger_ai on rental
drop trigger rental_trigger_ai;

-- drop trigger inventory_trigger_au on inventory
drop trigger inventory_trigger_au;

-- drop trigger inventory_trigger_ai on inventory
drop trigger inventory_trigger_ai;

-- drop trigger film_category_trigger_au on film_category
drop trigger film_category_trigger_au;

-- drop trigger film_category_trigger_ai on film_category
drop trigger film_category_trigger_ai;

-- drop trigger film_actor_trigger_au on film_actor
drop trigger film_actor_trigger_au;

-- drop trigger film_actor_trigger_ai on film_actor
drop trigger film_actor_trigger_ai;

-- drop trigger film_trigger_au on film
drop trigger film_trigger_au;

-- drop trigger film_trigger_ai on film
drop trigger film_trigger_ai;

-- drop trigger actor_trigger_au on actor
drop trigger actor_trigger_au;

-- drop trigger actor_trigger_ai on actor
drop trigger actor_trigger_ai;

-- drop trigger category_trigger_au on category
drop trigger category_trigger_au;

-- drop trigger category_trigger_ai on category
drop trigger category_trigger_ai;

-- drop trigger language_trigger_au on language
drop trigger language_trigger_au;

-- drop trigger language_trigger_ai on language
drop trigger language_trigger_ai;

-- drop trigger customer_trigger_au on customer
drop trigger customer_trigger_au;

-- drop trigger customer_trigger_ai on customer
drop trigger customer_trigger_ai;

-- drop trigger staff_trigger_au on staff
drop trigger staff_trigger_au;

-- drop trigger staff_trigger_ai on staff
drop trigger staff_trigger_ai;

-- drop trigger store_trigger_au on store
drop trigger store_trigger_au;

-- drop trigger store_trigger_ai on store
drop trigger store_trigger_ai;

-- drop trigger address_trigger_au on address
drop trigger address_trigger_au;

-- drop trigger address_trigger_ai on address
drop trigger address_trigger_ai;

-- drop trigger city_trigger_au on city
drop trigger city_trigger_au;

-- drop trigger city_trigger_ai on city
drop trigger city_trigger_ai;

-- drop trigger country_trigger_au on country
drop trigger country_trigger_au;

-- drop trigger country_trigger_ai on country
drop trigger country_trigger_ai;

-- drop view sales_by_film_category
drop view sales_by_film_category;

-- drop view sales_by_store
drop view sales_by_store;

-- drop view staff_list
drop view staff_list;

-- drop view film_list
drop view film_list;

-- drop view customer_list
drop view customer_list;

-- mig: lossy: all rows of payment
-- drop table payment
drop table payment;

-- mig: lossy: all rows of rental
-- drop table rental
drop table rental;

-- mig: lossy: all rows of inventory
-- drop table inventory
drop table inventory;

-- mig: lossy: all rows of film_text
-- drop table film_text
drop table film_text;

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

-- mig: lossy: all rows of customer
-- drop table customer
drop table customer;

-- mig: lossy: all rows of store
-- drop table store
drop table store;

-- mig: lossy: all rows of staff
-- drop table staff
drop table staff;

-- mig: lossy: all rows of address
-- drop table address
drop table address;

-- mig: lossy: all rows of city
-- drop table city
drop table city;

-- mig: lossy: all rows of country
-- drop table country
drop table country;

commit;

-- mig: no transaction

-- foreign keys are on again
pragma foreign_keys = on;

-- mig: transaction
