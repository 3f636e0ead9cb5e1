-- mig: revision 8d5d15ee5a34
-- mig: after 5f315d613ad7
-- mig: message add paused to workout status
-- mig: sqlite up
-- mig: renderer 1
-- mig: source f3afc33324ff9573eeb2481c8f3c97c81059faf993ee64a56a5ac25c17309b7c
-- mig: by hand sqlite3 -bail DATABASE < sqlite.up.sql
-- mig: sha-256 3ea9355ef47deacc998afe2cfbeed395e222e2af08d306b4b36bc06c9e8d4dec

-- mig: no transaction

-- foreign keys are off, or dropping the old form of a table would delete the rows that reference it
pragma foreign_keys = off;

-- mig: transaction

begin immediate;

-- rows whose foreign keys are broken already
create temp table mig_broken_keys (child TEXT primary key, broken INTEGER);

-- rows whose foreign keys are broken already
insert into temp.mig_broken_keys
select 'workouts', count(*) from pragma_foreign_key_check('workouts');

-- rows whose foreign keys are broken already
insert into temp.mig_broken_keys
select 'exercise_logs', count(*) from pragma_foreign_key_check('exercise_logs');

-- alter enum workout_status
create table _mig_workouts (
  id TEXT not null default (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
  user_id TEXT not null,
  title VARCHAR(100) not null,
  total_reps INTEGER not null default 0,
  duration_minutes INTEGER,
  created_at TEXT not null default current_timestamp,
  updated_at TEXT not null default current_timestamp,
  status TEXT not null default 'completed',
  constraint workouts_pkey primary key (id),
  constraint workouts_user_id_fkey foreign key (user_id) references users (id) on delete cascade,
  constraint workouts_duration_minutes_check check (duration_minutes > 0),
  constraint workouts_status_enum check (status in ('completed', 'in_progress', 'paused', 'planned'))
);

-- alter enum workout_status
insert into _mig_workouts (rowid, id, user_id, title, total_reps, duration_minutes, created_at, updated_at, status)
select rowid, id, user_id, title, total_reps, duration_minutes, created_at, updated_at, status
from workouts;

-- alter enum workout_status
drop table workouts;

-- alter enum workout_status
alter table _mig_workouts rename to workouts;

-- alter enum workout_status
create index workouts_user_id_idx on workouts (user_id);

-- no foreign key is broken that was not
create temp table _mig_guard (n INTEGER constraint "MIG503: rows of workouts reference rows that are not there" check (n <= 0));

-- no foreign key is broken that was not
insert into temp._mig_guard
select count(*) - coalesce((select broken from temp.mig_broken_keys where child = 'workouts'), 0)
from pragma_foreign_key_check('workouts');

-- no foreign key is broken that was not
drop table temp._mig_guard;

-- no foreign key is broken that was not
create temp table _mig_guard (n INTEGER constraint "MIG503: rows of exercise_logs reference rows that are not there" check (n <= 0));

-- no foreign key is broken that was not
insert into temp._mig_guard
select count(*) - coalesce((select broken from temp.mig_broken_keys where child = 'exercise_logs'), 0)
from pragma_foreign_key_check('exercise_logs');

-- no foreign key is broken that was not
drop table temp._mig_guard;

-- no foreign key is broken that was not
drop table temp.mig_broken_keys;

commit;

-- mig: no transaction

-- foreign keys are on again
pragma foreign_keys = on;

-- mig: transaction
