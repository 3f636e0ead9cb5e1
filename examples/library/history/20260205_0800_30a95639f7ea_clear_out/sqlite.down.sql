-- mig: revision 30a95639f7ea
-- mig: after 5fe90c898712
-- mig: message clear out
-- mig: sqlite down
-- mig: renderer 1
-- mig: source 65e032aac30446097986df002b00ccb51349da91eae46f023106cf48bc17c37b
-- mig: by hand sqlite3 -bail DATABASE < sqlite.down.sql
-- mig: sha-256 b32b5a4651c6de273665897d1701cb6d003c8aaa15903affbb8f3836c9cc26fa

-- mig: no transaction

-- foreign keys are off, or dropping the old form of a table would delete the rows that reference it
pragma foreign_keys = off;

-- mig: transaction

begin immediate;

-- rows whose foreign keys are broken already
create temp table mig_broken_keys (child TEXT primary key, broken INTEGER);

-- rows whose foreign keys are broken already
insert into temp.mig_broken_keys
select 'books', count(*) from pragma_foreign_key_check('books');

-- rows whose foreign keys are broken already
insert into temp.mig_broken_keys
select 'authors', count(*) from pragma_foreign_key_check('authors');

-- rows whose foreign keys are broken already
insert into temp.mig_broken_keys
select 'copies', count(*) from pragma_foreign_key_check('copies');

-- put aside view busy_members
drop view busy_members;

-- alter view loans_out
drop view loans_out;

-- create table settings
create table settings (
  key TEXT not null,
  value TEXT,
  constraint settings_pkey primary key (key)
) strict, without rowid;

-- add column books.shelf_mark; alter column books.shelf; alter column books.details; alter enum genre
create table _mig_books (
  id INTEGER not null constraint books_pkey primary key autoincrement,
  author_id INTEGER not null,
  title TEXT not null,
  isbn VARCHAR(20),
  genres TEXT not null default '["fiction"]',
  main_genre TEXT not null default 'fiction',
  price NUMERIC(8, 2) not null,
  "check" TEXT not null default '0',
  "née en" INTEGER,
  cover BLOB,
  details TEXT not null default '{}',
  created_at TEXT not null default current_timestamp,
  updated_at TEXT default current_timestamp,
  changed_by VARCHAR(40) not null default 'system',
  shelf_mark TEXT,
  constraint books_author_id_fkey foreign key (author_id) references authors (id) on delete restrict,
  constraint books_isbn_key unique (isbn),
  constraint books_price_check check (price >= 0),
  constraint books_changed_by_check check (changed_by <> ''),
  constraint books_of_author unique (author_id, title),
  constraint isbn_digits check (isbn glob '[0-9][0-9][0-9]*'),
  constraint books_genres_json check (json_valid(genres)),
  constraint books_main_genre_enum check (main_genre in ('children''s', 'fiction', 'poetry', 'science')),
  constraint books_details_json check (json_valid(details))
);

-- mig: lossy: the values of books.shelf
-- add column books.shelf_mark; alter column books.shelf; alter column books.details; alter enum genre
insert into _mig_books (id, author_id, title, isbn, genres, main_genre, price, "check", "née en", cover, details, created_at, updated_at, changed_by)
select id, author_id, title, isbn, genres, main_genre, price, "check", "née en", cover, details, created_at, updated_at, changed_by
from books;

-- add column books.shelf_mark; alter column books.shelf; alter column books.details; alter enum genre
delete from sqlite_sequence where name = '_mig_books';

-- add column books.shelf_mark; alter column books.shelf; alter column books.details; alter enum genre
insert into sqlite_sequence (name, seq)
select '_mig_books', seq from sqlite_sequence where name = 'books';

-- add column books.shelf_mark; alter column books.shelf; alter column books.details; alter enum genre
drop table books;

-- add column books.shelf_mark; alter column books.shelf; alter column books.details; alter enum genre
alter table _mig_books rename to books;

-- alter column authors.sort_name
create table _mig_authors (
  id INTEGER not null constraint authors_pkey primary key autoincrement,
  name TEXT not null,
  sort_name TEXT not null generated always as (lower(name)) stored,
  born TEXT,
  first_book_id INTEGER,
  created_at TEXT not null default current_timestamp,
  updated_at TEXT default current_timestamp,
  constraint authors_first_book_id_fkey foreign key (first_book_id) references books (id) on delete set null deferrable initially deferred
);

-- alter column authors.sort_name
insert into _mig_authors (id, name, born, first_book_id, created_at, updated_at)
select id, name, born, first_book_id, created_at, updated_at
from authors;

-- alter column authors.sort_name
delete from sqlite_sequence where name = '_mig_authors';

-- alter column authors.sort_name
insert into sqlite_sequence (name, seq)
select '_mig_authors', seq from sqlite_sequence where name = 'authors';

-- alter column authors.sort_name
drop table authors;

-- alter column authors.sort_name
alter table _mig_authors rename to authors;

-- mig: lossy: all rows of reservations
-- drop table reservations
drop table reservations;

-- add column books.shelf_mark; alter column books.shelf; alter column books.details; alter enum genre
create index books_author_id_idx on books (author_id);

-- add column books.shelf_mark; alter column books.shelf; alter column books.details; alter enum genre
create index books_changed_by_created_at_idx on books (changed_by, created_at desc);

-- add index books.books_title_idx
create index books_title_idx on books (title collate NOCASE);

-- alter column authors.sort_name
create index authors_first_book_id_idx on authors (first_book_id);

-- alter column authors.sort_name
create index authors_by_name on authors ((lower(name)) desc) where born is not null;

-- alter view loans_out
create view loans_out as
select l.id, m.full_name, b.title, l.lent_on
from loans l
join readers m on m.id = l.reader_id
join books b on b.id = l.book_id
where l.back_on is null;

-- create view loans_by_month
create view loans_by_month as
select strftime('%Y-%m', lent_on) as month, count(*) as loans from loans group by 1;

-- bring back view busy_members
create view busy_members as
select full_name, count(*) as books from loans_out group by full_name;

-- create trigger loans_fine on loans
create trigger loans_fine after update of back_on on loans
when new.back_on > date(new.lent_on, '+30 days')
begin
  update loans set fine = 500 where id = new.id;
  update readers set trust = 'owing' where id = new.reader_id and trust <> 'owing';
end;

-- views and triggers find all that they name
create table _mig_check (n INTEGER);

-- views and triggers find all that they name
alter table _mig_check rename column n to m;

-- views and triggers find all that they name
drop table _mig_check;

-- no foreign key is broken that was not
create temp table _mig_guard (n INTEGER constraint "MIG503: rows of books reference rows that are not there" check (n <= 0));

-- no foreign key is broken that was not
insert into temp._mig_guard
select count(*) - coalesce((select broken from temp.mig_broken_keys where child = 'books'), 0)
from pragma_foreign_key_check('books');

-- no foreign key is broken that was not
drop table temp._mig_guard;

-- no foreign key is broken that was not
create temp table _mig_guard (n INTEGER constraint "MIG503: rows of authors reference rows that are not there" check (n <= 0));

-- no foreign key is broken that was not
insert into temp._mig_guard
select count(*) - coalesce((select broken from temp.mig_broken_keys where child = 'authors'), 0)
from pragma_foreign_key_check('authors');

-- no foreign key is broken that was not
drop table temp._mig_guard;

-- no foreign key is broken that was not
create temp table _mig_guard (n INTEGER constraint "MIG503: rows of copies reference rows that are not there" check (n <= 0));

-- no foreign key is broken that was not
insert into temp._mig_guard
select count(*) - coalesce((select broken from temp.mig_broken_keys where child = 'copies'), 0)
from pragma_foreign_key_check('copies');

-- no foreign key is broken that was not
drop table temp._mig_guard;

-- no foreign key is broken that was not
drop table temp.mig_broken_keys;

commit;

-- mig: no transaction

-- foreign keys are on again
pragma foreign_keys = on;

-- mig: transaction
