-- mig: revision 5f315d613ad7
-- mig: after c849ba0575ed
-- mig: message add workout status enum
-- mig: postgres down
-- mig: renderer 1
-- mig: source bc1d9a3a2c56db50c46da60c976d2817d7ccae2a5242c94a71ca7eef354b45db
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.down.sql
-- mig: sha-256 606eb53730b3e6d27ff9647852af101ce40d9eb00035ead0a974301a7f1f7bd9

begin;

-- mig: lossy: the values of workouts.status
-- drop column workouts.status
alter table workouts drop column status;

-- drop enum workout_status
drop type workout_status;

commit;
