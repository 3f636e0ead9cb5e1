-- mig: revision 8c703e7737b9
-- mig: after 386e3890b86d
-- mig: message remove paused from workout status
-- mig: postgres up
-- mig: renderer 1
-- mig: source b4b30006e6ee3ef92de14a4d59e181011f88560c7805432f59c6252ac559a1a8
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.up.sql
-- mig: sha-256 8337b3443458e4cbcb1a056e630d240a14f4a7a820b6bcfdcfd37532396e596f

begin;

-- alter enum workout_status
alter type workout_status rename to __mig_workout_status;

-- alter enum workout_status
create type workout_status as enum ('planned', 'in_progress', 'done');

-- mig: lossy: which rows held 'paused' (now 'in_progress') of workout_status
-- alter enum workout_status
alter table workouts
  alter column status drop default,
  alter column status type workout_status using (case status::text when 'paused' then 'in_progress' else status::text end)::workout_status,
  alter column status set default 'done';

-- alter enum workout_status
drop type __mig_workout_status;

-- alter enum workout_status
comment on type workout_status is 'Where a workout stands.';

commit;
