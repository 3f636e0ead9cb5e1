-- mig: revision 5fe90c898712
-- mig: after f1484a847461
-- mig: message better types
-- mig: sqlite down
-- mig: renderer 1
-- mig: source 65bc6dc1415b3836e65e6919203bb9c84370686f8509923d45f6eaf955f6c424
-- mig: by hand sqlite3 -bail DATABASE < sqlite.down.sql
-- mig: sha-256 df7d4e0bdd12a87e35ade86df1b3b17739977dfedeb8a13f978323b508b20b53

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

-- rows whose foreign keys are broken already
insert into temp.mig_broken_keys
select 'loans', count(*) from pragma_foreign_key_check('loans');

-- rows whose foreign keys are broken already
insert into temp.mig_broken_keys
select 'readers', count(*) from pragma_foreign_key_check('readers');

-- put aside trigger readers_touch
drop trigger readers_touch;

-- alter trigger loans_fine on loans
drop trigger loans_fine;

-- put aside view busy_members
drop view busy_members;

-- put aside view loans_out
drop view loans_out;

-- put aside view loans_by_month
drop view loans_by_month;

-- add column books.order; alter column books.check; alter column books.price; alter column books.isbn
create table _mig_books (
  id INTEGER not null constraint books_pkey primary key autoincrement,
  author_id INTEGER not null,
  title TEXT not null,
  isbn CHAR(13),
  genres TEXT not null default '["fiction"]',
  main_genre TEXT not null default 'fiction',
  price NUMERIC(8, 2),
  "check" INTEGER not null default 0,
  "née en" INTEGER,
  cover BLOB,
  details TEXT not null default '{}',
  shelf_mark TEXT,
  created_at TEXT not null default current_timestamp,
  updated_at TEXT default current_timestamp,
  changed_by VARCHAR(40) not null default 'system',
  "order" INTEGER,
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

-- mig: lossy: the old form of books.check: values lose their spelling
-- add column books.order; alter column books.check; alter column books.price; alter column books.isbn
insert into _mig_books (id, author_id, title, isbn, genres, main_genre, price, "check", "née en", cover, details, shelf_mark, created_at, updated_at, changed_by)
select id, author_id, title, isbn, genres, main_genre, price, "check", "née en", cover, details, shelf_mark, created_at, updated_at, changed_by
from books;

-- add column books.order; alter column books.check; alter column books.price; alter column books.isbn
create temp table _mig_guard (n INTEGER constraint "MIG504: rows of books hold text in check that is no number; write convert SQL on it" check (n <= 0));

-- add column books.order; alter column books.check; alter column books.price; alter column books.isbn
insert into temp._mig_guard
select count(*) from main._mig_books where typeof("check") = 'text';

-- add column books.order; alter column books.check; alter column books.price; alter column books.isbn
drop table temp._mig_guard;

-- add column books.order; alter column books.check; alter column books.price; alter column books.isbn
delete from sqlite_sequence where name = '_mig_books';

-- add column books.order; alter column books.check; alter column books.price; alter column books.isbn
insert into sqlite_sequence (name, seq)
select '_mig_books', seq from sqlite_sequence where name = 'books';

-- add column books.order; alter column books.check; alter column books.price; alter column books.isbn
drop table books;

-- add column books.order; alter column books.check; alter column books.price; alter column books.isbn
alter table _mig_books rename to books;

-- alter column settings.value
create table _mig_settings (
  key TEXT not null,
  value TEXT not null,
  constraint settings_pkey primary key (key)
) strict, without rowid;

-- mig: lossy: which rows held null in settings.value
-- alter column settings.value
insert into _mig_settings (key, value)
select key, coalesce(value, '')
from settings;

-- alter column settings.value
drop table settings;

-- alter column settings.value
alter table _mig_settings rename to settings;

-- alter column loans.fine
create table _mig_loans (
  id INTEGER not null constraint loans_pkey primary key autoincrement,
  reader_id TEXT not null,
  book_id INTEGER not null,
  copy INTEGER not null,
  lent_on TEXT not null default current_date,
  back_on TEXT,
  fine NUMERIC(6, 2) not null default 0,
  constraint loans_reader_id_fkey foreign key (reader_id) references readers (id) on update cascade,
  constraint loans_book_id_copy_fkey foreign key (book_id, copy) references copies (book_id, copy) on delete restrict deferrable initially immediate,
  constraint loans_check check (back_on is null or back_on >= lent_on)
);

-- alter column loans.fine
insert into _mig_loans (id, reader_id, book_id, copy, lent_on, back_on, fine)
select id, reader_id, book_id, copy, lent_on, back_on, (fine / 100.0)
from loans;

-- alter column loans.fine
delete from sqlite_sequence where name = '_mig_loans';

-- alter column loans.fine
insert into sqlite_sequence (name, seq)
select '_mig_loans', seq from sqlite_sequence where name = 'loans';

-- alter column loans.fine
drop table loans;

-- alter column loans.fine
alter table _mig_loans rename to loans;

-- alter column copies.state
create table _mig_copies (
  book_id INTEGER not null,
  copy INTEGER not null,
  state TEXT not null default 'good',
  constraint copies_book_id_fkey foreign key (book_id) references books (id) on delete cascade,
  constraint copies_pkey primary key (book_id, copy)
) without rowid;

-- alter column copies.state
insert into _mig_copies (book_id, copy, state)
select book_id, copy, (state)
from copies;

-- alter column copies.state
drop table copies;

-- alter column copies.state
alter table _mig_copies rename to copies;

-- alter column readers.joined_on; alter column readers.card
create table _mig_readers (
  id TEXT not null default (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
  card CHAR(8) not null,
  email TEXT not null,
  trust TEXT not null default 'new',
  referred_by TEXT,
  family TEXT not null,
  given TEXT not null,
  full_name TEXT not null generated always as (given || ' ' || family) stored,
  joined_on TEXT not null default current_date,
  created_at TEXT not null default current_timestamp,
  updated_at TEXT default current_timestamp,
  constraint readers_pkey primary key (id),
  constraint readers_card_key unique (card),
  constraint readers_email_key unique (email),
  constraint readers_referred_by_fkey foreign key (referred_by) references readers (id) on delete set null,
  constraint readers_card check (length(card) = 8),
  constraint readers_trust_enum check (trust in ('new', 'owing', 'trusted'))
);

-- alter column readers.joined_on; alter column readers.card
insert into _mig_readers (rowid, id, card, email, trust, referred_by, family, given, joined_on, created_at, updated_at)
select rowid, id, card, email, trust, referred_by, family, given, (date(joined_on)), created_at, updated_at
from readers;

-- alter column readers.joined_on; alter column readers.card
drop table readers;

-- alter column readers.joined_on; alter column readers.card
alter table _mig_readers rename to readers;

-- add column books.order; alter column books.check; alter column books.price; alter column books.isbn
create index books_author_id_idx on books (author_id);

-- add column books.order; alter column books.check; alter column books.price; alter column books.isbn
create index books_changed_by_created_at_idx on books (changed_by, created_at desc);

-- add column books.order; alter column books.check; alter column books.price; alter column books.isbn
create index books_title_idx on books (title collate NOCASE);

-- alter column loans.fine
create index loans_reader_id_idx on loans (reader_id);

-- alter column loans.fine
create unique index loans_one_at_a_time on loans (book_id, copy) where back_on is null;

-- alter column loans.fine
create index loans_book_id_copy_idx on loans (book_id, copy);

-- alter column readers.joined_on; alter column readers.card
create index readers_referred_by_idx on readers (referred_by);

-- alter column readers.joined_on; alter column readers.card
create unique index readers_by_name on readers ((lower(family)), given) where trust <> 'owing';

-- bring back view loans_by_month
create view loans_by_month as
select strftime('%Y-%m', lent_on) as month, count(*) as loans from loans group by 1;

-- bring back view loans_out
create view loans_out as
select l.id, m.full_name, b.title, l.lent_on
from loans l
join readers m on m.id = l.reader_id
join books b on b.id = l.book_id
where l.back_on is null;

-- bring back view busy_members
create view busy_members as
select full_name, count(*) as books from loans_out group by full_name;

-- alter trigger loans_fine on loans
create trigger loans_fine after update of back_on on loans
when new.back_on > date(new.lent_on, '+30 days')
begin
  update loans set fine = 5 where id = new.id;
  update readers set trust = 'owing' where id = new.reader_id and trust <> 'owing';
end;

-- bring back trigger readers_touch
create trigger readers_touch after update of email on readers
begin update readers set updated_at = current_timestamp where id = new.id; end;

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
create temp table _mig_guard (n INTEGER constraint "MIG503: rows of loans reference rows that are not there" check (n <= 0));

-- no foreign key is broken that was not
insert into temp._mig_guard
select count(*) - coalesce((select broken from temp.mig_broken_keys where child = 'loans'), 0)
from pragma_foreign_key_check('loans');

-- no foreign key is broken that was not
drop table temp._mig_guard;

-- no foreign key is broken that was not
create temp table _mig_guard (n INTEGER constraint "MIG503: rows of readers reference rows that are not there" check (n <= 0));

-- no foreign key is broken that was not
insert into temp._mig_guard
select count(*) - coalesce((select broken from temp.mig_broken_keys where child = 'readers'), 0)
from pragma_foreign_key_check('readers');

-- no foreign key is broken that was not
drop table temp._mig_guard;

-- no foreign key is broken that was not
drop table temp.mig_broken_keys;

commit;

-- mig: no transaction

-- foreign keys are on again
pragma foreign_keys = on;

-- mig: transaction
