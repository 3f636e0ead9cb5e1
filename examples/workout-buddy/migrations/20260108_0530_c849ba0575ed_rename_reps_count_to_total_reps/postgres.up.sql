-- mig: revision c849ba0575ed
-- mig: after c5007dcb11b7
-- mig: message rename reps_count to total_reps
-- mig: postgres up
-- mig: renderer 1
-- mig: source 4d4df8e1465cd6622ff75e09d4da23a5eed51abeace44e2b4e5823eb469c4d2c
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.up.sql
-- mig: sha-256 4a8a194f8d27fce8dd887c73286c158e93879a0b959e9396716b5f11fd273aa0

begin;

-- rename column workouts.reps_count to total_reps
alter table workouts rename column reps_count to total_reps;

commit;
