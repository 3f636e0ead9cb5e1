-- mig: revision c5007dcb11b7
-- mig: after 6ccd41fc0f24
-- mig: message add exercise_logs table with foreign key to workouts
-- mig: postgres up
-- mig: renderer 1
-- mig: source 6d165dcd87bbd089598152662b8a247d8179573292cda31fceefc52558e274cc
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.up.sql
-- mig: sha-256 d60dccd69514c9274623b1c5737d3957c9d32d068609eec7b31e3fd537113724

begin;

-- create table exercise_logs
create table exercise_logs (
  id uuid not null default gen_random_uuid(),
  workout_id uuid not null,
  set_number integer not null,
  reps integer not null,
  notes varchar(500),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint exercise_logs_pkey primary key (id),
  constraint exercise_logs_workout_id_fkey foreign key (workout_id) references workouts (id) on delete cascade,
  constraint exercise_logs_reps_check check (reps >= 0),
  constraint exercise_logs_set unique (workout_id, set_number)
);

-- create table exercise_logs
comment on table exercise_logs is 'Each set of an exercise within a workout.';

-- create table exercise_logs
create index exercise_logs_workout_id_idx on exercise_logs (workout_id);

commit;
