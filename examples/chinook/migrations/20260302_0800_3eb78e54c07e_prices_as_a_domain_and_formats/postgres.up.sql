-- mig: revision 3eb78e54c07e
-- mig: after 3a4c904c05af
-- mig: message prices as a domain, and formats
-- mig: postgres up
-- mig: renderer 1
-- mig: source 2cc243a5773d30bc5354d99a5a8f31871acd586b1f5cb9e987aeab003e44d2bf
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.up.sql
-- mig: sha-256 6fcc00ae79967594d15e037352da3f3f551c2623d05c667d289e4fcd94bc8384

begin;

-- rename table media_type to format
alter table media_type rename to format;

-- rename table media_type to format
alter table format rename constraint media_type_pkey to format_pkey;

-- rename column format.media_type_id to format_id
alter table format rename column media_type_id to format_id;

-- rename column track.media_type_id to format_id
alter table track rename column media_type_id to format_id;

-- rename column track.media_type_id to format_id
alter table track rename constraint track_media_type_id_fkey to track_format_id_fkey;

-- rename column track.media_type_id to format_id
alter index track_media_type_id_idx rename to track_format_id_idx;

-- rename column track.bytes to size
alter table track rename column bytes to size;

-- create domain price
create domain price as numeric(10, 2) constraint price_check check (value >= 0);

-- create domain price
comment on domain price is 'Dollars; a price is never below zero.';

-- alter column track.unit_price
alter table track alter column unit_price type price using unit_price::text::price;

-- alter column invoice.total
alter table invoice alter column total type price using total::text::price;

-- alter column invoice_line.unit_price
alter table invoice_line alter column unit_price type price using unit_price::text::price;

commit;
