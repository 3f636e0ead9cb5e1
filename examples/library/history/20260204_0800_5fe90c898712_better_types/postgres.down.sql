-- mig: revision 5fe90c898712
-- mig: after f1484a847461
-- mig: message better types
-- mig: postgres down
-- mig: renderer 1
-- mig: source 65bc6dc1415b3836e65e6919203bb9c84370686f8509923d45f6eaf955f6c424
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.down.sql
-- mig: sha-256 442c9e7f92315abf4cdf74b962055b6de6e5636adaa25fe2e33140171bffd7e5

begin;

-- add column books.order
alter table books add column "order" integer;

-- mig: lossy: which rows held null in settings.value
-- alter column settings.value
update settings set value = '' where value is null;

-- alter column settings.value
alter table settings alter column value set not null;

-- alter column loans.fine
alter table loans
  alter column fine drop default,
  alter column fine type numeric(6, 2) using (fine / 100.0)::numeric,
  alter column fine set default 0;

-- alter column copies.state
alter table copies
  alter column state drop default,
  alter column state type text using (state),
  alter column state set default 'good';

-- alter column readers.joined_on; alter column readers.card
alter table readers drop constraint readers_card;

-- mig: lossy: the old form of readers.joined_on: values lose the time of day; the old form of readers.card: values lose trailing spaces
-- alter column readers.joined_on; alter column readers.card
alter table readers
  alter column joined_on drop default,
  alter column joined_on type date using (joined_on at time zone 'UTC')::date,
  alter column joined_on set default current_date,
  alter column card type char(8);

-- alter column books.check; alter column books.price; alter column books.isbn
alter table books drop constraint isbn_digits;

-- mig: lossy: the old form of books.check: values lose their spelling; the old form of books.isbn: values lose trailing spaces
-- alter column books.check; alter column books.price; alter column books.isbn
alter table books
  alter column "check" drop default,
  alter column "check" type integer using "check"::integer,
  alter column "check" set default 0,
  alter column price drop not null,
  alter column isbn type char(13);

-- drop enum condition
drop type condition;

-- alter column books.check; alter column books.price; alter column books.isbn
alter table books add constraint isbn_digits check (isbn ~ '^[0-9]{13}$');

-- alter column readers.joined_on; alter column readers.card
alter table readers add constraint readers_card check (length(card) = 8);

commit;
