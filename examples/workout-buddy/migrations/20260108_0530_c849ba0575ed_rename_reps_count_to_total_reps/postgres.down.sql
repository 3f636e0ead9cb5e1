-- mig: revision c849ba0575ed
-- mig: after c5007dcb11b7
-- mig: message rename reps_count to total_reps
-- mig: postgres down
-- mig: renderer 1
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.down.sql
-- mig: sha-256 b277fa1950a6e54983fea8329a0fb4d288194476d97cf45bba2511dcf9f565ed

begin;

-- rename column workouts.total_reps to reps_count
alter table workouts rename column total_reps to reps_count;

commit;
