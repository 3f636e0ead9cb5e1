-- mig: revision c5007dcb11b7
-- mig: after 6ccd41fc0f24
-- mig: message add exercise_logs table with foreign key to workouts
-- mig: sqlite up
-- mig: renderer 1
-- mig: source 6d165dcd87bbd089598152662b8a247d8179573292cda31fceefc52558e274cc
-- mig: by hand sqlite3 -bail DATABASE < sqlite.up.sql
-- mig: sha-256 b5539636231e49f69ad7574ec5653d34cb09b2bcda3e6142155fcf27947a35d9

begin immediate;

-- create table exercise_logs
create table exercise_logs (
  id TEXT not null default (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
  workout_id TEXT not null,
  set_number INTEGER not null,
  reps INTEGER not null,
  notes VARCHAR(500),
  created_at TEXT not null default current_timestamp,
  updated_at TEXT not null default current_timestamp,
  constraint exercise_logs_pkey primary key (id),
  constraint exercise_logs_workout_id_fkey foreign key (workout_id) references workouts (id) on delete cascade,
  constraint exercise_logs_reps_check check (reps >= 0),
  constraint exercise_logs_set unique (workout_id, set_number)
);

-- create table exercise_logs
create index exercise_logs_workout_id_idx on exercise_logs (workout_id);

commit;
