-- mig: revision c849ba0575ed
-- mig: after c5007dcb11b7
-- mig: message rename reps_count to total_reps
-- mig: postgres down
-- mig: renderer 1
-- mig: source 4d4df8e1465cd6622ff75e09d4da23a5eed51abeace44e2b4e5823eb469c4d2c
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.down.sql
-- mig: sha-256 b277fa1950a6e54983fea8329a0fb4d288194476d97cf45bba2511dcf9f565ed

begin;

-- rename column workouts.total_reps to reps_count
alter table workouts rename column total_reps to reps_count;

commit;
