-- mig: revision fabbcb972054
-- mig: after base
-- mig: message create users and workouts tables
-- mig: postgres up
-- mig: renderer 1
-- mig: source 1b31ec10e61d1da7701402231d850c27ca22d4620acfd886599c8d8abe0d08a7
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.up.sql
-- mig: sha-256 1b0d1cb1f2a6f807082e8630c6ebef3997c4658e0898e1d166451d2886a58169

begin;

-- create table users
create table users (
  id uuid not null default gen_random_uuid(),
  email varchar(255) not null,
  username varchar(50) not null,
  hashed_password text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint users_pkey primary key (id),
  constraint users_email_key unique (email),
  constraint users_username_key unique (username)
);

-- create table users
comment on table users is 'Someone who trains.';

-- create table workouts
create table workouts (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  title varchar(100) not null,
  reps_count integer not null default 0,
  duration_minutes integer,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint workouts_pkey primary key (id),
  constraint workouts_user_id_fkey foreign key (user_id) references users (id) on delete cascade,
  constraint workouts_duration_minutes_check check (duration_minutes > 0)
);

-- create table workouts
comment on table workouts is 'One session of training.';

-- create table workouts
create index workouts_user_id_idx on workouts (user_id);

commit;
