-- mig: revision 30a95639f7ea
-- mig: after 5fe90c898712
-- mig: message clear out
-- mig: postgres up
-- mig: renderer 1
-- mig: source 65e032aac30446097986df002b00ccb51349da91eae46f023106cf48bc17c37b
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.up.sql
-- mig: sha-256 767624d2c0469731e012e2ab0b1305aa30aba5bf54ca0d7339bc1ddda388d84e

begin;

-- drop view loans_by_month
drop view loans_by_month;

-- alter enum genre
alter type genre rename to __mig_genre;

-- alter enum genre
create type genre as enum ('poetry', 'fiction', 'children''s');

-- mig: lossy: which rows held 'science' (now 'fiction') of genre
-- alter enum genre
alter table books
  alter column genres drop default,
  alter column genres type genre[] using array_replace(genres::text[], 'science', 'fiction')::genre[],
  alter column genres set default '{fiction}',
  alter column main_genre drop default,
  alter column main_genre type genre using (case main_genre::text when 'science' then 'fiction' else main_genre::text end)::genre,
  alter column main_genre set default 'fiction';

-- alter enum genre
drop type __mig_genre;

-- alter enum genre
comment on type genre is 'What a book is about; a book has several.';

-- create table reservations
create table reservations (
  book_id bigint not null,
  reader_id uuid not null,
  constraint reservations_book_id_fkey foreign key (book_id) references books (id) on delete cascade,
  constraint reservations_reader_id_fkey foreign key (reader_id) references readers (id) on delete cascade,
  constraint reservations_pkey primary key (book_id, reader_id)
);

-- create table reservations
comment on table reservations is 'Who waits for which book. Nobody does yet.';

-- create table reservations
create index reservations_reader_id_idx on reservations (reader_id);

-- alter column authors.sort_name
alter table authors drop column sort_name;

-- alter column authors.sort_name
alter table authors add column sort_name text generated always as (upper(name)) stored not null;

-- add index books.books_by_title
create index books_by_title on books (title);

-- mig: lossy: all rows of settings
-- drop table settings
drop table settings;

-- alter view loans_out
drop view busy_members;

-- alter view loans_out
drop view loans_out;

-- alter view loans_out
create view loans_out as
select l.id, m.full_name, b.title, b.main_genre, l.lent_on
from loans l
join readers m on m.id = l.reader_id
join books b on b.id = l.book_id
where l.back_on is null and b.main_genre <> 'poetry';

-- alter view loans_out
create view busy_members as
select full_name, count(*) as books from loans_out group by full_name;

-- alter view loans_out
comment on view busy_members is 'How much each member has out.';

commit;
