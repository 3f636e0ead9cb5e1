-- mig: revision 5fe90c898712
-- mig: after f1484a847461
-- mig: message better types
-- mig: postgres up
-- mig: renderer 1
-- mig: source 65bc6dc1415b3836e65e6919203bb9c84370686f8509923d45f6eaf955f6c424
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.up.sql
-- mig: sha-256 15b7e068afc71b160c4e59321441ef28dd2d6ecdafca1589647d5bb774c8c132

begin;

-- create enum condition
create type condition as enum ('good', 'worn');

-- alter column books.isbn; alter column books.price; alter column books.check
alter table books drop constraint isbn_digits;

-- alter column books.isbn; alter column books.price; alter column books.check
alter table books
  alter column isbn type varchar(20),
  alter column "check" drop default,
  alter column "check" type text,
  alter column "check" set default '0';

-- mig: lossy: which rows held null in books.price
-- alter column books.isbn; alter column books.price; alter column books.check
update books set price = 0 where price is null;

-- alter column books.isbn; alter column books.price; alter column books.check
alter table books alter column price set not null;

-- alter column readers.card; alter column readers.joined_on
alter table readers drop constraint readers_card;

-- alter column readers.card; alter column readers.joined_on
alter table readers
  alter column card type varchar(20),
  alter column joined_on drop default,
  alter column joined_on type timestamptz using joined_on::timestamp at time zone 'UTC',
  alter column joined_on set default now();

-- alter column copies.state
alter table copies
  alter column state drop default,
  alter column state type condition using ((case state when 'good' then 'good' else 'worn' end)::condition),
  alter column state set default 'good';

-- alter column loans.fine
alter table loans
  alter column fine drop default,
  alter column fine type integer using (fine * 100)::integer,
  alter column fine set default 0;

-- alter column settings.value
alter table settings alter column value drop not null;

-- mig: lossy: the values of books.order
-- drop column books.order
alter table books drop column "order";

-- alter column books.isbn; alter column books.price; alter column books.check
alter table books add constraint isbn_digits check (isbn ~ '^[0-9]{13}$');

-- alter column readers.card; alter column readers.joined_on
alter table readers add constraint readers_card check (length(card) = 8);

commit;
