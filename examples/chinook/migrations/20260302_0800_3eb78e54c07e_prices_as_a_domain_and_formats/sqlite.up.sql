-- mig: revision 3eb78e54c07e
-- mig: after 3a4c904c05af
-- mig: message prices as a domain, and formats
-- mig: sqlite up
-- mig: renderer 1
-- mig: source 2cc243a5773d30bc5354d99a5a8f31871acd586b1f5cb9e987aeab003e44d2bf
-- mig: by hand sqlite3 -bail DATABASE < sqlite.up.sql
-- mig: sha-256 679223d01b019e9ae06e3913d6c802e3adad5a6b483af809e155dbe758f29b90

-- mig: no transaction

-- foreign keys are off, or dropping the old form of a table would delete the rows that reference it
pragma foreign_keys = off;

-- mig: transaction

begin immediate;

-- rows whose foreign keys are broken already
create temp table mig_broken_keys (child TEXT primary key, broken INTEGER);

-- rows whose foreign keys are broken already
insert into temp.mig_broken_keys
select 'track', count(*) from pragma_foreign_key_check('track');

-- rows whose foreign keys are broken already
insert into temp.mig_broken_keys
select 'playlist_track', count(*) from pragma_foreign_key_check('playlist_track');

-- rows whose foreign keys are broken already
insert into temp.mig_broken_keys
select 'invoice', count(*) from pragma_foreign_key_check('invoice');

-- rows whose foreign keys are broken already
insert into temp.mig_broken_keys
select 'invoice_line', count(*) from pragma_foreign_key_check('invoice_line');

-- what references a renamed table follows it
pragma legacy_alter_table = off;

-- rename table media_type to format
alter table media_type rename to format;

-- rename column format.media_type_id to format_id
alter table format rename column media_type_id to format_id;

-- rename column track.media_type_id to format_id
alter table track rename column media_type_id to format_id;

-- rename column track.bytes to size
alter table track rename column bytes to size;

-- alter column track.unit_price
create table _mig_track (
  track_id INTEGER not null,
  name VARCHAR(200) not null,
  album_id INTEGER,
  format_id INTEGER not null,
  genre_id INTEGER,
  composer VARCHAR(220),
  milliseconds INTEGER not null,
  size INTEGER,
  unit_price NUMERIC(10, 2) not null,
  constraint track_pkey primary key (track_id),
  constraint track_album_id_fkey foreign key (album_id) references album (album_id),
  constraint track_format_id_fkey foreign key (format_id) references format (format_id),
  constraint track_genre_id_fkey foreign key (genre_id) references genre (genre_id),
  constraint track_unit_price_domain check (unit_price >= 0)
);

-- alter column track.unit_price
insert into _mig_track (track_id, name, album_id, format_id, genre_id, composer, milliseconds, size, unit_price)
select track_id, name, album_id, format_id, genre_id, composer, milliseconds, size, unit_price
from track;

-- alter column track.unit_price
drop table track;

-- alter column track.unit_price
alter table _mig_track rename to track;

-- alter column invoice.total
create table _mig_invoice (
  invoice_id INTEGER not null,
  customer_id INTEGER not null,
  invoice_date DATETIME not null,
  billing_address VARCHAR(70),
  billing_city VARCHAR(40),
  billing_state VARCHAR(40),
  billing_country VARCHAR(40),
  billing_postal_code VARCHAR(10),
  total NUMERIC(10, 2) not null,
  constraint invoice_pkey primary key (invoice_id),
  constraint invoice_customer_id_fkey foreign key (customer_id) references customer (customer_id),
  constraint invoice_total_domain check (total >= 0)
);

-- alter column invoice.total
insert into _mig_invoice (invoice_id, customer_id, invoice_date, billing_address, billing_city, billing_state, billing_country, billing_postal_code, total)
select invoice_id, customer_id, invoice_date, billing_address, billing_city, billing_state, billing_country, billing_postal_code, total
from invoice;

-- alter column invoice.total
drop table invoice;

-- alter column invoice.total
alter table _mig_invoice rename to invoice;

-- alter column invoice_line.unit_price
create table _mig_invoice_line (
  invoice_line_id INTEGER not null,
  invoice_id INTEGER not null,
  track_id INTEGER not null,
  unit_price NUMERIC(10, 2) not null,
  quantity INTEGER not null,
  constraint invoice_line_pkey primary key (invoice_line_id),
  constraint invoice_line_invoice_id_fkey foreign key (invoice_id) references invoice (invoice_id),
  constraint invoice_line_track_id_fkey foreign key (track_id) references track (track_id),
  constraint invoice_line_unit_price_domain check (unit_price >= 0)
);

-- alter column invoice_line.unit_price
insert into _mig_invoice_line (invoice_line_id, invoice_id, track_id, unit_price, quantity)
select invoice_line_id, invoice_id, track_id, unit_price, quantity
from invoice_line;

-- alter column invoice_line.unit_price
drop table invoice_line;

-- alter column invoice_line.unit_price
alter table _mig_invoice_line rename to invoice_line;

-- rename column track.media_type_id to format_id; rename column track.bytes to size
create index track_album_id_idx on track (album_id);

-- rename column track.media_type_id to format_id; rename column track.bytes to size
create index track_format_id_idx on track (format_id);

-- rename column track.media_type_id to format_id; rename column track.bytes to size
create index track_genre_id_idx on track (genre_id);

-- alter column invoice.total
create index invoice_customer_id_idx on invoice (customer_id);

-- alter column invoice_line.unit_price
create index invoice_line_invoice_id_idx on invoice_line (invoice_id);

-- alter column invoice_line.unit_price
create index invoice_line_track_id_idx on invoice_line (track_id);

-- no foreign key is broken that was not
create temp table _mig_guard (n INTEGER constraint "MIG503: rows of track reference rows that are not there" check (n <= 0));

-- no foreign key is broken that was not
insert into temp._mig_guard
select count(*) - coalesce((select broken from temp.mig_broken_keys where child = 'track'), 0)
from pragma_foreign_key_check('track');

-- no foreign key is broken that was not
drop table temp._mig_guard;

-- no foreign key is broken that was not
create temp table _mig_guard (n INTEGER constraint "MIG503: rows of playlist_track reference rows that are not there" check (n <= 0));

-- no foreign key is broken that was not
insert into temp._mig_guard
select count(*) - coalesce((select broken from temp.mig_broken_keys where child = 'playlist_track'), 0)
from pragma_foreign_key_check('playlist_track');

-- no foreign key is broken that was not
drop table temp._mig_guard;

-- no foreign key is broken that was not
create temp table _mig_guard (n INTEGER constraint "MIG503: rows of invoice reference rows that are not there" check (n <= 0));

-- no foreign key is broken that was not
insert into temp._mig_guard
select count(*) - coalesce((select broken from temp.mig_broken_keys where child = 'invoice'), 0)
from pragma_foreign_key_check('invoice');

-- no foreign key is broken that was not
drop table temp._mig_guard;

-- no foreign key is broken that was not
create temp table _mig_guard (n INTEGER constraint "MIG503: rows of invoice_line reference rows that are not there" check (n <= 0));

-- no foreign key is broken that was not
insert into temp._mig_guard
select count(*) - coalesce((select broken from temp.mig_broken_keys where child = 'invoice_line'), 0)
from pragma_foreign_key_check('invoice_line');

-- no foreign key is broken that was not
drop table temp._mig_guard;

-- no foreign key is broken that was not
drop table temp.mig_broken_keys;

commit;

-- mig: no transaction

-- foreign keys are on again
pragma foreign_keys = on;

-- mig: transaction
