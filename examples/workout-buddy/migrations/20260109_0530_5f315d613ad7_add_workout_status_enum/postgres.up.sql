-- mig: revision 5f315d613ad7
-- mig: after c849ba0575ed
-- mig: message add workout status enum
-- mig: postgres up
-- mig: renderer 1
-- mig: source bc1d9a3a2c56db50c46da60c976d2817d7ccae2a5242c94a71ca7eef354b45db
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.up.sql
-- mig: sha-256 e9498b4b2f106ca07a8cb19c72011346c567c968dd19c53194f02a96ef8c95e5

begin;

-- create enum workout_status
create type workout_status as enum ('planned', 'in_progress', 'completed');

-- create enum workout_status
comment on type workout_status is 'Where a workout stands.';

-- add column workouts.status
alter table workouts add column status workout_status not null default 'completed';

commit;
