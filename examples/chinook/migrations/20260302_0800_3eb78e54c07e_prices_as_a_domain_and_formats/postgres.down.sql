-- mig: revision 3eb78e54c07e
-- mig: after 3a4c904c05af
-- mig: message prices as a domain, and formats
-- mig: postgres down
-- mig: renderer 1
-- mig: source 2cc243a5773d30bc5354d99a5a8f31871acd586b1f5cb9e987aeab003e44d2bf
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.down.sql
-- mig: sha-256 8963a209c91e6339e95a71f96d1c1765cfdd58f3f692ad4de7b0e7cb3f382f05

begin;

-- alter column invoice_line.unit_price
alter table invoice_line alter column unit_price type numeric(10, 2) using unit_price::text::numeric;

-- alter column invoice.total
alter table invoice alter column total type numeric(10, 2) using total::text::numeric;

-- alter column track.unit_price
alter table track alter column unit_price type numeric(10, 2) using unit_price::text::numeric;

-- drop domain price
drop domain price;

-- rename column track.size to bytes
alter table track rename column size to bytes;

-- rename column track.format_id to media_type_id
alter table track rename column format_id to media_type_id;

-- rename column track.format_id to media_type_id
alter table track rename constraint track_format_id_fkey to track_media_type_id_fkey;

-- rename column track.format_id to media_type_id
alter index track_format_id_idx rename to track_media_type_id_idx;

-- rename column format.format_id to media_type_id
alter table format rename column format_id to media_type_id;

-- rename table format to media_type
alter table format rename to media_type;

-- rename table format to media_type
alter table media_type rename constraint format_pkey to media_type_pkey;

commit;
