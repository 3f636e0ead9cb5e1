-- mig: revision 8c703e7737b9
-- mig: after 386e3890b86d
-- mig: message remove paused from workout status
-- mig: sqlite down
-- mig: renderer 1
-- mig: source b4b30006e6ee3ef92de14a4d59e181011f88560c7805432f59c6252ac559a1a8
-- mig: by hand sqlite3 -bail DATABASE < sqlite.down.sql
-- mig: sha-256 8e39fcd30f00c9e86a80a85d30e77b629c7e23ca5c1b25d3b6e5e7cc616d53a7

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
  status TEXT not null default 'done',
  constraint workouts_pkey primary key (id),
  constraint workouts_user_id_fkey foreign key (user_id) references users (id) on delete cascade,
  constraint workouts_duration_minutes_check check (duration_minutes > 0),
  constraint workouts_status_enum check (status in ('done', 'in_progress', 'paused', 'planned'))
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
