-- mig: revision 3a4c904c05af
-- mig: after base
-- mig: message as the originals have it
-- mig: sqlite up
-- mig: renderer 1
-- mig: source de0a6194fd1c4ddc7c50639478fab705dc801eb5892411314b3951c0f2ecca39
-- mig: by hand sqlite3 -bail DATABASE < sqlite.up.sql
-- mig: sha-256 e5a62eb88cd0ac507db7eba4c71e83e108dddf0e1b05c3db09803c1acf50439e

begin immediate;

-- create table artist
create table artist (
  artist_id INTEGER not null,
  name VARCHAR(120),
  constraint artist_pkey primary key (artist_id)
);

-- create table album
create table album (
  album_id INTEGER not null,
  title VARCHAR(160) not null,
  artist_id INTEGER not null,
  constraint album_pkey primary key (album_id),
  constraint album_artist_id_fkey foreign key (artist_id) references artist (artist_id)
);

-- create table genre
create table genre (
  genre_id INTEGER not null,
  name VARCHAR(120),
  constraint genre_pkey primary key (genre_id)
);

-- create table media_type
create table media_type (
  media_type_id INTEGER not null,
  name VARCHAR(120),
  constraint media_type_pkey primary key (media_type_id)
);

-- create table track
create table track (
  track_id INTEGER not null,
  name VARCHAR(200) not null,
  album_id INTEGER,
  media_type_id INTEGER not null,
  genre_id INTEGER,
  composer VARCHAR(220),
  milliseconds INTEGER not null,
  bytes INTEGER,
  unit_price NUMERIC(10, 2) not null,
  constraint track_pkey primary key (track_id),
  constraint track_album_id_fkey foreign key (album_id) references album (album_id),
  constraint track_media_type_id_fkey foreign key (media_type_id) references media_type (media_type_id),
  constraint track_genre_id_fkey foreign key (genre_id) references genre (genre_id)
);

-- create table playlist
create table playlist (
  playlist_id INTEGER not null,
  name VARCHAR(120),
  constraint playlist_pkey primary key (playlist_id)
);

-- create table playlist_track
create table playlist_track (
  playlist_id INTEGER not null,
  track_id INTEGER not null,
  constraint playlist_track_playlist_id_fkey foreign key (playlist_id) references playlist (playlist_id),
  constraint playlist_track_track_id_fkey foreign key (track_id) references track (track_id),
  constraint playlist_track_pkey primary key (playlist_id, track_id)
);

-- create table employee
create table employee (
  employee_id INTEGER not null,
  last_name VARCHAR(20) not null,
  first_name VARCHAR(20) not null,
  title VARCHAR(30),
  reports_to INTEGER,
  birth_date DATETIME,
  hire_date DATETIME,
  address VARCHAR(70),
  city VARCHAR(40),
  state VARCHAR(40),
  country VARCHAR(40),
  postal_code VARCHAR(10),
  phone VARCHAR(24),
  fax VARCHAR(24),
  email VARCHAR(60),
  constraint employee_pkey primary key (employee_id),
  constraint employee_reports_to_fkey foreign key (reports_to) references employee (employee_id)
);

-- create table customer
create table customer (
  customer_id INTEGER not null,
  first_name VARCHAR(40) not null,
  last_name VARCHAR(20) not null,
  company VARCHAR(80),
  address VARCHAR(70),
  city VARCHAR(40),
  state VARCHAR(40),
  country VARCHAR(40),
  postal_code VARCHAR(10),
  phone VARCHAR(24),
  fax VARCHAR(24),
  email VARCHAR(60) not null,
  support_rep_id INTEGER,
  constraint customer_pkey primary key (customer_id),
  constraint customer_support_rep_id_fkey foreign key (support_rep_id) references employee (employee_id)
);

-- create table invoice
create table invoice (
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
  constraint invoice_customer_id_fkey foreign key (customer_id) references customer (customer_id)
);

-- create table invoice_line
create table invoice_line (
  invoice_line_id INTEGER not null,
  invoice_id INTEGER not null,
  track_id INTEGER not null,
  unit_price NUMERIC(10, 2) not null,
  quantity INTEGER not null,
  constraint invoice_line_pkey primary key (invoice_line_id),
  constraint invoice_line_invoice_id_fkey foreign key (invoice_id) references invoice (invoice_id),
  constraint invoice_line_track_id_fkey foreign key (track_id) references track (track_id)
);

-- create table album
create index album_artist_id_idx on album (artist_id);

-- create table track
create index track_album_id_idx on track (album_id);

-- create table track
create index track_media_type_id_idx on track (media_type_id);

-- create table track
create index track_genre_id_idx on track (genre_id);

-- create table playlist_track
create index playlist_track_playlist_id_idx on playlist_track (playlist_id);

-- create table playlist_track
create index playlist_track_track_id_idx on playlist_track (track_id);

-- create table employee
create index employee_reports_to_idx on employee (reports_to);

-- create table customer
create index customer_support_rep_id_idx on customer (support_rep_id);

-- create table invoice
create index invoice_customer_id_idx on invoice (customer_id);

-- create table invoice_line
create index invoice_line_invoice_id_idx on invoice_line (invoice_id);

-- create table invoice_line
create index invoice_line_track_id_idx on invoice_line (track_id);

commit;
