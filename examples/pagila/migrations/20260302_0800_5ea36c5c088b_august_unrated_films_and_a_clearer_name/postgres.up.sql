-- mig: revision 5ea36c5c088b
-- mig: after 455c3ab5d29e
-- mig: message August, unrated films, and a clearer name
-- mig: postgres up
-- mig: renderer 1
-- mig: source 2c01ceb1a9cf2f7606cd68f05142ab1a23182d9f849e09626c0ed1f294782e1c
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.up.sql
-- mig: sha-256 72f6bbb49fabbe7d3dbbd6010662bc3f8afa22fe0dfd3e13fa442c04b64d3eea

begin;

-- rename column customer.activebool to is_active
alter table customer rename column activebool to is_active;

-- alter enum mpaa_rating
alter type mpaa_rating add value 'unrated' after 'NC-17';

-- create partition payment_p2022_08
create table payment_p2022_08 partition of payment (
  constraint payment_p2022_08_customer_id_fkey foreign key (customer_id) references customer (customer_id),
  constraint payment_p2022_08_rental_id_fkey foreign key (rental_id) references rental (rental_id),
  constraint payment_p2022_08_staff_id_fkey foreign key (staff_id) references staff (staff_id)
)
for values from ('2022-08-01 00:00:00+00') to ('2022-09-01 00:00:00+00');

-- create partition payment_p2022_08
create index payment_p2022_08_customer_id_idx on payment_p2022_08 (customer_id);

-- create partition payment_p2022_08
create index payment_p2022_08_staff_id_idx on payment_p2022_08 (staff_id);

-- create partition payment_later
create table payment_later partition of payment
default;

-- create partition payment_later
comment on table payment_later is 'What comes later, until it has a partition of its own.';

-- alter table customer
comment on table customer is '`active` is an older form of `is_active`.';

-- drop domain "bıgınt"
drop domain "bıgınt";

commit;
