-- mig: revision 30a95639f7ea
-- mig: after 5fe90c898712
-- mig: message clear out
-- mig: postgres down
-- mig: renderer 1
-- mig: source 65e032aac30446097986df002b00ccb51349da91eae46f023106cf48bc17c37b
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.down.sql
-- mig: sha-256 192a14c4d74314f66bb9932eb2108c54664fbb29db1011c9e17f6cfcef93d27d

begin;

-- create table settings
create table settings (
  key text not null,
  value text,
  constraint settings_pkey primary key (key)
);

-- create table settings
comment on table settings is 'Numbers that the desk can turn.';

-- drop index books.books_by_title
drop index books_by_title;

-- alter column authors.sort_name
alter table authors drop column sort_name;

-- alter column authors.sort_name
alter table authors add column sort_name text generated always as (lower(name)) stored not null;

-- mig: lossy: all rows of reservations
-- drop table reservations
drop table reservations;

-- alter enum genre
drop view busy_members;

-- alter enum genre
drop view loans_out;

-- alter enum genre
alter type genre rename to __mig_genre;

-- alter enum genre
create type genre as enum ('fiction', 'poetry', 'science', 'children''s');

-- alter enum genre
alter table books
  alter column genres drop default,
  alter column genres type genre[] using genres::text[]::genre[],
  alter column genres set default '{fiction}',
  alter column main_genre drop default,
  alter column main_genre type genre using main_genre::text::genre,
  alter column main_genre set default 'fiction';

-- alter enum genre
drop type __mig_genre;

-- alter enum genre
comment on type genre is 'What a book is about; a book has several.';

-- alter view loans_out
create view loans_out as
select l.id, m.full_name, b.title, l.lent_on
from loans l
join readers m on m.id = l.reader_id
join books b on b.id = l.book_id
where l.back_on is null;

-- alter enum genre
create view busy_members as
select full_name, count(*) as books from loans_out group by full_name;

-- alter enum genre
comment on view busy_members is 'How much each member has out.';

-- create view loans_by_month
create view loans_by_month as
select date_trunc('month', lent_on) as month, count(*) as loans from loans group by 1;

commit;
