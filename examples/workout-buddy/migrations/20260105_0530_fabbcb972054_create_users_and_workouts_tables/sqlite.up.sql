-- mig: revision fabbcb972054
-- mig: after base
-- mig: message create users and workouts tables
-- mig: sqlite up
-- mig: renderer 1
-- mig: source 1b31ec10e61d1da7701402231d850c27ca22d4620acfd886599c8d8abe0d08a7
-- mig: by hand sqlite3 -bail DATABASE < sqlite.up.sql
-- mig: sha-256 453de6621309fcf00c57d0275445f5a194e280dae88279bb87aa11f8b1abe2b6

begin immediate;

-- create table users
create table users (
  id TEXT not null default (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
  email VARCHAR(255) not null,
  username VARCHAR(50) not null,
  hashed_password TEXT not null,
  created_at TEXT not null default current_timestamp,
  updated_at TEXT not null default current_timestamp,
  constraint users_pkey primary key (id),
  constraint users_email_key unique (email),
  constraint users_username_key unique (username)
);

-- create table workouts
create table workouts (
  id TEXT not null default (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
  user_id TEXT not null,
  title VARCHAR(100) not null,
  reps_count INTEGER not null default 0,
  duration_minutes INTEGER,
  created_at TEXT not null default current_timestamp,
  updated_at TEXT not null default current_timestamp,
  constraint workouts_pkey primary key (id),
  constraint workouts_user_id_fkey foreign key (user_id) references users (id) on delete cascade,
  constraint workouts_duration_minutes_check check (duration_minutes > 0)
);

-- create table workouts
create index workouts_user_id_idx on workouts (user_id);

commit;
