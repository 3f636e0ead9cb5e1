-- mig: revision 69bc083b0cf1
-- mig: after 9da440e59d6d
-- mig: message add exercises table
-- mig: postgres up
-- mig: renderer 1
-- mig: source 84a030250134b47142e575c7918f709dc7f59128371cbac3c0514cb20cd3d0e2
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.up.sql
-- mig: sha-256 5bc337d74a22c7511f3558b46c01d666195b4e108b0ec2eefb966e654f8315e5

begin;

-- create enum difficulty
create type difficulty as enum ('beginner', 'intermediate', 'advanced');

-- create enum difficulty
comment on type difficulty is 'How hard an exercise is.';

-- create table exercises
create table exercises (
  id uuid not null default gen_random_uuid(),
  name varchar(100) not null,
  description text,
  difficulty difficulty not null,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint exercises_pkey primary key (id),
  constraint exercises_name_key unique (name)
);

-- create table exercises
comment on table exercises is 'A template that a workout is made of.';

commit;
