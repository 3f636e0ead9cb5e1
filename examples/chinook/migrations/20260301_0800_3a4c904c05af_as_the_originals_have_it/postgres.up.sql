-- mig: revision 3a4c904c05af
-- mig: after base
-- mig: message as the originals have it
-- mig: postgres up
-- mig: renderer 1
-- mig: source de0a6194fd1c4ddc7c50639478fab705dc801eb5892411314b3951c0f2ecca39
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.up.sql
-- mig: sha-256 506419f357944fa2c142c7da860daf5b73380c3b532e2bc621e0cf6fbcb93d0a

begin;

-- create table artist
create table artist (
  artist_id integer not null,
  name varchar(120),
  constraint artist_pkey primary key (artist_id)
);

-- create table album
create table album (
  album_id integer not null,
  title varchar(160) not null,
  artist_id integer not null,
  constraint album_pkey primary key (album_id),
  constraint album_artist_id_fkey foreign key (artist_id) references artist (artist_id)
);

-- create table album
create index album_artist_id_idx on album (artist_id);

-- create table genre
create table genre (
  genre_id integer not null,
  name varchar(120),
  constraint genre_pkey primary key (genre_id)
);

-- create table media_type
create table media_type (
  media_type_id integer not null,
  name varchar(120),
  constraint media_type_pkey primary key (media_type_id)
);

-- create table media_type
comment on table media_type is 'How a track is stored: MPEG, AAC, video.';

-- create table track
create table track (
  track_id integer not null,
  name varchar(200) not null,
  album_id integer,
  media_type_id integer not null,
  genre_id integer,
  composer varchar(220),
  milliseconds integer not null,
  bytes integer,
  unit_price numeric(10, 2) not null,
  constraint track_pkey primary key (track_id),
  constraint track_album_id_fkey foreign key (album_id) references album (album_id),
  constraint track_media_type_id_fkey foreign key (media_type_id) references media_type (media_type_id),
  constraint track_genre_id_fkey foreign key (genre_id) references genre (genre_id)
);

-- create table track
comment on table track is 'What is sold. A track may stand alone, without an album.';

-- create table track
create index track_album_id_idx on track (album_id);

-- create table track
create index track_media_type_id_idx on track (media_type_id);

-- create table track
create index track_genre_id_idx on track (genre_id);

-- create table playlist
create table playlist (
  playlist_id integer not null,
  name varchar(120),
  constraint playlist_pkey primary key (playlist_id)
);

-- create table playlist_track
create table playlist_track (
  playlist_id integer not null,
  track_id integer not null,
  constraint playlist_track_playlist_id_fkey foreign key (playlist_id) references playlist (playlist_id),
  constraint playlist_track_track_id_fkey foreign key (track_id) references track (track_id),
  constraint playlist_track_pkey primary key (playlist_id, track_id)
);

-- create table playlist_track
create index playlist_track_playlist_id_idx on playlist_track (playlist_id);

-- create table playlist_track
create index playlist_track_track_id_idx on playlist_track (track_id);

-- create table employee
create table employee (
  employee_id integer not null,
  last_name varchar(20) not null,
  first_name varchar(20) not null,
  title varchar(30),
  reports_to integer,
  birth_date timestamp,
  hire_date timestamp,
  address varchar(70),
  city varchar(40),
  state varchar(40),
  country varchar(40),
  postal_code varchar(10),
  phone varchar(24),
  fax varchar(24),
  email varchar(60),
  constraint employee_pkey primary key (employee_id),
  constraint employee_reports_to_fkey foreign key (reports_to) references employee (employee_id)
);

-- create table employee
comment on table employee is 'Who works for the shop; whoever reports to nobody leads it.';

-- create table employee
create index employee_reports_to_idx on employee (reports_to);

-- create table customer
create table customer (
  customer_id integer not null,
  first_name varchar(40) not null,
  last_name varchar(20) not null,
  company varchar(80),
  address varchar(70),
  city varchar(40),
  state varchar(40),
  country varchar(40),
  postal_code varchar(10),
  phone varchar(24),
  fax varchar(24),
  email varchar(60) not null,
  support_rep_id integer,
  constraint customer_pkey primary key (customer_id),
  constraint customer_support_rep_id_fkey foreign key (support_rep_id) references employee (employee_id)
);

-- create table customer
create index customer_support_rep_id_idx on customer (support_rep_id);

-- create table invoice
create table invoice (
  invoice_id integer not null,
  customer_id integer not null,
  invoice_date timestamp not null,
  billing_address varchar(70),
  billing_city varchar(40),
  billing_state varchar(40),
  billing_country varchar(40),
  billing_postal_code varchar(10),
  total numeric(10, 2) not null,
  constraint invoice_pkey primary key (invoice_id),
  constraint invoice_customer_id_fkey foreign key (customer_id) references customer (customer_id)
);

-- create table invoice
comment on table invoice is 'The address is the one at the time: it does not follow the customer.';

-- create table invoice
create index invoice_customer_id_idx on invoice (customer_id);

-- create table invoice_line
create table invoice_line (
  invoice_line_id integer not null,
  invoice_id integer not null,
  track_id integer not null,
  unit_price numeric(10, 2) not null,
  quantity integer not null,
  constraint invoice_line_pkey primary key (invoice_line_id),
  constraint invoice_line_invoice_id_fkey foreign key (invoice_id) references invoice (invoice_id),
  constraint invoice_line_track_id_fkey foreign key (track_id) references track (track_id)
);

-- create table invoice_line
create index invoice_line_invoice_id_idx on invoice_line (invoice_id);

-- create table invoice_line
create index invoice_line_track_id_idx on invoice_line (track_id);

commit;
