-- mig: revision 03ffd1320589
-- mig: after base
-- mig: message the catalogue
-- mig: postgres down
-- mig: renderer 1
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.down.sql
-- mig: sha-256 7960004dec5d191ca691de2f3ec7331326743a031da902479c530ae373214688

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

-- drop extension citext
drop extension citext;

commit;
