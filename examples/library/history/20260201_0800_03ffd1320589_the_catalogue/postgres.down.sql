-- mig: revision 03ffd1320589
-- mig: after base
-- mig: message the catalogue
-- mig: postgres down
-- mig: renderer 1
-- mig: source b8043c0738d3fea71afe79f7b2e2100596bc994a1ead1533e301835a48df622e
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.down.sql
-- mig: sha-256 90887bfa1c9fc7a7e2ef09bf66927653a40b22ab1bca3ccaa1a100cd707098ef

begin;

-- drop table authors
alter table books drop constraint books_author_id_fkey;

-- mig: lossy: all rows of authors
-- drop table authors
drop table authors;

-- mig: lossy: all rows of books
-- drop table books
drop table books;

-- drop enum genre
drop type genre;

-- mig: lossy: extension citext and what it keeps, even if it was there before it was asked for here
-- drop extension citext
drop extension if exists citext;

commit;
