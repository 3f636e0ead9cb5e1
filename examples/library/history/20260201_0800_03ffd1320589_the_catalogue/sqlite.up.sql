-- mig: revision 03ffd1320589
-- mig: after base
-- mig: message the catalogue
-- mig: sqlite up
-- mig: renderer 1
-- mig: source b8043c0738d3fea71afe79f7b2e2100596bc994a1ead1533e301835a48df622e
-- mig: by hand sqlite3 -bail DATABASE < sqlite.up.sql
-- mig: sha-256 07e8780f180b2d275d3493759554ed3765442d1cd783fa669b4c5892c86551de

begin immediate;

-- create table books
create table books (
  id INTEGER not null constraint books_pkey primary key autoincrement,
  author_id INTEGER not null,
  title TEXT not null,
  isbn CHAR(13),
  genres TEXT not null default '["fiction"]',
  main_genre TEXT not null default 'fiction',
  price NUMERIC(8, 2),
  "order" INTEGER,
  "check" INTEGER not null default 0,
  "née en" INTEGER,
  cover BLOB,
  details TEXT not null default '{}',
  shelf_mark TEXT,
  created_at TEXT not null default current_timestamp,
  updated_at TEXT default current_timestamp,
  changed_by VARCHAR(40) not null default 'system',
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

-- create table authors
create table authors (
  id INTEGER not null constraint authors_pkey primary key autoincrement,
  name TEXT not null,
  sort_name TEXT not null generated always as (lower(name)) stored,
  born TEXT,
  first_book_id INTEGER,
  created_at TEXT not null default current_timestamp,
  updated_at TEXT default current_timestamp,
  constraint authors_first_book_id_fkey foreign key (first_book_id) references books (id) on delete set null deferrable initially deferred
);

-- create table books
create index books_author_id_idx on books (author_id);

-- create table books
create index books_changed_by_created_at_idx on books (changed_by, created_at desc);

-- create table books
create index books_title_idx on books (title collate NOCASE);

-- create table authors
create index authors_first_book_id_idx on authors (first_book_id);

-- create table authors
create index authors_by_name on authors ((lower(name)) desc) where born is not null;

commit;
